"""Quiet surfaces: a card has one subject, a details card waits until it is asked."""

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon

Text = str | rx.Var[str]


def card(*content: Any, also: str = "", **props: Any) -> rx.Component:
    """One subject on its own surface. ``also`` adds a room's class; ``data_tone`` tints it."""
    return rx.el.article(*content, class_name=f"card {also}".strip(), **props)


def section(heading: Text, *content: Any, **props: Any) -> rx.Component:
    """A heading of level two and what belongs to it."""
    return rx.el.section(rx.el.h2(heading), *content, class_name="section", **props)


def details_card(heading: Text, *content: Any, summary: Text = "", **props: Any) -> rx.Component:
    """Opens when it is asked; ``summary`` says the main thing while closed."""
    said = (
        rx.fragment()
        if isinstance(summary, str) and not summary
        else rx.el.span(summary, class_name="soft")
    )
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(heading), said), icon("down")),
        rx.el.div(*content, class_name="details-body"),
        class_name="card details",
        **props,
    )


class Fold(rx.Component):
    """A details whose content is drawn only when it is first unfolded."""

    library = "$/public/components/fold.jsx"
    tag = "Fold"


def folded_form(
    heading: Text, *content: Any, summary: Text = "", symbol: str = "down"
) -> rx.Component:
    """A form that costs nothing until somebody wants it."""
    said = (
        rx.fragment()
        if isinstance(summary, str) and not summary
        else rx.el.span(summary, class_name="soft")
    )
    return Fold.create(
        rx.el.summary(rx.el.span(rx.el.b(heading), said), icon(symbol)),
        *content,
        class_name="card details",
    )


def audience_card(
    heading: Text,
    can: list[str] | rx.Var[list[str]],
    cannot: list[str] | rx.Var[list[str]],
) -> rx.Component:
    """Who can see it, by name, and who cannot. Each entry is finished: "Inger, mormor"."""
    return rx.el.section(
        rx.el.h2(icon("eye"), heading),
        _names(can, "can"),
        rx.cond(
            rx.Var.create(cannot).length() > 0,
            rx.fragment(rx.el.h3(_("Cannot see it")), _names(cannot, "cannot")),
        ),
        class_name="card audience",
    )


def _names(entries: list[str] | rx.Var[list[str]], kind: str) -> rx.Component:
    symbol = icon("check" if kind == "can" else "lock")
    return rx.el.ul(
        rx.foreach(entries, lambda entry: rx.el.li(symbol, entry)),
        class_name="names",
        data_kind=kind,
    )


def status(word: Text, tone: Text = "plain") -> rx.Component:
    """A small word with a tint: plain, mine, wait, agreed, child or error."""
    return rx.el.span(word, class_name="status", data_tone=tone)
