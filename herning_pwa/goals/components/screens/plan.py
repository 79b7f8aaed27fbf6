"""Who does what, and when? The third screen."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.steps import step_fields
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import FORM
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.forms import date_field, form
from herning_pwa.ui.marks import mark
from herning_pwa.ui.problems import error_summary


def plan() -> rx.Component:
    """Who does what, and when?"""
    draft = NewGoal.draft
    return rx.fragment(
        rx.cond(
            draft.steps.length() > 0,
            rx.el.ul(rx.foreach(draft.steps, _planned), class_name="rows planned"),
        ),
        form(
            error_summary(NewGoal.problems),
            rx.el.fieldset(
                rx.el.legend(
                    rx.cond(draft.steps.length() > 0, _("One more step"), _("A first small step"))
                ),
                rx.el.p(
                    _("One person and one date make it easier to keep. You can skip it."),
                    class_name="hint",
                ),
                *step_fields(draft.step_owners, NewGoal.problems),
                class_name="field step-fields",
            ),
            rx.el.div(
                date_field(
                    _("The goal starts"),
                    "starts_on",
                    value=draft.words.starts_on,
                    optional=True,
                    problems=NewGoal.problems,
                ),
                date_field(
                    _("To be reached by"),
                    "target_on",
                    value=draft.words.target_on,
                    optional=True,
                    problems=NewGoal.problems,
                ),
                class_name="two-dates",
            ),
            submit(_("Go on")),
            on_submit=NewGoal.save_plan,
            draft=f"{FORM}:3",
            key=NewGoal.added,
        ),
    )


def _planned(step: rx.Var[StepView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(step.title),
            rx.el.p(mark(step.shape), step.line, class_name="by"),
            class_name="row-body",
        ),
        button(
            rx.fragment(_("Remove"), rx.el.span(": ", step.title, class_name="hidden")),
            kind="quiet",
            on_click=NewGoal.remove_step(step.step_id),
        ),
        class_name="row",
        key=step.step_id,
    )
