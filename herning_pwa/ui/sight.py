"""Who can see this? Said by name before anything is saved."""

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon
from herning_pwa.ui.values import SightLine


def who_can_see(view: rx.Var[SightLine]) -> rx.Component:
    """One line ("Kan ses af Mette og Sanne."); it unfolds to who can and who cannot."""
    return rx.cond(
        view.line != "",
        rx.el.details(
            rx.el.summary(
                icon("eye"),
                rx.el.span(view.line),
                icon("down"),
            ),
            rx.el.div(
                _names(_("Can see it"), view.can, "can"),
                _names(_("Cannot see it"), view.cannot, "cannot"),
                class_name="sight-names",
            ),
            class_name="sight",
        ),
    )


def _names(heading: str, entries: rx.Var[list[str]], kind: str) -> rx.Component:
    """A short list; the word above it names it too for those who listen."""
    symbol = icon("check" if kind == "can" else "lock")
    return rx.cond(
        entries.length() > 0,
        rx.el.div(
            rx.el.p(heading, aria_hidden="true", class_name="small"),
            rx.el.ul(
                rx.foreach(entries, lambda entry: rx.el.li(symbol, rx.el.span(entry))),
                class_name="names",
                role="list",
                aria_label=heading,
                data_kind=kind,
            ),
        ),
    )
