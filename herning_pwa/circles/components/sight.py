"""What somebody will see in the circle, and what not."""

from __future__ import annotations

import reflex as rx

from herning_pwa.ui.icons import icon


def sight_card(
    sees_heading: str | rx.Var[str],
    sees: rx.Var[list[str]],
    not_heading: str | rx.Var[str],
    does_not_see: rx.Var[list[str]],
) -> rx.Component:
    """Two short lists, the open eye first."""
    return rx.el.section(
        rx.el.h2(icon("eye"), sees_heading),
        _lines(sees, "can"),
        rx.el.h3(not_heading),
        _lines(does_not_see, "cannot"),
        class_name="card audience",
    )


def _lines(lines: rx.Var[list[str]], kind: str) -> rx.Component:
    symbol = icon("check" if kind == "can" else "lock")
    return rx.el.ul(
        rx.foreach(lines, lambda line: rx.el.li(symbol, line)), class_name="names", data_kind=kind
    )
