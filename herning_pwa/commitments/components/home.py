"""For today's page: what the reader has promised, and what they are asked."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.commitments.queries.home import MyCommitment
from herning_pwa.i18n import _
from herning_pwa.ui.cards import section
from herning_pwa.ui.links import row_link


def my_commitments(lines: rx.Var[list[MyCommitment]]) -> rx.Component:
    """Rows that lead to where one says yes, or that it is done."""
    return rx.cond(
        lines.length() > 0,
        section(
            _("Your commitments"),
            rx.el.ul(rx.foreach(lines, lambda line: rx.el.li(_line(line))), class_name="rows"),
        ),
    )


def _line(line: rx.Var[MyCommitment]) -> rx.Component:
    return row_link(
        rx.el.b(line.what),
        rx.el.span(line.line, class_name="soft small"),
        to=routes.COMMITMENTS,
    )
