"""The goal's history, told as a story."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.words import changes
from herning_pwa.goals.queries.story import Happening
from herning_pwa.i18n import _
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.marks import mark


def story(happenings: rx.Var[list[Happening]]) -> rx.Component:
    """Newest first."""
    return details_card(
        _("The story of the goal"),
        rx.el.ol(rx.foreach(happenings, _happening), class_name="story"),
        summary=_("Everything that has happened, with names and dates"),
    )


def _happening(one: rx.Var[Happening]) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.cond(one.shape != "", mark(one.shape)),
            rx.el.time(one.at, date_time=one.moment),
            class_name="by",
        ),
        rx.el.p(one.sentence),
        rx.cond(one.words != "", rx.el.blockquote(one.words, class_name="words said")),
        changes(one.changes),
    )
