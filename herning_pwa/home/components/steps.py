"""What the reader has promised to do."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.home.queries.steps import StepLine
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button
from herning_pwa.ui.links import link


def step_list(steps: rx.Var[list[StepLine]], *, on_done: Any) -> rx.Component:
    """``on_done`` takes the step's id."""
    return rx.el.ul(rx.foreach(steps, lambda step: _step(step, on_done)), class_name="rows")


def _step(step: rx.Var[StepLine], on_done: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(step.title),
            rx.el.span(step.when, class_name="soft small"),
            link(step.goal, to=step.href, class_name="small"),
            class_name="row-body",
        ),
        button(
            rx.fragment(_("Done"), rx.el.span(": ", step.title, class_name="hidden")),
            kind="secondary",
            symbol="check",
            on_click=on_done(step.step_id),
        ),
        class_name="row my-step",
    )
