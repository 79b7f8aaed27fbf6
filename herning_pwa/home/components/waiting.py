"""What waits for the reader; the first thing carries the page's one strong button."""

from __future__ import annotations

import reflex as rx

from herning_pwa.home.queries.proposals import UnderWay
from herning_pwa.home.queries.waiting import Waiting
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import status
from herning_pwa.ui.links import row_link


def waiting_list(waiting: rx.Var[list[Waiting]]) -> rx.Component:
    return rx.el.ul(rx.foreach(waiting, _thing), class_name="stack")


def _thing(thing: rx.Var[Waiting]) -> rx.Component:
    return rx.el.li(
        rx.cond(thing.circle != "", rx.el.p(thing.circle, class_name="soft small")),
        rx.el.h3(thing.ask),
        rx.cond(thing.words != "", rx.el.p(rx.el.q(thing.words), class_name="words")),
        rx.el.p(
            rx.cond(thing.is_late, status(_("Overdue"), "wait")),
            thing.note,
            class_name="by",
        ),
        rx.cond(
            thing.is_next,
            link_button(thing.act, thing.href),
            link_button(thing.act, thing.href, kind="secondary"),
        ),
        class_name="card waiting",
        data_next=thing.is_next,
    )


def under_way_list(under_way: rx.Var[list[UnderWay]]) -> rx.Component:
    """It is the others' turn: only to know, with the date they have promised."""
    return rx.el.ul(
        rx.foreach(
            under_way,
            lambda one: rx.el.li(
                row_link(
                    rx.el.span(one.words, class_name="words"),
                    rx.el.span(one.note, " · ", one.due, class_name="soft small"),
                    to=one.href,
                )
            ),
        ),
        class_name="rows",
    )
