"""The ruler drawn: five steps, the present one filled, and words at both ends."""

from __future__ import annotations

import reflex as rx

from herning_pwa.followup.words import NUMBERS, concern


def scale(number: rx.Var[int]) -> rx.Component:
    """For the eye; the words below it say the same to everybody."""
    return rx.el.div(
        rx.el.div(
            *(
                rx.el.span(str(n), class_name="ruler-step", data_now=rx.cond(number == n, "ja", ""))
                for n in NUMBERS
            ),
            class_name="ruler-steps",
        ),
        rx.el.div(
            *(rx.el.span(f"{n}: {concern(n)}") for n in (NUMBERS[0], NUMBERS[-1])),
            class_name="ruler-ends",
        ),
        class_name="ruler-scale",
        aria_hidden="true",
    )
