"""The frame around every page: where I am, where I can go, and the same help at the same place."""

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.ui.age import age_line
from herning_pwa.ui.feedback import connection_bar, not_fetched
from herning_pwa.ui.frame import Frame
from herning_pwa.ui.icons import icon, logo
from herning_pwa.ui.links import back_link, link
from herning_pwa.ui.outbox import sending_status
from herning_pwa.ui.topbar import top_bar
from herning_pwa.ui.updates import missing_part, update_bar

Text = str | rx.Var[str]
CONTENT = "indhold"


class PageFocus(rx.Component):
    """Gives the new h1 focus after a change of page inside the app."""

    library = "$/public/components/shell.jsx"
    tag = "PageFocus"


class SkipLink(rx.Component):
    """The first stop of the keyboard: past the bars, to the content."""

    library = "$/public/components/shell.jsx"
    tag = "SkipLink"

    to: rx.Var[str]


def page(
    *content: Any,
    frame: rx.Var[Frame],
    title: Text,
    active: str,
    heading: rx.Var[str] | None = None,
    above: Text = "",
    lead: Text = "",
    back: Text = "",
    primary: rx.Component | None = None,
    wide_aside: rx.Component | None = None,
    on_choose_circle: Any = None,
    writer: Text = "",
    extra: Any = None,
) -> rx.Component:
    """A page for someone who is signed in.

    title        what the page is called, known at once; the h1 unless ``heading`` is given
    heading      the h1 when it is data: a skeleton of its size stands until it is not empty
    active       the place that is lit in the bar: an address from ``routes``
    above        a few words over the h1 ("Trin 2 af 4")
    lead         one sentence under the h1
    back         where "Tilbage" leads; inner pages only
    primary      the page's one main act, under the h1 (right of it on wide screens)
    wide_aside   context: second column on wide screens, after the content on a phone
    on_choose_circle   handler that gets a circle's id when another circle is chosen
    writer       the reader's own id, under which the phone keeps what is written; empty at first
    extra        what must be on the page but is not seen (``session_watch``)
    """
    return rx.el.div(
        SkipLink.create(_("Skip to content"), to=CONTENT),
        top_bar(frame, on_choose_circle, sending_status(writer=writer)),
        places(frame, active),
        bars(writer),
        age_line(),
        rx.el.main(
            rx.fragment() if isinstance(back, str) and not back else back_link(back),
            page_head(title, heading=heading, above=above, lead=lead, primary=primary),
            not_fetched(),
            *content,
            custom_attrs={"id": CONTENT},
            tab_index=-1,
        ),
        rx.el.aside(wide_aside, class_name="aside", aria_label=_("Good to know"))
        if wide_aside
        else rx.fragment(),
        PageFocus.create(),
        missing_part(),
        extra or rx.fragment(),
        class_name="shell",
    )


def plain_page(*content: Any, title: Text, lead: Text = "") -> rx.Component:
    """A page without places: signing in, an invitation, an address that is not there."""
    return rx.el.div(
        SkipLink.create(_("Skip to content"), to=CONTENT),
        rx.el.header(
            rx.el.span(logo(), _("Together"), class_name="wordmark"),
            sending_status(),
            link(icon("help"), _("Help"), to=routes.ABOUT, class_name="help"),
            class_name="topbar",
        ),
        bars(),
        rx.el.main(
            page_head(title, lead=lead),
            *content,
            custom_attrs={"id": CONTENT},
            tab_index=-1,
        ),
        PageFocus.create(),
        missing_part(),
        class_name="shell plain",
    )


def bars(writer: Text = "") -> rx.Component:
    """What the app says about itself, over every page."""
    return rx.el.div(connection_bar(writer), update_bar(), class_name="bars")


def page_head(
    title: Text,
    *,
    heading: rx.Var[str] | None = None,
    above: Text = "",
    lead: Text = "",
    primary: rx.Component | None = None,
) -> rx.Component:
    """The h1 with what belongs to it."""
    return rx.el.header(
        rx.el.p(above, class_name="above") if above != "" else rx.fragment(),
        page_heading(title, heading),
        rx.el.p(lead, class_name="lead") if lead != "" else rx.fragment(),
        rx.el.div(primary, class_name="primary-act") if primary else rx.fragment(),
        class_name="page-head",
    )


def page_heading(title: Text, heading: rx.Var[str] | None) -> rx.Component:
    """The one h1; with a ``heading`` still on its way, the title is read and a skeleton is seen."""
    if heading is None:
        return rx.el.h1(title, tab_index=-1)
    waiting = rx.fragment(
        rx.el.span(title, class_name="hidden"),
        rx.el.span(class_name="skeleton", data_kind="heading"),
    )
    return rx.el.h1(rx.cond(heading != "", heading, waiting), tab_index=-1)


def places(frame: rx.Var[Frame], active: str) -> rx.Component:
    """The four places and "Skriv": a bar under the thumb, a side bar where there is room."""
    return rx.el.nav(
        rx.el.ul(
            rx.cond(
                frame.is_professional,
                _place("desk", _("Desk"), routes.DESK, active, class_name="place wide-only"),
            ),
            _place("home", _("Today"), routes.HOME, active),
            _place("target", _("Goals"), routes.GOALS, active),
            _place("calendar", _("Meetings"), routes.MEETINGS, active),
            _place("people", _("Circle"), routes.CIRCLE, active),
            _place("pen", _("Write"), routes.WRITE, active, class_name="place write"),
        ),
        aria_label=_("Places"),
        class_name="places",
    )


def _place(
    symbol: str,
    word: str,
    to: str,
    active: str,
    *,
    class_name: str = "place",
) -> rx.Component:
    current = {"aria_current": "page"} if to == active else {}
    return rx.el.li(
        link(
            rx.el.span(icon(symbol), class_name="place-icon"),
            rx.el.span(word),
            to=to,
            **current,
        ),
        class_name=class_name,
    )
