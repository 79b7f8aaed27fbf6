"""The last things others have written."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.progress.queries.latest import LastWritten
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.marks import mark


def written_list(written: rx.Var[list[LastWritten]]) -> rx.Component:
    return rx.el.ul(rx.foreach(written, _written), class_name="stack")


def _written(entry: rx.Var[LastWritten]) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            mark(entry.shape),
            rx.el.b(entry.name),
            rx.el.span(entry.relation),
            rx.el.span(entry.day, class_name="day"),
            class_name="by",
        ),
        rx.cond(entry.kept != "", rx.el.p(icon("lock"), entry.kept, class_name="small")),
        rx.cond(entry.note != "", rx.el.p(rx.el.q(entry.note), class_name="words")),
        rx.el.p(
            rx.cond(
                entry.rating != "", rx.el.span(entry.rating, _(" of 10 "), class_name="last-number")
            ),
            rx.cond(entry.word != "", rx.el.span(entry.word, ". ")),
            link(entry.goal, to=entry.href),
            class_name="small",
        ),
        class_name="last",
    )
