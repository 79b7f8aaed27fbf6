"""One meeting as somebody else sees it: the page's own lists, with nothing to press."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.agenda import agenda_item
from herning_pwa.meetings.components.decided import decided_list
from herning_pwa.meetings.components.people import invited_person, people_heading
from herning_pwa.meetings.components.prepared import prepared_person
from herning_pwa.meetings.components.story import story_line
from herning_pwa.meetings.queries.agenda import AgendaItem
from herning_pwa.preview.queries.views import SeenMeeting
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import info_notice


def one_meeting(meeting: rx.Var[SeenMeeting]) -> rx.Component:
    return rx.fragment(
        _when(meeting),
        rx.cond(
            meeting.decided.is_empty,
            None,
            section(_("This is what you decided"), decided_list(meeting.decided)),
        ),
        rx.cond(meeting.paragraphs.length() > 0, _understood(meeting)),
        rx.cond(
            meeting.prepared.length() > 0,
            section(
                _("Preparation"),
                rx.el.ul(rx.foreach(meeting.prepared, prepared_person), class_name="rows"),
            ),
        ),
        section(
            people_heading(meeting.closed_line),
            rx.el.ul(rx.foreach(meeting.people, invited_person), class_name="rows"),
        ),
        rx.cond(
            meeting.agenda.length() > 0,
            section(
                _("What we will talk about"),
                rx.el.ol(rx.foreach(meeting.agenda, _item), class_name="rows agenda"),
            ),
        ),
        section(
            _("What has happened"),
            rx.el.ol(rx.foreach(meeting.story, story_line), class_name="story"),
        ),
    )


def _when(meeting: rx.Var[SeenMeeting]) -> rx.Component:
    because = rx.el.p(meeting.cancelled_because, class_name="words", dir="auto")
    return rx.el.div(
        rx.el.h2(meeting.kind, class_name="goal-title"),
        rx.cond(
            meeting.closed_line != "",
            info_notice(
                rx.el.div(
                    rx.el.p(meeting.closed_line),
                    rx.cond(meeting.cancelled_because != "", because),
                )
            ),
        ),
        rx.el.p(meeting.when),
        rx.cond(meeting.place != "", rx.el.p(meeting.place)),
        rx.el.p(meeting.called_by, class_name="soft small"),
        class_name="stack",
    )


def _understood(meeting: rx.Var[SeenMeeting]) -> rx.Component:
    return section(
        _("What we understood"),
        rx.el.p(meeting.sent_line, class_name="soft small"),
        rx.foreach(meeting.paragraphs, lambda part: rx.el.p(part, class_name="words", dir="auto")),
    )


def _item(item: rx.Var[AgendaItem]) -> rx.Component:
    """Without what its reader could do about it."""
    return agenda_item(item)
