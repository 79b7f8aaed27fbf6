"""The proposal and its three answers, in place: never over the text one must judge."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.answering import three_answers
from herning_pwa.goals.components.answers import conflict_of, notice_of
from herning_pwa.goals.components.changing import withdraw
from herning_pwa.goals.components.words import changes, said, words
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.i18n import _

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
                rx.cond(goal.asked.can_answer, three_answers(goal)),
                rx.cond(goal.asked.can_withdraw, withdraw(goal)),
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
    """What is changed first, then all the words; to a late parent the words in force."""
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
        words(goal.current, heading=goal.title),
    )
