"""The words of a goal in fields, to be changed."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import problems_of
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.forms import date_field, field, text_area
from herning_pwa.ui.sight import who_can_see


def wording_fields(goal: rx.Var[GoalView], *, about: str, label: str) -> list[rx.Component]:
    """All the words, filled with those that stand now, a line to go with them, and the button."""
    filled = goal.asked.filled
    told = {"problems": AnswerGoal.problems}
    return [
        problems_of(AnswerGoal, about),
        hidden_about(goal),
        field(
            _("What do you want?"),
            "title",
            value=filled.title,
            id=f"{about}-title",
            **told,
        ),
        _text(about, _("Why does it matter?"), "why", filled.why),
        _text(about, _("Which signs do we look for?"), "signs", filled.signs, optional=True),
        _text(
            about,
            _("What is everyday life like for other children?"),
            "everyday",
            filled.everyday,
            optional=True,
        ),
        rx.el.div(
            date_field(
                _("Starts"),
                "starts_on",
                value=filled.starts_on,
                optional=True,
                id=f"{about}-starts_on",
                **told,
            ),
            date_field(
                _("To be reached by"),
                "target_on",
                value=filled.target_on,
                optional=True,
                id=f"{about}-target_on",
                **told,
            ),
            class_name="two-dates",
        ),
        _text(about, _("A word to the others"), "comment", "", optional=True),
        who_can_see(goal.sight.line),
        submit(label),
    ]


def _text(about: str, label: str, name: str, value: Any, *, optional: bool = False) -> rx.Component:
    return text_area(
        label,
        name,
        limit=TEXT_LIMIT,
        rows=2,
        value=value,
        optional=optional,
        problems=AnswerGoal.problems,
        id=f"{about}-{name}",
    )


def hidden_about(goal: rx.Var[GoalView]) -> rx.Component:
    """Which goal and which words the form is about, as the person was shown them."""
    return rx.fragment(
        rx.el.input(type="hidden", name="goal_id", value=goal.goal_id),
        rx.el.input(type="hidden", name="wording_id", value=goal.asked.wording_id),
        rx.el.input(
            type="hidden", name="seen_agreed", value=rx.cond(goal.asked.is_agreed, "true", "false")
        ),
    )
