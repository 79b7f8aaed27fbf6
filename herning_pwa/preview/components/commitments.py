"""The promises as somebody else sees them."""

from __future__ import annotations

import reflex as rx

from herning_pwa.preview.queries.views import Preview, SeenCommitment, SeenCommitments
from herning_pwa.ui.cards import section
from herning_pwa.ui.marks import mark


def commitments(seen: rx.Var[Preview]) -> rx.Component:
    return rx.fragment(rx.foreach(seen.commitments, _group))


def _group(group: rx.Var[SeenCommitments]) -> rx.Component:
    return section(
        group.heading, rx.el.ul(rx.foreach(group.commitments, _commitment), class_name="rows")
    )


def _commitment(one: rx.Var[SeenCommitment]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(one.what), dir="auto"),
        rx.el.p(mark(one.shape), rx.el.span(one.when, ". ", one.line), class_name="by"),
        class_name="commitment",
    )
