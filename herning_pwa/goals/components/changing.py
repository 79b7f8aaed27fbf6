"""Suggesting other words for an agreed goal, and taking one's own proposal back."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import problems_of
from herning_pwa.goals.components.wording_form import hidden_about, wording_fields
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import folded_form
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see


def change_words(goal: rx.Var[GoalView]) -> rx.Component:
    """Suggest other words for an agreed goal; the old ones stay in force meanwhile."""
    return rx.cond(
        goal.asked.can_propose_change,
        folded_form(
            _("Suggest a change"),
            form(
                *wording_fields(goal, about="change", label=_("Send the change")),
                on_submit=AnswerGoal.propose_change,
                draft=f"goal.change:{goal.asked.wording_id}",
            ),
            summary=_("The words stay as they are until you agree on new ones."),
        ),
    )


def withdraw(goal: rx.Var[GoalView]) -> rx.Component:
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
                who_can_see(goal.sight.line),
                submit(_("Take it back"), kind="secondary"),
                on_submit=AnswerGoal.withdraw,
            ),
            class_name="details-body",
        ),
        class_name="details quietly",
    )
