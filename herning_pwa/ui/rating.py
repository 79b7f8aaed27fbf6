"""A number from 0 to 10, to give and to look at. Zero is a real answer."""

import reflex as rx

from herning_pwa.ui.choices import group
from herning_pwa.ui.problems import Problems

Text = str | rx.Var[str]
HIGHEST = 10


def rating(
    legend: Text,
    name: str,
    *,
    low: Text,
    middle: Text,
    high: Text,
    value: int | rx.Var[int] | None = None,
    hint: Text = "",
    optional: bool = False,
    problems: Problems | None = None,
    id: Text = "",
) -> rx.Component:
    """``low``, ``middle`` and ``high`` say what 0, 5 and 10 mean. The form sends "0" … "10"."""
    words = {0: low, 5: middle, HIGHEST: high}
    scale = rx.el.div(
        rx.el.div(
            *(_target(name, n, words.get(n, ""), value) for n in range(HIGHEST + 1)),
            class_name="scale",
        ),
        rx.el.div(
            *(rx.el.span(rx.el.b(str(n)), " ", said) for n, said in words.items()),
            class_name="scale-words",
            aria_hidden="true",
        ),
        class_name="scale-box",
    )
    return group(legend, name, scale, hint=hint, optional=optional, problems=problems, id=id)


def _target(name: str, n: int, word: Text, value: int | rx.Var[int] | None) -> rx.Component:
    spoken = rx.el.span(", ", word, class_name="hidden") if word != "" else rx.fragment()
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=name,
            value=str(n),
            default_checked=False if value is None else value == n,
        ),
        rx.el.span(str(n), spoken),
    )
