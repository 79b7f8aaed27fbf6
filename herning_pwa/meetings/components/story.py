"""What has happened to the meeting."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.queries.story import StoryLine
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.cards import section


def story_section() -> rx.Component:
    return section(
        _("What has happened"),
        rx.el.ol(rx.foreach(MeetingPage.meeting.story, story_line), class_name="story"),
    )


def story_line(line: rx.Var[StoryLine]) -> rx.Component:
    return rx.el.li(
        rx.el.p(line.sentence),
        rx.cond(line.reason != "", rx.el.p(line.reason, class_name="words", dir="auto")),
        rx.el.time(line.at, date_time=line.at_machine, class_name="soft small"),
    )
