"""What the app says back: no connection, saved, someone else was first, nothing here yet."""

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.connection import is_offline
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import document_link

Text = str | rx.Var[str]


def connection_bar(writer: Text) -> rx.Component:
    """A thin bar that speaks only while the connection is gone. Nothing can be written, and so
    nothing is promised, before it is known whose words they are."""
    return rx.el.div(
        rx.cond(
            is_offline,
            rx.el.p(
                icon("offline"),
                rx.el.span(
                    rx.cond(
                        writer != "",
                        _("No connection. What you write is sent when you are online again."),
                        _("No connection just now."),
                    )
                ),
            ),
        ),
        role="status",
        class_name="connection",
        data_why_held=_("It needs a connection."),
    )


def success_notice(text: rx.Var[str]) -> rx.Component:
    """What just went well, read aloud politely; stays until the page changes. Empty: nothing."""
    return rx.el.div(
        rx.cond(
            text != "",
            rx.el.p(icon("check"), text, class_name="notice", data_kind="success"),
        ),
        role="status",
    )


def info_notice(*content: Any) -> rx.Component:
    """Something good to know before going on."""
    return rx.el.div(*content, class_name="notice", data_kind="info")


def conflict_notice(conflict: rx.Var[str] | str) -> rx.Component:
    """Somebody else was first: what has happened, in a sentence. Nothing while it is empty."""
    return rx.cond(
        conflict != "",
        rx.el.p(conflict, role="alert", class_name="notice", data_kind="wait"),
    )


def empty_state(heading: Text, text: Text, act: rx.Component | None = None) -> rx.Component:
    """Says what will come here and offers the first step."""
    return rx.el.div(
        rx.el.p(heading, class_name="empty-heading"),
        rx.el.p(text, class_name="soft"),
        act or rx.fragment(),
        class_name="empty",
    )


def skeleton(kind: str = "card", count: int = 1) -> rx.Component:
    """Stands where content comes, at its size. ``kind``: line, text, row or card."""
    return rx.el.div(
        rx.el.p(_("Loading"), class_name="hidden"),
        *(rx.el.div(class_name="skeleton", data_kind=kind) for _n in range(count)),
        class_name="stack",
    )


def not_fetched() -> rx.Component:
    """Seen instead of skeletons while there is no connection to fill them (feedback.css)."""
    return rx.el.div(
        rx.el.p(_("The page cannot be fetched without a connection."), class_name="empty-heading"),
        rx.el.p(
            _("What you have saved is safe. The page comes by itself when you are online again."),
            class_name="soft",
        ),
        class_name="empty not-fetched",
    )


def not_found_content() -> rx.Component:
    """For an address that is not there, or not for this reader: the two look the same."""
    return rx.el.div(
        rx.el.p(
            _("It may have been moved, or the link may be incomplete."),
            class_name="lead",
        ),
        link_button(_("Go to the front page"), routes.HOME),
        class_name="stack",
    )


def broken_page_content() -> rx.Component:
    """Shown in place of a page that could not be drawn; works without the app's own links."""
    return rx.el.main(
        rx.el.h1(_("The page could not be shown")),
        rx.el.p(
            _("What you have saved is safe. Load the page again. If it happens again, call us."),
            class_name="lead",
        ),
        document_link(_("Load the page again"), to=routes.HOME, class_name="button primary"),
        class_name="plain",
    )
