"""The lines on the desk."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.desk.queries.lines import Line
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import section, status


def lines(entries: rx.Var[list[Line]], *, on_open: Any, kind: str = "secondary") -> rx.Component:
    """``on_open`` takes a line's circle, kind and target."""
    return rx.el.ul(
        rx.foreach(entries, lambda line: _line(line, on_open, kind)), class_name="rows desk"
    )


def quiet_group(heading: str, entries: rx.Var[list[Line]], *, on_open: Any) -> rx.Component:
    """A group that is only there when it has something to say."""
    return rx.cond(
        entries.length() > 0,
        section(heading, lines(entries, on_open=on_open, kind="quiet")),
    )


def _line(line: rx.Var[Line], on_open: Any, kind: str) -> rx.Component:
    return rx.el.li(
        rx.el.p(line.circle, class_name="soft small"),
        rx.cond(line.what != "", rx.el.p(line.what, class_name="desk-what")),
        rx.cond(line.words != "", rx.el.p(line.words, class_name="words")),
        rx.el.p(
            rx.cond(line.is_late, status(_("Overdue"), "wait")),
            rx.cond(line.due != "", rx.el.span(line.due)),
            rx.cond(line.since != "", rx.el.span(line.since)),
            class_name="by desk-when",
        ),
        button(
            rx.fragment(line.act, rx.el.span(": ", line.circle, class_name="hidden")),
            kind=kind,
            on_click=on_open(line.circle_id, line.kind, line.target),
        ),
        class_name="desk-row",
        data_late=line.is_late,
    )
