"""When and where the meeting is, in large type."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.buttons import acts
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import document_link


def when_and_where() -> rx.Component:
    view = MeetingPage.meeting
    return card(
        rx.el.p(
            rx.el.time(
                rx.el.span(view.day),
                " ",
                rx.el.span(view.clock),
                date_time=view.starts,
                class_name=rx.cond(view.is_cancelled, "lines cancelled", "lines"),
            ),
            rx.el.span(" ", view.week, class_name="soft small"),
            class_name="when",
        ),
        rx.el.ul(
            rx.cond(view.day_note != "", rx.el.li(icon("calendar"), view.day_note)),
            rx.el.li(icon("place"), rx.cond(view.place != "", view.place, _no_place())),
            rx.el.li(icon("people"), view.called_by),
            class_name="facts",
        ),
        rx.cond(view.link != "", _video_link()),
        also="when-card",
    )


def _no_place() -> rx.Component:
    link = MeetingPage.meeting.link
    return rx.cond(link != "", _("By video"), _("The place is not agreed yet."))


def _video_link() -> rx.Component:
    return document_link(
        _("Open the video meeting"),
        to=MeetingPage.meeting.link,
        target="_blank",
        rel="noopener noreferrer",
        class_name="button secondary",
    )


def calendar_card() -> rx.Component:
    """Two files: one that tells nothing, and one for those who want to see more."""
    view = MeetingPage.meeting
    return details_card(
        _("Put it in your calendar"),
        rx.el.p(_("Your calendar only says “Meeting”, without names and place.")),
        acts(
            document_link(
                _("Get the calendar file"), to=view.file_href, class_name="button secondary"
            )
        ),
        rx.el.p(
            _("You can also get kind and place. Others who see your calendar can read it."),
            class_name="soft small",
        ),
        acts(
            document_link(
                _("Get the file with kind and place"),
                to=view.detailed_file_href,
                class_name="button quiet",
            )
        ),
    )
