"""Today for a young person: how it goes, a way to one's own social worker, what waits."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.home.queries.focus import FocusCard
from herning_pwa.home.queries.young import Alone
from herning_pwa.i18n import _
from herning_pwa.progress.components import quick_form, sent_alone
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link, row_link


def how_it_goes(cards: rx.Var[list[FocusCard]], *, then: Any) -> rx.Component:
    """One question for each goal. ``then`` shows the page anew after an answer."""
    return rx.cond(
        cards.length() > 0,
        rx.el.div(rx.foreach(cards, lambda card: _question(card, then)), class_name="stack"),
    )


def _question(card: rx.Var[FocusCard], then: Any) -> rx.Component:
    return rx.el.article(
        rx.el.h2(link(card.title, to=card.href)),
        quick_form(
            card.now.form,
            then=then,
            beside=link(_("Write a few words too"), to=card.write_href, class_name="more"),
        ),
        class_name="card focus-goal",
        data_next=card.is_next,
    )


def way_to_adviser(alone: rx.Var[Alone]) -> rx.Component:
    """One large row; the thanks for what was just sent stands above it."""
    return rx.el.div(
        sent_alone(),
        rx.cond(
            alone.href != "",
            row_link(
                rx.el.b(icon("lock"), alone.label),
                rx.el.span(alone.note, class_name="soft small"),
                to=alone.href,
            ),
        ),
        class_name="alone",
    )
