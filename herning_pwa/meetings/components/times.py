"""Finding another time: the question to those invited, and what whoever chooses sees."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import hidden_fields, meeting_form
from herning_pwa.meetings.components.written import time_fields
from herning_pwa.meetings.queries.times import OfferedTime
from herning_pwa.meetings.state import FindTime, MeetingPage
from herning_pwa.meetings.state.times import ROWS
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import card, details_card, section, status
from herning_pwa.ui.choices import checkbox_list
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see

SHOWN_AT_ONCE = 2


def which_times_suit() -> rx.Component:
    """Asked of everybody invited; once answered it can be changed."""
    times = MeetingPage.meeting.times
    answered = card(
        rx.el.h2(icon("check"), times.marked_line, class_name="with-icon"),
        _change(),
        data_tone="agreed",
    )
    return rx.cond(
        times.choices.length() > 0,
        rx.cond(
            times.awaits_marks,
            card(rx.el.h2(_("Which times suit you?")), _question(), data_tone="wait"),
            rx.cond(times.can_offer, rx.fragment(), answered),
        ),
    )


def _change() -> rx.Component:
    return details_card(_("Change your answer about the times"), _question())


def _question() -> rx.Component:
    view = MeetingPage.meeting
    return meeting_form(
        "marks",
        *hidden_fields(shown=view.times.shown),
        checkbox_list(
            _("Perhaps the meeting is moved to one of them"),
            "suits",
            view.times.choices,
            hint=_("Choose all that suit you. Does none? Then send without choosing."),
            problems=MeetingPage.problems,
            id="marks-suits",
        ),
        rx.el.p(_("If one of your times is chosen, you are coming. You can change that later.")),
        who_can_see(view.sight.marks),
        rx.cond(
            view.times.awaits_marks,
            submit(_("Send your answer")),
            submit(_("Send your answer"), kind="secondary"),
        ),
        on_submit=FindTime.mark,
    )


def times_to_choose() -> rx.Component:
    """For whoever may move the meeting: the times that are offered, and offering more."""
    times = MeetingPage.meeting.times
    return rx.cond(
        times.can_offer,
        rx.fragment(
            rx.cond(times.asked_for != "", _asked_for()),
            rx.cond(times.offered.length() > 0, _offered()),
            rx.cond(times.is_full, rx.fragment(), _offer()),
        ),
    )


def _asked_for() -> rx.Component:
    return rx.el.p(MeetingPage.meeting.times.asked_for, class_name="notice", data_kind="wait")


def _offered() -> rx.Component:
    times = MeetingPage.meeting.times
    return section(
        _("Other times for the meeting"),
        rx.el.p(_("When you choose one, those it suits are coming. The others are asked again.")),
        rx.cond(times.hidden != "", rx.el.p(times.hidden, class_name="soft")),
        rx.el.ul(rx.foreach(times.offered, _time), class_name="stack"),
        rx.cond((times.choices.length() > 0) & ~times.awaits_marks, _change()),
    )


def _time(time: rx.Var[OfferedTime]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(
            rx.el.time(
                rx.el.span(time.day),
                " ",
                rx.el.span(time.clock, " (", time.week, ")"),
                date_time=time.starts,
                class_name="lines",
            )
        ),
        rx.cond(
            time.is_best,
            rx.el.p(
                status(_("Suits best"), "agreed"),
                " ",
                MeetingPage.meeting.times.best_because,
            ),
        ),
        rx.cond(time.note != "", rx.el.p(icon("calendar"), time.note, class_name="with-icon")),
        *(
            rx.cond(line != "", rx.el.p(line, class_name="soft"))
            for line in (time.suits, time.does_not, time.missing)
        ),
        acts(_choose(time), _withdraw(time)),
        class_name="card",
        key=time.offer_id,
    )


def _choose(time: rx.Var[OfferedTime]) -> rx.Component:
    move = FindTime.choose(time.offer_id, MeetingPage.meeting.sequence)
    words = _("Move the meeting to this time")
    return rx.cond(
        time.is_best,
        button(words, on_click=move, aria_label=time.choose_label),
        button(words, kind="secondary", on_click=move, aria_label=time.choose_label),
    )


def _withdraw(time: rx.Var[OfferedTime]) -> rx.Component:
    return button(
        _("Take the time away"),
        kind="quiet",
        on_click=FindTime.withdraw(time.offer_id),
        aria_label=time.withdraw_label,
    )


def _offer() -> rx.Component:
    rows = [_row(n) for n in ROWS]
    return details_card(
        _("Find another time"),
        meeting_form(
            "times",
            *rows[:SHOWN_AT_ONCE],
            details_card(_("Even more times"), *rows[SHOWN_AT_ONCE:]),
            submit(_("Ask which times suit"), kind="secondary"),
            on_submit=FindTime.offer,
        ),
        summary=_("Offer up to five times. Those invited say which suit them."),
    )


def _row(n: int) -> rx.Component:
    view = MeetingPage.meeting
    return rx.el.fieldset(
        rx.el.legend(_("Time {n}").format(n=n)),
        time_fields(
            MeetingPage.problems,
            form=f"times{n}",
            where=view.meeting_id,
            about="times-",
            row=str(n),
            start=view.arrange.start_value,
            end=view.arrange.end_value,
        ),
        class_name="field",
    )
