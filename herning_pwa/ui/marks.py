"""Four shapes with four colours: who speaks is told by shape and word, never by colour alone."""

from typing import Any, Final

import reflex as rx

Text = str | rx.Var[str]

SHAPES: Final = {
    "circle": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "star": "M12 1.8l3.1 6.6 7.1.9-5.2 5 1.4 7.1L12 17.9l-6.4 3.5L7 14.3l-5.2-5 7.1-.9Z",
    "square": "M4 4h16v16H4z",
    "diamond": "M12 1.5 22.5 12 12 22.5 1.5 12Z",
}


def mark(shape: Text, label: Text = "", **props: Any) -> rx.Component:
    """A voice's shape. ``label`` makes it an image with that name; else a word stands beside it.

    ``shape`` is one of ``SHAPES`` (a Var may choose); anything else draws the circle.
    """
    naming = {"role": "img", "aria_label": label} if label != "" else {"aria_hidden": "true"}
    return rx.el.svg(
        rx.el.svg.path(d=_outline(shape)),
        view_box="0 0 24 24",
        class_name="mark",
        data_shape=shape,
        **naming,
        **props,
    )


def _outline(shape: Text) -> Text:
    if isinstance(shape, str):
        return SHAPES.get(shape, SHAPES["circle"])
    cases = [(name, path) for name, path in SHAPES.items() if name != "circle"]
    return rx.match(shape, *cases, SHAPES["circle"])
