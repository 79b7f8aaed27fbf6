"""Saying whether one comes: one tap, and then some words if one likes."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import hidden_fields, meeting_form
from herning_pwa.meetings.models import WORDS_LIMIT, Answer
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.meetings.words import answer_choice
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see


def answer_section() -> rx.Component:
    """The question while it waits for an answer; afterwards the answer, which can be changed.

    The words stand outside both, so that what is typed outlives a move of the meeting.
    """
    view = MeetingPage.meeting
    return rx.cond(
        view.can_answer,
        rx.fragment(
            rx.cond(view.awaits_answer, _question(), _answered()),
            rx.cond(view.sight.words.line != "", _words()),
        ),
    )


def _question() -> rx.Component:
    """Folded while other times are asked about: that question comes first."""
    view = MeetingPage.meeting
    sight = who_can_see(view.sight.answer)
    return rx.cond(
        view.times.awaits_marks,
        details_card(_("Are you coming if the time stays?"), _buttons(first="secondary"), sight),
        card(
            rx.el.h2(_("Are you coming?")),
            rx.el.p(view.answer_line, class_name="soft"),
            rx.cond(view.hold.href != "", _buttons(first="secondary"), _buttons(first="primary")),
            sight,
            data_tone="wait",
        ),
    )


def _answered() -> rx.Component:
    view = MeetingPage.meeting
    return card(
        rx.el.h2(icon("check"), view.answer_line, class_name="with-icon"),
        rx.cond(
            view.answer_words != "", rx.el.p(view.answer_words, class_name="words", dir="auto")
        ),
        rx.cond(
            (view.answer == Answer.ANOTHER_TIME.value) & (view.times.choices.length() == 0),
            rx.el.p(_("When other times are offered, you see them here.")),
        ),
        details_card(
            _("Change your answer"), _buttons(first="secondary"), who_can_see(view.sight.answer)
        ),
        data_tone="agreed",
    )


def _buttons(*, first: str) -> rx.Component:
    kinds = {Answer.COMING: first}
    return rx.el.div(
        *(_button(answer, kinds.get(answer, "secondary")) for answer in Answer),
        class_name="answers",
    )


def _button(answer: Answer, kind: str) -> rx.Component:
    view = MeetingPage.meeting
    return form(
        *hidden_fields(
            meeting_id=view.meeting_id, sequence=view.sequence.to_string(), answer=answer.value
        ),
        submit(answer_choice(answer), kind=kind),
        on_submit=MeetingPage.answer,
    )


def _words() -> rx.Component:
    view = MeetingPage.meeting
    return details_card(
        _("Write a few words"),
        meeting_form(
            "words",
            *hidden_fields(answer=view.answer),
            text_area(
                _("What should they know?"),
                "words",
                limit=WORDS_LIMIT,
                rows=3,
                value=view.answer_words,
                problems=MeetingPage.problems,
                id="words-words",
            ),
            who_can_see(view.sight.words),
            rx.cond(
                view.awaits_answer,
                rx.el.p(_("Answer first. What you have written stays here.")),
                submit(_("Send the words")),
            ),
            on_submit=MeetingPage.answer,
        ),
    )
