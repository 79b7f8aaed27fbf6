"""A meeting in a list."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.ui.cards import status
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link


def meeting_rows(cards: rx.Var[list[MeetingCard]]) -> rx.Component:
    return rx.el.ul(rx.foreach(cards, _item), class_name="rows")


def _item(card: rx.Var[MeetingCard]) -> rx.Component:
    way = rx.el.span(icon("forward"), class_name="row-end")
    return rx.el.li(link(*meeting_line(card), way, to=card.href, class_name="row"))


def meeting_line(card: rx.Var[MeetingCard]) -> tuple[rx.Component, ...]:
    """What a list says about one meeting."""
    return (
        _leaf(card),
        rx.el.span(
            rx.el.b(card.kind),
            rx.el.time(
                rx.el.span(card.day),
                " ",
                rx.el.span(card.clock, " (", card.week, ")"),
                date_time=card.starts,
                class_name=rx.cond(card.is_cancelled, "lines cancelled", "lines"),
            ),
            rx.cond(card.where != "", rx.el.span(card.where, class_name="soft small")),
            _standing(card),
            class_name="row-body",
        ),
    )


def _leaf(card: rx.Var[MeetingCard]) -> rx.Component:
    """The day as on a calendar; the words beside it say the same."""
    return rx.el.span(
        rx.el.b(card.day_number),
        rx.el.span(card.month),
        class_name="leaf",
        aria_hidden="true",
    )


def _standing(card: rx.Var[MeetingCard]) -> rx.Component:
    answered = rx.el.span(card.answer_line, class_name="soft small")
    waiting = rx.el.span(status(_("Your answer is missing"), "wait"))
    times = rx.el.span(status(_("Answer the new times"), "wait"))
    return rx.cond(
        card.is_cancelled,
        rx.el.span(status(card.status)),
        rx.cond(card.awaits_marks, times, rx.cond(card.awaits_answer, waiting, answered)),
    )
