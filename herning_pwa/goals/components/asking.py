"""The proposal and its three answers, in place: never over the text one must judge."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import conflict_of, notice_of, problems_of
from herning_pwa.goals.components.wording_form import hidden_about, wording_form
from herning_pwa.goals.components.words import changes, said, words
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.values import Option

ANSWERS = ("agree", "return", "decline", "change", "withdraw")


def asking(goal: rx.Var[GoalView]) -> rx.Component:
    """What has been suggested, what was said, and the reader's own answer."""
    return rx.fragment(
        notice_of(AnswerGoal, *ANSWERS),
        conflict_of(AnswerGoal, *ANSWERS, yours=AnswerGoal.yours),
        rx.cond(
            (goal.proposal.wording_id != "") | goal.asked.can_answer,
            rx.el.section(
                rx.el.header(_heading(goal), class_name="asking-head"),
                _proposal(goal),
                rx.cond(goal.asked.can_answer, _three_answers(goal)),
                rx.cond(goal.asked.can_withdraw, _withdraw(goal)),
                class_name="card asking",
                custom_attrs={"id": "svar"},
                data_asked=goal.asked.can_answer,
            ),
        ),
    )


def _heading(goal: rx.Var[GoalView]) -> rx.Component:
    asked = goal.asked
    return rx.cond(
        asked.can_answer,
        rx.fragment(rx.el.h2(asked.sentence), _told(goal)),
        rx.fragment(
            rx.el.h2(_("The proposal")),
            _told(goal),
            rx.cond(asked.sentence != "", rx.el.p(asked.sentence)),
        ),
    )


def _told(goal: rx.Var[GoalView]) -> rx.Component:
    """Who proposed and who is missing; a goal in force has said so above."""
    return rx.cond(
        goal.is_in_force,
        rx.el.p(goal.asked.due, class_name="soft"),
        rx.el.p(goal.standing, class_name="soft"),
    )


def _proposal(goal: rx.Var[GoalView]) -> rx.Component:
    """What is changed first, then all the words."""
    proposal = goal.proposal
    return rx.cond(
        proposal.wording_id != "",
        rx.fragment(
            rx.cond(
                proposal.changes.length() > 0,
                rx.el.div(
                    rx.el.h3(_("This is changed")),
                    changes(proposal.changes),
                    class_name="changed",
                ),
            ),
            words(proposal, heading=goal.title),
            said(proposal.said),
        ),
    )


def _three_answers(goal: rx.Var[GoalView]) -> rx.Component:
    """Three equal choices. Opening one closes the others; nothing is sent by opening."""
    late = goal.asked.is_agreed
    return rx.el.div(
        rx.el.h3(_("What do you say?")),
        _choice(rx.cond(late, _("I agree as well"), _("I agree")), "agree", _agree_form(goal)),
        rx.cond(
            goal.asked.can_return,
            _choice(
                _("I suggest a change"),
                "return",
                wording_form(
                    goal,
                    about="return",
                    on_submit=AnswerGoal.return_with_other_words,
                    label=_("Send my words"),
                ),
            ),
        ),
        _choice(
            rx.cond(late, _("I see it differently"), _("Not now")), "decline", _decline_form(goal)
        ),
        class_name="answers",
    )


def _choice(label: rx.Var[str] | str, about: str, content: rx.Component) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(label), icon("down"), class_name="button secondary"),
        rx.el.div(content, class_name="details-body"),
        class_name="answer",
        custom_attrs={"name": "svar", "data-answer": about},
    )


def _agree_form(goal: rx.Var[GoalView]) -> rx.Component:
    return form(
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
        submit(_("Yes, I agree")),
        on_submit=AnswerGoal.agree,
        draft=f"goal.agree:{goal.asked.wording_id}",
    )


def _decline_form(goal: rx.Var[GoalView]) -> rx.Component:
    return form(
        problems_of(AnswerGoal, "decline"),
        hidden_about(goal),
        radio_cards(_("What stands in the way?"), "starter", _starters(), optional=True),
        text_area(
            _("Say it in your own words"),
            "reason",
            limit=TEXT_LIMIT,
            rows=3,
            hint=_("The others can read it."),
            problems=AnswerGoal.problems,
            id="decline-reason",
        ),
        submit(_("Send my answer")),
        on_submit=AnswerGoal.decline,
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


def _withdraw(goal: rx.Var[GoalView]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(_("Take the proposal back")), icon("down")),
        rx.el.div(
            form(
                problems_of(AnswerGoal, "withdraw"),
                hidden_about(goal),
                text_area(
                    _("Why?"),
                    "reason",
                    limit=TEXT_LIMIT,
                    rows=2,
                    optional=True,
                    hint=_("The story keeps that you took it back."),
                    problems=AnswerGoal.problems,
                    id="withdraw-reason",
                ),
                submit(_("Take it back"), kind="secondary"),
                on_submit=AnswerGoal.withdraw,
            ),
            class_name="details-body",
        ),
        class_name="details quietly",
    )


def change_words(goal: rx.Var[GoalView]) -> rx.Component:
    """Suggest other words for an agreed goal; the old ones stay in force meanwhile."""
    return rx.cond(
        goal.asked.can_propose_change,
        rx.el.details(
            rx.el.summary(
                rx.el.span(
                    rx.el.b(_("Suggest a change")),
                    rx.el.span(
                        _("The words stay as they are until you agree on new ones."),
                        class_name="soft",
                    ),
                ),
                icon("down"),
            ),
            rx.el.div(
                wording_form(
                    goal,
                    about="change",
                    on_submit=AnswerGoal.propose_change,
                    label=_("Send the change"),
                ),
                class_name="details-body",
            ),
            class_name="card details",
        ),
    )
