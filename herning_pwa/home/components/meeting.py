"""The next meeting, with the answer beside it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.ui.buttons import acts, button, link_button
from herning_pwa.ui.links import link
from herning_pwa.ui.sight import who_can_see
from herning_pwa.ui.values import SightLine


def next_meeting(
    meeting: rx.Var[MeetingCard],
    *,
    sight: rx.Var[SightLine],
    is_next: rx.Var[bool],
    prepare: rx.Var[str],
    hold: rx.Var[str],
    on_come: Any,
) -> rx.Component:
    """``on_come`` takes the meeting's id and the sequence that was shown; ``sight`` is who sees
    that answer; ``prepare`` is where one prepares, when that waits; ``hold`` is where a
    professional holds it, on the day.
    """
    come = on_come(meeting.meeting_id, meeting.sequence)
    return rx.el.article(
        rx.el.h2(_("Next meeting"), class_name="next-kind"),
        rx.el.p(
            rx.el.b(meeting.kind),
            rx.el.time(meeting.when, date_time=meeting.starts, class_name="next-when"),
            rx.cond(meeting.where != "", rx.el.span(meeting.where, class_name="soft")),
            class_name="next-body",
        ),
        rx.cond(hold != "", acts(link_button(_("Hold the meeting"), hold))),
        rx.el.p(rx.cond(meeting.awaits_marks, _("Other times are offered."), meeting.answer_line)),
        rx.cond(
            meeting.awaits_marks,
            acts(_which_times(meeting, is_next=is_next)),
            _are_you_coming(meeting, come, prepare, is_next=is_next),
        ),
        who_can_see(sight),
        class_name="card next",
    )


def _which_times(meeting: rx.Var[MeetingCard], *, is_next: rx.Var[bool]) -> rx.Component:
    words = _("Say which times suit you")
    return rx.cond(
        is_next,
        link_button(words, meeting.href),
        link_button(words, meeting.href, kind="secondary"),
    )


def _are_you_coming(
    meeting: rx.Var[MeetingCard], come: Any, prepare: rx.Var[str], *, is_next: rx.Var[bool]
) -> rx.Component:
    return rx.cond(
        meeting.awaits_answer,
        acts(
            rx.cond(
                is_next,
                button(_("I am coming"), on_click=come),
                button(_("I am coming"), kind="secondary", on_click=come),
            ),
            link_button(_("Another answer"), meeting.href, kind="quiet"),
        ),
        rx.fragment(
            rx.cond(prepare != "", _prepare(prepare, is_next=is_next)),
            link(_("See the meeting"), to=meeting.href),
        ),
    )


def _prepare(href: rx.Var[str], *, is_next: rx.Var[bool]) -> rx.Component:
    return acts(
        rx.cond(
            is_next,
            link_button(_("Prepare"), href),
            link_button(_("Prepare"), href, kind="secondary"),
        )
    )
