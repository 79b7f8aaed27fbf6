"""The last stops: the ladder, and how the meeting ends."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.followup.components.day_form import day_form, decision
from herning_pwa.followup.state.day import MeetingDayPage
from herning_pwa.i18n import _
from herning_pwa.meetings.components.decided import decided_list
from herning_pwa.ui.buttons import button, link_button, submit
from herning_pwa.ui.cards import card, section
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import info_notice
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see


def day_ladder() -> rx.Component:
    ladder = MeetingDayPage.day.ladder
    is_chosen = ladder.chosen_line != ""
    return rx.fragment(
        rx.el.p(
            _("Choose the step closest to everyday life that works."),
            " ",
            _("You need not have tried the steps below."),
            class_name="soft",
        ),
        rx.cond(
            is_chosen,
            card(
                rx.el.h2(icon("check"), ladder.chosen_line, class_name="with-icon"),
                rx.el.p(ladder.reason, class_name="words", dir="auto"),
                data_tone="agreed",
            ),
        ),
        decision(_("Choose another step"), _ladder_form(), is_decided=is_chosen),
    )


def _ladder_form() -> rx.Component:
    ladder, problems = MeetingDayPage.day.ladder, MeetingDayPage.problems
    return day_form(
        "ladder",
        radio_cards(
            _("Which step from now on?"),
            "step",
            ladder.options,
            hint=_("A high step means more help."),
            problems=problems,
        ),
        text_area(
            _("Why?"),
            "reason",
            limit=TEXT_LIMIT,
            rows=3,
            value=ladder.reason,
            hint=_("Begin with what goes well. Write to the family."),
            problems=problems,
        ),
        who_can_see(ladder.sight),
        submit(_("Write it down")),
        on_submit=MeetingDayPage.choose_step,
        seen=ladder.seen,
    )


def day_end() -> rx.Component:
    day = MeetingDayPage.day
    return rx.fragment(
        section(
            _("This is what you decided"),
            rx.cond(
                day.decided.is_empty,
                rx.el.p(_("Nothing is written down yet."), class_name="soft"),
                decided_list(day.decided),
            ),
            rx.el.p(
                _("What not everybody here may see does not stand here. It is saved all the same."),
                class_name="soft small",
            ),
        ),
        rx.cond(day.agree_first_href != "", _agree_first(), _end()),
    )


def _agree_first() -> rx.Component:
    return rx.fragment(
        info_notice(rx.el.p(_("Agree first when you meet again. If you do not, write why."))),
        link_button(_("Agree on the next meeting"), MeetingDayPage.day.agree_first_href),
    )


def _end() -> rx.Component:
    day = MeetingDayPage.day
    return rx.fragment(
        rx.cond(
            day.is_ended,
            info_notice(rx.el.p(_("The meeting has been brought to its end."))),
            rx.el.p(_("Is everything said? Then end the meeting."), class_name="soft"),
        ),
        rx.cond(
            day.can_sum_up,
            button(
                rx.cond(day.is_ended, _("Go to the summary"), _("End it and write the summary")),
                on_click=MeetingDayPage.end(day.meeting_id),
            ),
            rx.cond(
                day.is_ended,
                link_button(_("Go to the meeting"), day.meeting_href),
                button(_("End the meeting"), on_click=MeetingDayPage.end(day.meeting_id)),
            ),
        ),
    )
