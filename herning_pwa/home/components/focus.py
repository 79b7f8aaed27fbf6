"""Goals in focus: who says what now, and one's own number in two taps."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.home.queries.focus import FocusCard
from herning_pwa.i18n import _
from herning_pwa.progress.components import quick_form, voices_now
from herning_pwa.ui.links import link


def focus_list(cards: rx.Var[list[FocusCard]], *, then: Any) -> rx.Component:
    """``then`` shows the page anew after a number has been saved."""
    return rx.el.div(
        rx.foreach(cards, lambda card: _card(card, then)),
        class_name="stack",
    )


def _card(card: rx.Var[FocusCard], then: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            rx.el.h3(link(card.title, to=card.href)),
            rx.el.p(card.whose, class_name="soft small"),
        ),
        voices_now(card.now.voices),
        quick_form(
            card.now.form,
            then=then,
            beside=link(_("Write a few words too"), to=card.write_href, class_name="more"),
        ),
        class_name="card focus-goal",
        data_next=card.is_next,
    )
