"""When do we meet again? A date, or why there is none."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.followup.components.day_form import day_form, decision
from herning_pwa.followup.state.day import MeetingDayPage
from herning_pwa.i18n import _
from herning_pwa.meetings.components.written import next_time_fields
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see


def day_next() -> rx.Component:
    coming = MeetingDayPage.day.coming
    is_parted = coming.parting.seen != ""
    return rx.cond(
        coming.agreed_line != "",
        card(
            rx.el.h2(icon("calendar"), coming.agreed_line, class_name="with-icon"),
            rx.el.p(_("Everybody here is invited. They answer in the app.")),
            data_tone="agreed",
        ),
        rx.fragment(
            rx.cond(is_parted, _parted()),
            decision(_("Set a date after all"), _date_form(), is_decided=is_parted),
            details_card(
                rx.cond(is_parted, _("Write another reason"), _("We agree on no next meeting")),
                _parting_form(),
            ),
        ),
    )


def _date_form() -> rx.Component:
    coming = MeetingDayPage.day.coming
    return day_form(
        "next",
        rx.el.p(coming.rhythm_line),
        next_time_fields(
            MeetingDayPage.problems,
            MeetingDayPage.day.meeting_id,
            day=coming.day,
            start=coming.start,
            end=coming.end,
            earliest=coming.earliest,
        ),
        rx.el.p(coming.people_line, class_name="soft"),
        submit(_("Set the date")),
        on_submit=MeetingDayPage.agree_next,
        form_key=coming.form_key,
        seen=coming.parting.seen,
    )


def _parted() -> rx.Component:
    parting = MeetingDayPage.day.coming.parting
    return card(
        rx.el.h2(icon("check"), _("We agree on no next meeting"), class_name="with-icon"),
        rx.el.p(parting.reason, class_name="words", dir="auto"),
        rx.el.p(parting.by_line, class_name="soft small"),
        data_tone="agreed",
    )


def _parting_form() -> rx.Component:
    parting = MeetingDayPage.day.coming.parting
    return day_form(
        "parting",
        text_area(
            _("Why do you not meet again?"),
            "reason",
            limit=TEXT_LIMIT,
            rows=3,
            value=parting.reason,
            hint=_("Begin with what goes well. It becomes part of the summary."),
            problems=MeetingDayPage.problems,
        ),
        who_can_see(parting.sight),
        submit(_("Write it down"), kind="secondary"),
        on_submit=MeetingDayPage.part,
        seen=parting.seen,
    )
