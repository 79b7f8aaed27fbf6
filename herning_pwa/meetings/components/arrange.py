"""Moving the meeting and calling it off; for those who may, and behind a fold."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import meeting_form
from herning_pwa.meetings.components.written import place_and_link, time_fields
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.meetings.state.times import CHANGE
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.forms import field
from herning_pwa.ui.sight import who_can_see


def arrange_section() -> rx.Component:
    return rx.cond(
        MeetingPage.meeting.arrange.can_arrange,
        section(_("Change the meeting"), _change(), _cancel()),
    )


def _change() -> rx.Component:
    view = MeetingPage.meeting
    return details_card(
        _("Move it or change the place"),
        meeting_form(
            "change",
            time_fields(
                MeetingPage.problems,
                form=CHANGE,
                where=view.meeting_id,
                about="change-",
                day=view.arrange.day_value,
                start=view.arrange.start_value,
                end=view.arrange.end_value,
            ),
            *place_and_link(
                MeetingPage.problems,
                about="change-",
                place=view.arrange.place_value,
                link=view.link,
                warnings=view.arrange.place_warnings,
            ),
            rx.cond(
                view.arrange.needs_reason,
                _why(hint=_("With a new time: a few words that the family can read.")),
                _why(optional=True),
            ),
            who_can_see(view.sight.meeting),
            submit(_("Save the change")),
            on_submit=MeetingPage.change,
        ),
        summary=_("With a new time, everybody is asked to answer again."),
    )


def _why(**options: Any) -> rx.Component:
    return field(
        _("Why is it changed?"),
        "reason",
        problems=MeetingPage.problems,
        id="change-reason",
        **options,
    )


def _cancel() -> rx.Component:
    return details_card(
        _("Cancel the meeting"),
        meeting_form(
            "cancel",
            field(
                _("Why is the meeting cancelled?"),
                "reason",
                hint=_("A few words are enough."),
                problems=MeetingPage.problems,
                id="cancel-reason",
            ),
            who_can_see(MeetingPage.meeting.sight.meeting),
            submit(_("Cancel the meeting"), kind="secondary"),
            on_submit=MeetingPage.cancel,
        ),
        summary=_("It cannot be undone."),
    )
