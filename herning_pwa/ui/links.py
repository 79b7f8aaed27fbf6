"""Links that stay inside the app: no page load, same socket."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A
from reflex_components_core.react_router.dom import ReactRouterLink

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon

Text = str | rx.Var[str]


def link(*content: Any, to: Text, **props: Any) -> rx.Component:
    """A plain text link to another page of the app."""
    return ReactRouterLink.create(*content, to=to, **props)


def document_link(*content: Any, to: Text, **props: Any) -> rx.Component:
    """A link the browser follows itself: a file, or a page that must be loaded anew.

    ``rx.el.a`` is the router's link in Reflex 0.10 and would look for the file among the pages.
    """
    return A.create(*content, href=to, **props)


def phone_link(text: str, *, number: str) -> rx.Component:
    """A number to call with one tap. It stands in ``text`` and is kept on one line."""
    unbroken = number.replace(" ", "\N{NO-BREAK SPACE}")
    return document_link(text.replace(number, unbroken), to=f"tel:{number.replace(' ', '')}")


def row_link(*content: Any, to: Text, **props: Any) -> rx.Component:
    """A whole row that leads somewhere, with a chevron at its end."""
    return link(
        rx.el.span(*content, class_name="row-body"),
        rx.el.span(icon("forward"), class_name="row-end"),
        to=to,
        class_name="row",
        **props,
    )


def back_link(to: Text) -> rx.Component:
    """The word Tilbage, top left on inner pages."""
    return link(icon("back"), _("Back"), to=to, class_name="back")
