"""Who can see this?"""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.answers import notice_of, problems_of
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.queries.seeing import Nameable
from herning_pwa.goals.state import SteerGoal
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import audience_card, details_card
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form
from herning_pwa.ui.icons import icon


def sight(goal: rx.Var[GoalView]) -> rx.Component:
    """Names, and changing it for those who may."""
    seers = goal.sight.seers
    return details_card(
        _("Who can see this?"),
        notice_of(SteerGoal, "sight"),
        problems_of(SteerGoal, "sight"),
        audience_card(goal.sight.audience_label, seers.can, seers.cannot),
        rx.cond(
            goal.sight.nameable.length() > 0,
            rx.el.ul(
                rx.foreach(goal.sight.nameable, lambda person: _nameable(goal, person)),
                class_name="rows",
            ),
        ),
        rx.cond(goal.sight.can_change, _change(goal)),
        summary=f"{goal.sight.audience_label}",
    )


def _nameable(goal: rx.Var[GoalView], person: rx.Var[Nameable]) -> rx.Component:
    return rx.el.li(
        rx.el.span(person.name, class_name="row-body"),
        rx.cond(
            person.is_in,
            _name(goal, person, _("End"), let_in=False),
            _name(goal, person, _("Let them see it"), let_in=True),
        ),
        class_name="row",
        key=person.person_id,
    )


def _name(
    goal: rx.Var[GoalView], person: rx.Var[Nameable], label: str, *, let_in: bool
) -> rx.Component:
    return button(
        rx.fragment(label, rx.el.span(": ", person.name, class_name="hidden")),
        kind="quiet",
        on_click=SteerGoal.name(goal.goal_id, person.person_id, let_in),
    )


def _change(goal: rx.Var[GoalView]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(_("Change who can see it"))), icon("down")),
        rx.el.div(
            form(
                rx.el.input(type="hidden", name="goal_id", value=goal.goal_id),
                radio_cards(
                    _("Who can see the goal?"),
                    "audience",
                    goal.sight.choices,
                    problems=SteerGoal.problems,
                    id="sight-audience",
                ),
                submit(_("Save"), kind="secondary"),
                on_submit=SteerGoal.choose_audience,
            ),
            class_name="details-body",
        ),
        class_name="card details",
    )
