"""/moeder/[meeting_id]: when, where, who, what about; and the one question: are you coming?"""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.components.agenda import agenda_section
from herning_pwa.meetings.components.answer import answer_section
from herning_pwa.meetings.components.arrange import arrange_section
from herning_pwa.meetings.components.decided import decided_list
from herning_pwa.meetings.components.people import people_section
from herning_pwa.meetings.components.prepared import preparation_section
from herning_pwa.meetings.components.story import story_section
from herning_pwa.meetings.components.summary import summary_section
from herning_pwa.meetings.components.times import times_to_choose, which_times_suit
from herning_pwa.meetings.components.when import calendar_card, when_and_where
from herning_pwa.meetings.state import MeetingPage, WrittenTime
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import conflict_notice, info_notice, skeleton, success_notice
from herning_pwa.ui.problems import error_summary


def meeting_page() -> rx.Component:
    return signed_in_page(
        MeetingPage,
        _told(),
        rx.cond(MeetingPage.loaded, _meeting(), skeleton("card", 3)),
        title=_("Meeting"),
        heading=MeetingPage.meeting.kind,
        active=routes.MEETINGS,
        back=routes.MEETINGS,
    )


def _told() -> rx.Component:
    """What became of the last act: done, somebody was first, or what to write instead."""
    return rx.fragment(
        success_notice(MeetingPage.notice),
        error_summary(MeetingPage.problems),
        conflict_notice(MeetingPage.conflict),
    )


def _meeting() -> rx.Component:
    view = MeetingPage.meeting
    return rx.fragment(
        rx.cond(view.closed_line != "", _closed()),
        when_and_where(),
        rx.cond(view.hold.href != "", _hold()),
        rx.cond(view.hold.line != "", rx.el.p(view.hold.line, class_name="soft")),
        rx.cond(view.decided.is_empty, None, _decided()),
        rx.cond(view.overlap != "", info_notice(rx.el.p(view.overlap))),
        which_times_suit(),
        answer_section(),
        times_to_choose(),
        summary_section(),
        preparation_section(),
        people_section(),
        agenda_section(),
        calendar_card(),
        arrange_section(),
        story_section(),
    )


def _hold() -> rx.Component:
    return rx.el.div(link_button(_("Hold the meeting"), MeetingPage.meeting.hold.href))


def _decided() -> rx.Component:
    return section(_("This is what you decided"), decided_list(MeetingPage.meeting.decided))


def _closed() -> rx.Component:
    view = MeetingPage.meeting
    because = rx.el.p(view.cancelled_because, class_name="words", dir="auto")
    return info_notice(
        rx.el.div(rx.el.p(view.closed_line), rx.cond(view.cancelled_because != "", because))
    )


PAGE = Page(
    route=routes.MEETING,
    title=_("Meeting"),
    content=meeting_page,
    on_load=[MeetingPage.load, WrittenTime.begin],
    keeps=MeetingPage.meeting,
)
