"""The three equal answers to a proposal, each with its own short form."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import problems_of
from herning_pwa.goals.components.wording_form import hidden_about, wording_fields
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.i18n import _
from herning_pwa.offline.components import outbox_form
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see
from herning_pwa.ui.values import Option


def three_answers(goal: rx.Var[GoalView]) -> rx.Component:
    """Three equal choices. Opening one closes the others; nothing is sent by opening."""
    late = goal.asked.is_agreed
    changing = outbox_form(
        *wording_fields(goal, about="return", label=_("Send my words")),
        kind="goal.returned",
        about="return",
        on_answer=AnswerGoal.heard,
        draft=f"goal.return:{goal.asked.wording_id}",
    )
    return rx.el.div(
        rx.el.h3(_("What do you say?")),
        _choice(
            goal, rx.cond(late, _("I agree as well"), _("I agree")), "agree", _agree_form(goal)
        ),
        rx.cond(goal.asked.can_return, _choice(goal, _("I suggest a change"), "return", changing)),
        _choice(
            goal,
            rx.cond(late, _("I see it differently"), _("Not now")),
            "decline",
            _decline_form(goal),
        ),
        class_name="answers",
    )


def _choice(
    goal: rx.Var[GoalView], label: rx.Var[str] | str, about: str, content: rx.Component
) -> rx.Component:
    answer = about + ":" + goal.asked.wording_id
    return rx.el.details(
        rx.el.summary(
            rx.el.span(label),
            icon("down"),
            class_name="button secondary",
            on_click=AnswerGoal.begin(answer),
        ),
        rx.el.div(content, class_name="details-body"),
        open=AnswerGoal.opened == answer,
        class_name="answer",
        custom_attrs={"name": "svar", "data-answer": about},
    )


def _agree_form(goal: rx.Var[GoalView]) -> rx.Component:
    return outbox_form(
        problems_of(AnswerGoal, "agree"),
        hidden_about(goal),
        text_area(
            _("A word to go with it"),
            "words",
            limit=TEXT_LIMIT,
            rows=2,
            optional=True,
            problems=AnswerGoal.problems,
            id="agree-words",
        ),
        who_can_see(goal.sight.line),
        submit(_("Yes, I agree")),
        kind="goal.agreed",
        about="agree",
        on_answer=AnswerGoal.heard,
        draft=f"goal.agree:{goal.asked.wording_id}",
    )


def _decline_form(goal: rx.Var[GoalView]) -> rx.Component:
    return outbox_form(
        problems_of(AnswerGoal, "decline"),
        hidden_about(goal),
        radio_cards(_("What stands in the way?"), "starter", _starters(), optional=True),
        text_area(
            _("Say it in your own words"),
            "reason",
            limit=TEXT_LIMIT,
            rows=3,
            problems=AnswerGoal.problems,
            id="decline-reason",
        ),
        who_can_see(goal.sight.line),
        submit(_("Send my answer")),
        kind="goal.declined",
        about="decline",
        on_answer=AnswerGoal.heard,
        draft=f"goal.decline:{goal.asked.wording_id}",
    )


def _starters() -> list[Option]:
    """Beginnings in plain words for those who find it hard to begin."""
    sentences = (
        _("It is too big a step right now."),
        _("We are working on something else first."),
        _("I need to talk about it before I can answer."),
    )
    return [Option(sentence, sentence) for sentence in sentences]
