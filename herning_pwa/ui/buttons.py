"""Buttons: one primary act per screen, the others quieter. An icon only beside words."""

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link

Text = str | rx.Var[str]


class Submit(rx.Component):
    """A submit button that lets one tap through until the server has answered."""

    library = "$/public/components/forms.jsx"
    tag = "Submit"

    busy_label: rx.Var[str]
    name: rx.Var[str]
    value: rx.Var[str]


def submit(label: Text, *, kind: str = "primary", **props: Any) -> rx.Component:
    """Sends the form it stands in, once per tap. ``name`` and ``value`` tell several apart."""
    return Submit.create(
        label,
        busy_label=_("One moment, it is being sent."),
        class_name=_class(kind),
        **props,
    )


def button(label: Text, *, kind: str = "primary", symbol: str = "", **props: Any) -> rx.Component:
    """A button whose ``on_click`` the server answers. ``kind``: primary, secondary or quiet."""
    return rx.el.button(
        *_face(label, symbol), type="button", class_name=_class(kind), data_needs="server", **props
    )


def link_button(
    label: Text, to: Text, *, kind: str = "primary", symbol: str = "", **props: Any
) -> rx.Component:
    """Looks like a button, leads to another page of the app."""
    return link(*_face(label, symbol), to=to, class_name=_class(kind), **props)


def acts(*buttons: Any) -> rx.Component:
    """Buttons that belong together: side by side where there is room."""
    return rx.el.div(*buttons, class_name="acts")


def _class(kind: str) -> str:
    return f"button {kind}"


def _face(label: Text, symbol: str) -> tuple[Any, ...]:
    return (icon(symbol), label) if symbol else (label,)
