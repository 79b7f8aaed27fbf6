"""What a meeting has decided, to be read."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.queries.decided import Decided, DecidedLine
from herning_pwa.ui.links import link


def decided_list(view: rx.Var[Decided]) -> rx.Component:
    """Goals first, then who does what, the ladder, and when we meet again."""
    return rx.el.ul(
        rx.foreach(view.goals, _line),
        rx.foreach(view.steps, _line),
        rx.cond(view.ladder.heading != "", _line(view.ladder)),
        rx.cond(view.parting.heading != "", _line(view.parting)),
        rx.cond(
            view.next_line != "",
            rx.el.li(
                rx.el.div(
                    rx.el.p(_("We meet again")),
                    rx.el.p(link(view.next_line, to=view.next_href)),
                    class_name="row-body",
                ),
                class_name="row",
            ),
        ),
        class_name="rows decided",
    )


def _line(line: rx.Var[DecidedLine]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.b(line.heading, dir="auto")),
            rx.cond(line.decision != "", rx.el.p(line.decision)),
            rx.cond(line.suggestion != "", rx.el.p(line.suggestion, dir="auto")),
            rx.cond(line.words != "", rx.el.p(line.words, class_name="words", dir="auto")),
            class_name="row-body",
        ),
        class_name="row",
    )
