"""What a set of forms says back: it is saved, something is missing, somebody was first."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.problems import Attend, error_summary


def notice_of(state: Any, *abouts: str) -> rx.Component:
    """The quiet sentence after an act. ``abouts`` are the forms it may be about; none: any."""
    text = rx.cond(_is_about(state, abouts), state.notice, "") if abouts else state.notice
    return success_notice(text)


def problems_of(state: Any, about: Any) -> rx.Component:
    """What was wrong with the form called ``about``, and nothing about other forms."""
    return rx.cond(state.about == about, error_summary(state.problems))


def conflict_of(state: Any, *abouts: str, yours: Any = "") -> rx.Component:
    """Who was first, with what one had typed oneself still there to copy."""
    return rx.cond(
        (state.conflict != "") & _is_about(state, abouts),
        Attend.create(
            rx.el.p(rx.el.b(state.conflict)),
            rx.cond(
                yours != "",
                rx.el.div(
                    rx.el.h3(_("This is what you wrote")),
                    rx.el.blockquote(yours, class_name="words"),
                ),
            ),
            on=state.conflict,
            role="alert",
            class_name="notice conflict overtaken",
        ),
    )


def _is_about(state: Any, abouts: tuple[str, ...]) -> Any:
    said = state.about == abouts[0]
    for about in abouts[1:]:
        said = said | (state.about == about)
    return said
