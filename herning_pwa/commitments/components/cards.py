"""Commitments in a list, each with the one act it asks for."""

from __future__ import annotations

import reflex as rx

from herning_pwa.commitments.queries.page import CommitmentView
from herning_pwa.commitments.state import CommitmentsPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import section
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark


def commitments(heading: str, rows: rx.Var[list[CommitmentView]]) -> rx.Component:
    """One group; nothing at all when it is empty."""
    return rx.cond(
        rows.length() > 0,
        section(heading, rx.el.ul(rx.foreach(rows, _commitment), class_name="rows")),
    )


def _commitment(one: rx.Var[CommitmentView]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(one.what), dir="auto"),
        rx.el.p(mark(one.shape), rx.el.span(one.when, ". ", one.line), class_name="by"),
        rx.el.div(
            rx.cond(one.can_take, _act(one, "take", _("I will do it"), kind="secondary")),
            rx.cond(
                one.can_fulfil,
                rx.fragment(
                    _act(one, "keep", _("I did it"), kind="secondary"),
                    _act(one, "release", _("I cannot after all")),
                ),
            ),
            _more(one),
            class_name="cluster",
        ),
        class_name="commitment",
        key=one.commitment_id,
    )


def _more(one: rx.Var[CommitmentView]) -> rx.Component:
    """What is seldom needed: the story, and taking back what one has asked for."""
    return rx.el.details(
        rx.el.summary(
            _("The story"), rx.el.span(": ", one.what, class_name="hidden"), icon("down")
        ),
        rx.el.ul(rx.foreach(one.story, rx.el.li), class_name="soft small"),
        rx.cond(one.can_withdraw, _act(one, "withdraw", _("It is not needed any more"))),
        class_name="more",
    )


def _act(one: rx.Var[CommitmentView], act: str, label: str, *, kind: str = "quiet") -> rx.Component:
    return button(
        rx.fragment(label, rx.el.span(": ", one.what, class_name="hidden")),
        kind=kind,
        on_click=CommitmentsPage.change(one.commitment_id, act),
    )
