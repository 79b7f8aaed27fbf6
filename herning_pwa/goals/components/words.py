"""The words of a goal: as they are, what changed, and what people said to them."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.queries.difference import Bit, Difference
from herning_pwa.goals.queries.wordings import Part, Said, WordingView
from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark


def words(wording: rx.Var[WordingView], *, heading: str | rx.Var[str] = "") -> rx.Component:
    """The wording large, its parts below, and who put it that way.

    ``heading`` is the title when it stands above already: it is then not said twice.
    """
    return rx.el.div(
        rx.cond(wording.title != heading, rx.el.p(wording.title, class_name="wording")),
        parts(wording.parts),
        rx.cond(wording.comment != "", rx.el.blockquote(wording.comment, class_name="words said")),
        rx.el.p(wording.by_line, class_name="soft small"),
        class_name="stack",
    )


def parts(listed: rx.Var[list[Part]]) -> rx.Component:
    return rx.cond(listed.length() > 0, rx.el.dl(rx.foreach(listed, _part), class_name="parts"))


def _part(part: rx.Var[Part]) -> rx.Component:
    return rx.el.div(rx.el.dt(part.label), rx.el.dd(part.text))


def said(answers: rx.Var[list[Said]]) -> rx.Component:
    """Each answer with its words."""
    return rx.cond(
        answers.length() > 0, rx.el.ul(rx.foreach(answers, _answer), class_name="said-list")
    )


def _answer(answer: rx.Var[Said]) -> rx.Component:
    return rx.el.li(
        rx.el.p(mark(answer.shape), answer.verdict, " · ", answer.day, class_name="by"),
        rx.cond(answer.words != "", rx.el.blockquote(answer.words, class_name="words said")),
    )


def changes(listed: rx.Var[list[Difference]]) -> rx.Component:
    """What went and what came, word by word; told in words to those who listen."""
    return rx.cond(
        listed.length() > 0, rx.el.dl(rx.foreach(listed, _difference), class_name="parts changes")
    )


def _difference(difference: rx.Var[Difference]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(difference.label), rx.el.dd(rx.foreach(difference.bits, _bit), dir="auto")
    )


def _bit(bit: rx.Var[Bit]) -> rx.Component:
    return rx.match(
        bit.kind,
        ("added", rx.el.ins(_hidden(_("added: ")), bit.text)),
        ("removed", rx.el.del_(_hidden(_("removed: ")), bit.text)),
        rx.el.span(bit.text),
    )


def _hidden(word: str) -> rx.Component:
    return rx.el.span(word, class_name="hidden")


def wording_card(wording: rx.Var[WordingView]) -> rx.Component:
    """An earlier wording, folded together."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(rx.el.b(wording.label), rx.el.span(wording.title, class_name="soft")),
            icon("down"),
        ),
        rx.el.div(
            words(wording, heading=wording.title), said(wording.said), class_name="details-body"
        ),
        class_name="card details",
        key=wording.wording_id,
    )
