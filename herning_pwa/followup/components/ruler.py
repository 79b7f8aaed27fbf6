"""The wellbeing ruler: one card for each child, in words, never as a curve."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.components.ruler_forms import (
    comment_form,
    correction_form,
    setting_form,
)
from herning_pwa.followup.components.scale import scale
from herning_pwa.followup.queries.readings import ReadingView, SaidBeside
from herning_pwa.followup.queries.ruler import RulerOfChild, RulerView
from herning_pwa.followup.state.ruler import RulerSection
from herning_pwa.i18n import _
from herning_pwa.ui.cards import section, status
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark

fresh_ruler = RulerSection.begin


def ruler_section(
    ruler: rx.Var[RulerView],
    *,
    then: Any,
    meeting_id: str | rx.Var[str] = "",
    heading: str = "",
) -> rx.Component:
    """For a page whose query calls ``queries.ruler.ruler_of``; nothing for whom it is not for.

    ``then`` is the page's own load handler; ``fresh_ruler`` stands in its ``on_load``.
    ``heading`` is for a page that is called the wellbeing ruler itself.
    """
    return rx.cond(
        ruler.children.length() > 0,
        section(
            heading or _("The wellbeing ruler"),
            rx.el.p(
                _("It says how worried the professionals are. A high number means more concern."),
                " ",
                _("The numbers at your goals are the other way round."),
                class_name="soft",
            ),
            rx.foreach(ruler.children, lambda child: _child(child, ruler, then, meeting_id)),
        ),
    )


def _child(
    child: rx.Var[RulerOfChild], ruler: rx.Var[RulerView], then: Any, meeting_id: str | rx.Var[str]
) -> rx.Component:
    return rx.el.article(
        rx.el.h3(child.name),
        rx.cond(
            child.latest.reading_id != "",
            rx.fragment(scale(child.latest.number), _reading(child.latest)),
            rx.el.p(_("Nobody has set it yet."), class_name="soft"),
        ),
        rx.cond(child.can_comment, comment_form(child, then)),
        rx.cond(child.can_set, setting_form(child, ruler, then, meeting_id)),
        rx.cond(child.can_correct, correction_form(child, ruler, then)),
        rx.cond(child.earlier.length() > 0, _earlier(child)),
        class_name="card ruler",
        key=child.child_id,
    )


def _reading(reading: rx.Var[ReadingView]) -> rx.Component:
    return rx.fragment(
        rx.el.p(
            rx.el.b(reading.word),
            rx.el.span(" (", reading.concern, ")"),
            rx.cond(reading.state != "", status(reading.state)),
            class_name="reading",
        ),
        rx.el.p(reading.words, class_name="words", dir="auto"),
        rx.el.p(reading.by_line, class_name="soft small"),
        rx.foreach(reading.beside, _beside),
    )


def _beside(said: rx.Var[SaidBeside]) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            mark(said.shape), rx.el.span(_("{name} says:").format(name=said.name)), class_name="by"
        ),
        rx.el.blockquote(said.words, class_name="words said", dir="auto"),
        class_name="beside",
    )


def _earlier(child: rx.Var[RulerOfChild]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.el.span(rx.el.b(_("Earlier")), rx.el.span(": ", child.name, class_name="hidden")),
            icon("down"),
        ),
        rx.el.ol(
            rx.foreach(child.earlier, lambda one: rx.el.li(_reading(one), key=one.reading_id)),
            class_name="readings",
            role="list",
        ),
        class_name="details",
    )
