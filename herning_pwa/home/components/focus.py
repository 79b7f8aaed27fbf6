"""Goals in focus: who says what now, and one's own number in two taps."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.home.queries.focus import FocusCard
from herning_pwa.i18n import _
from herning_pwa.progress.components import quick_form, voices_now
from herning_pwa.ui.icons import icon
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
        _say(card, then),
        class_name="card focus-goal",
        data_next=card.is_next,
    )


def _say(card: rx.Var[FocusCard], then: Any) -> rx.Component:
    """One and the same form, folded or not: what is chosen in it stays."""
    return rx.el.details(
        rx.el.summary(
            _("Give a number now"),
            rx.el.span(": ", card.title, class_name="hidden"),
            icon("down"),
        ),
        quick_form(
            card.now.form,
            then=then,
            beside=link(_("Write a few words too"), to=card.write_href, class_name="more"),
        ),
        open=~card.is_folded,
        class_name="exact say",
        data_folded=card.is_folded,
    )
