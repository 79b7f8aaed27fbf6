"""The voices drawn over time, as SVG that anybody can hear as well."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.progress.queries.chart import DrawnSeries, Tick
from herning_pwa.progress.queries.voices import Voices


def chart(view: rx.Var[Voices]) -> rx.Component:
    """Each person's line with shape and name. The table tells the same."""
    drawing = view.drawing
    return rx.el.svg(
        rx.el.svg.title(_("How it is going, in each person's own numbers from 0 to 10")),
        rx.el.svg.desc(view.description),
        rx.foreach(drawing.ticks, _tick),
        rx.foreach(drawing.series, _line),
        rx.foreach(drawing.series, _marks),
        _day(
            view.first_day, drawing.first_x, drawing.days_y, rx.cond(view.last_day, "start", "mid")
        ),
        _day(view.last_day, drawing.last_x, drawing.days_y, "end"),
        view_box=drawing.view_box,
        role="img",
        class_name="chart",
    )


def _tick(tick: rx.Var[Tick]) -> rx.Component:
    return rx.el.svg.g(
        rx.el.svg.path(d=tick.line, class_name="grid"),
        rx.el.svg.text(tick.label, x="0", y=tick.y),
    )


def _line(series: rx.Var[DrawnSeries]) -> rx.Component:
    return rx.el.svg.g(
        rx.el.svg.path(d=series.leader, class_name="voice-leader"),
        rx.el.svg.path(d=series.line, class_name="voice-line", data_stroke=series.stroke),
        data_shape=series.shape,
    )


def _marks(series: rx.Var[DrawnSeries]) -> rx.Component:
    """Drawn after all lines, so that no line crosses a mark or a name."""
    return rx.el.svg.g(
        rx.el.svg.path(d=series.marks, class_name="voice-point"),
        rx.el.svg.text(series.label, x=series.label_x, y=series.label_y, class_name="voice-name"),
        data_shape=series.shape,
    )


def _day(
    label: rx.Var[str], x: rx.Var[str], y: rx.Var[str], side: str | rx.Var[str]
) -> rx.Component:
    return rx.el.svg.text(label, x=x, y=y, data_side=side)
