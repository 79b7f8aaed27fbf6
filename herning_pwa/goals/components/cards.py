"""One goal in the list."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.queries.goals import GoalCard
from herning_pwa.ui.cards import status
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link


def goal_card(goal: rx.Var[GoalCard]) -> rx.Component:
    """The whole card leads to the goal."""
    return rx.el.li(
        link(
            rx.el.span(goal.title, class_name="goal-title"),
            rx.el.span(
                status(goal.status_label, goal.status_tone),
                rx.el.span(goal.whose_label, class_name="soft small"),
                class_name="cluster",
            ),
            rx.cond(
                goal.asks != "",
                rx.el.span(icon("pen"), goal.asks, class_name="asks"),
                rx.cond(goal.standing != "", rx.el.span(goal.standing, class_name="soft small")),
            ),
            rx.cond(goal.steps_label != "", rx.el.span(goal.steps_label, class_name="soft small")),
            to=goal.href,
            class_name="card goal-card",
            data_status=goal.status,
        ),
        key=goal.goal_id,
    )
