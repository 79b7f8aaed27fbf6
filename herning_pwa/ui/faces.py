"""Five faces to answer with, each with its word: no meaning hangs on the drawing or a colour."""

from typing import Final

import reflex as rx

Text = str | rx.Var[str]

HEAD: Final = "M12 2.75a9.25 9.25 0 1 0 0 18.5 9.25 9.25 0 0 0 0-18.5Z"
EYES: Final = "M9 9.2v1.3M15 9.2v1.3"
MOUTHS: Final = (  # from the worst to the best
    "M7.8 17.2a4.6 4.6 0 0 1 8.4 0",
    "M8.4 16.4a5.6 5.6 0 0 1 7.2 0",
    "M8.3 15.6h7.4",
    "M8.4 14.6a5.6 5.6 0 0 0 7.2 0",
    "M7.6 13.6a4.7 4.7 0 0 0 8.8 0Z",
)


def faces(name: str, answers: list[tuple[str, Text]]) -> rx.Component:
    """Five radio buttons, worst first: each ``(what is sent, the word below)``."""
    return rx.el.div(
        *(
            _answer(name, value, word, mouth)
            for (value, word), mouth in zip(answers, MOUTHS, strict=True)
        ),
        class_name="faces",
    )


def _answer(name: str, value: str, word: Text, mouth: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value),
        rx.el.span(_face(mouth), rx.el.span(word)),
    )


def _face(mouth: str) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.path(d=HEAD),
        rx.el.svg.path(d=f"{EYES}{mouth}"),
        view_box="0 0 24 24",
        class_name="face",
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )
