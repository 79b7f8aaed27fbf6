"""Suggestions of whom to invite, on the circle's page."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.queries.suggestions import SuggestionLine
from herning_pwa.circles.state import CirclePage
from herning_pwa.i18n import _
from herning_pwa.ui.cards import section, status
from herning_pwa.ui.links import row_link


def suggestions() -> rx.Component:
    """For the young person who made them and for those who answer; nobody else has any."""
    return rx.cond(
        CirclePage.circle.suggestions.length() > 0,
        section(
            _("Suggestions for the circle"),
            rx.el.ul(rx.foreach(CirclePage.circle.suggestions, _line), class_name="rows"),
        ),
    )


def _line(line: rx.Var[SuggestionLine]) -> rx.Component:
    return rx.el.li(
        row_link(
            rx.el.span(rx.el.b(line.who), status(line.status, line.tone), class_name="cluster"),
            rx.el.span(line.says, class_name="soft small"),
            to=line.href,
        ),
        key=line.suggestion_id,
    )
