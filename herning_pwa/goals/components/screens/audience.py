"""Who can see it? The fourth screen, with names before anything is sent."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.words import parts
from herning_pwa.goals.queries.seeing import Nameable
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import NAMED, screen_address
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form
from herning_pwa.ui.links import link
from herning_pwa.ui.marks import mark
from herning_pwa.ui.problems import error_summary


def audience() -> rx.Component:
    """Who can see it? With names, before anything is sent."""
    draft = NewGoal.draft
    return rx.fragment(
        rx.el.article(
            rx.el.p(_("This is what you send"), class_name="soft small"),
            rx.el.p(draft.words.title, class_name="wording"),
            parts(draft.parts),
            rx.cond(draft.steps.length() > 0, _steps_sent()),
            class_name="card",
        ),
        form(
            error_summary(NewGoal.problems),
            rx.el.input(type="hidden", name="goal_id", value=draft.goal_id),
            radio_cards(
                _("Who can see the goal?"), "audience", draft.audiences, problems=NewGoal.problems
            ),
            rx.cond(draft.nameable.length() > 0, _named()),
            rx.el.p(draft.promise, class_name="soft"),
            submit(draft.send_label),
            on_submit=NewGoal.send,
        ),
    )


def _steps_sent() -> rx.Component:
    return rx.fragment(
        rx.el.h2(_("Steps"), class_name="small"),
        rx.el.ul(rx.foreach(NewGoal.draft.steps, _step_sent), class_name="stack"),
        link(_("Add another step"), to=screen_address(3)),
    )


def _step_sent(step: rx.Var[StepView]) -> rx.Component:
    return rx.el.li(
        rx.el.p(step.title),
        rx.el.p(mark(step.shape), step.line, class_name="by"),
        key=step.step_id,
    )


def _named() -> rx.Component:
    """Shown only while the core is chosen (goals.css)."""
    return rx.el.fieldset(
        rx.el.legend(_("Who else in the network may see it?")),
        rx.el.div(rx.foreach(NewGoal.draft.nameable, _nameable), class_name="choices"),
        class_name="field named",
    )


def _nameable(person: rx.Var[Nameable]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            name=NAMED + person.person_id,
            value="ja",
            default_checked=person.is_in,
        ),
        rx.el.span(rx.el.span(person.name)),
        class_name="choice",
        key=person.person_id,
    )
