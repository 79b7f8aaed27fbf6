"""Steps: who does what by when."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.answers import notice_of, problems_of
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.goals.state import GoalSteps
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import folded_form, section
from herning_pwa.ui.choices import select
from herning_pwa.ui.forms import date_field, field, form
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark
from herning_pwa.ui.sight import who_can_see


def steps(goal: rx.Var[GoalView]) -> rx.Component:
    """The goal's steps, and adding one."""
    return rx.cond(
        (goal.steps.length() > 0) | goal.can_add_step, _section(goal), notice_of(GoalSteps)
    )


def _section(goal: rx.Var[GoalView]) -> rx.Component:
    return section(
        _("Steps"),
        notice_of(GoalSteps),
        problems_of(GoalSteps, "steps"),
        rx.cond(GoalSteps.conflict != "", rx.el.p(GoalSteps.conflict, role="alert")),
        rx.cond(
            goal.steps.length() > 0,
            rx.el.ul(rx.foreach(goal.steps, step), class_name="rows"),
            rx.el.p(_("No steps yet. What could be the first small one?"), class_name="soft"),
        ),
        rx.cond(goal.can_add_step, _add(goal)),
    )


def step(one: rx.Var[StepView]) -> rx.Component:
    """One step, with what the reader may do about it."""
    return rx.el.li(
        rx.el.span(icon("check"), class_name="step-sign"),
        rx.el.div(
            rx.el.p(one.title, class_name="step-words"),
            rx.el.p(mark(one.shape), one.line, class_name="by", data_late=one.is_late),
            rx.el.div(
                rx.cond(
                    one.is_mine & one.can_tick & ~one.is_done,
                    _act(one, "done", _("It is done"), kind="secondary"),
                ),
                rx.cond(one.has_more, _more(one)),
                class_name="cluster",
            ),
            class_name="row-body",
        ),
        class_name="step",
        data_done=one.is_done,
        key=one.step_id,
    )


def _more(one: rx.Var[StepView]) -> rx.Component:
    """What is seldom needed."""
    return rx.el.details(
        rx.el.summary(_("More"), rx.el.span(": ", one.title, class_name="hidden"), icon("down")),
        rx.el.div(
            rx.cond(one.can_tick & one.is_done, _act(one, "undone", _("It is not done after all"))),
            rx.cond(one.can_tick & ~one.is_mine & ~one.is_done, _act(one, "done", _("It is done"))),
            rx.cond(one.can_take, _act(one, "take", _("I will take it"))),
            rx.cond(one.can_withdraw, _act(one, "withdraw", _("Take it away"))),
            class_name="cluster",
        ),
        class_name="more",
    )


def _act(one: rx.Var[StepView], act: str, label: str, kind: str = "quiet") -> rx.Component:
    return button(
        rx.fragment(label, rx.el.span(": ", one.title, class_name="hidden")),
        kind=kind,
        on_click=GoalSteps.change(one.step_id, act),
    )


def _add(goal: rx.Var[GoalView]) -> rx.Component:
    return folded_form(
        _("Add a step"),
        form(
            problems_of(GoalSteps, "add"),
            rx.el.input(type="hidden", name="goal_id", value=goal.goal_id),
            *step_fields(goal.step_owners, GoalSteps.problems, "add-"),
            who_can_see(goal.sight.line),
            submit(_("Add the step"), kind="secondary"),
            on_submit=GoalSteps.add,
            draft=f"goal.step:{goal.goal_id}",
            key=GoalSteps.added,
        ),
        symbol="plus",
    )


def step_fields(owners: rx.Var, problems: rx.Var, prefix: str = "") -> list[rx.Component]:
    """What, who and when."""
    return [
        field(_("What?"), "step_title", problems=problems, id=f"{prefix}step_title"),
        select(
            _("Who does it?"),
            "step_person_id",
            owners,
            problems=problems,
            id=f"{prefix}step_person_id",
        ),
        date_field(_("By when?"), "step_due_on", problems=problems, id=f"{prefix}step_due_on"),
    ]
