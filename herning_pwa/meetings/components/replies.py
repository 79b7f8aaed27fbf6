"""Saying whether the text is right, and what others say to it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import hidden_fields
from herning_pwa.meetings.models import COMMENT_LIMIT, Says
from herning_pwa.meetings.queries.replies import Comment, Standing
from herning_pwa.meetings.queries.summary import SentView
from herning_pwa.meetings.state import SummaryPage
from herning_pwa.meetings.state.summary import REPLY
from herning_pwa.meetings.words import says_word
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import card, details_card, section, status
from herning_pwa.ui.choices import checkbox
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark
from herning_pwa.ui.sight import who_can_see

VIEW = SummaryPage.view


def own_reply() -> rx.Component:
    """The question while it waits; afterwards the answer, which can be changed."""
    return rx.cond(
        VIEW.own.can_reply,
        rx.el.div(rx.cond(VIEW.own.line == "", _question(), _answered()), class_name="screen-only"),
    )


def _question() -> rx.Component:
    return card(
        rx.el.h2(_("Is that right?")),
        _confirm(),
        who_can_see(VIEW.own.sight),
        _commenting(says_word(Says.COMMENTED)),
        data_tone="wait",
    )


def _answered() -> rx.Component:
    own = VIEW.own
    return card(
        rx.el.h2(icon("check"), own.line, class_name="with-icon"),
        details_card(_("Change your answer"), _confirm(), _comment_form()),
        data_tone="agreed",
    )


def _confirm() -> rx.Component:
    return form(
        *hidden_fields(summary_id=VIEW.sent.summary_id, says=Says.CONFIRMED.value),
        submit(says_word(Says.CONFIRMED)),
        on_submit=SummaryPage.reply,
    )


def _commenting(heading: str) -> rx.Component:
    return details_card(heading, _comment_form())


def _comment_form() -> rx.Component:
    own = VIEW.own
    return form(
        *hidden_fields(summary_id=VIEW.sent.summary_id, says=Says.COMMENTED.value),
        text_area(
            _("What should be different?"),
            "words",
            limit=COMMENT_LIMIT,
            rows=3,
            value=own.words,
            hint=_("It stands beside the text. Nobody changes your words."),
            problems=SummaryPage.problems,
        ),
        who_can_see(own.sight),
        checkbox(
            _("Share my comment with everybody at the meeting"),
            "share",
            value="yes",
            chosen=own.is_shared,
        ),
        who_can_see(own.sight_if_shared),
        submit(_("Send my comment"), kind="secondary"),
        on_submit=SummaryPage.reply,
        draft=f"{REPLY}:{VIEW.sent.summary_id}",
        key=f"{VIEW.sent.summary_id}{own.words}{own.is_shared}",
    )


def comments(version: rx.Var[SentView], *, heading: Any = rx.el.h2) -> rx.Component:
    """``heading`` is the element one level below the heading around it."""
    return rx.cond(
        version.comments.length() > 0,
        rx.el.div(
            heading(_("Comments")),
            rx.el.ul(rx.foreach(version.comments, _comment), class_name="rows"),
            class_name="stack screen-only",
        ),
    )


def _comment(comment: rx.Var[Comment]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                mark(comment.shape), " ", rx.el.b(comment.name), rx.el.span(", ", comment.relation)
            ),
            rx.el.p(comment.words, class_name="words", dir="auto"),
            rx.el.p(comment.note, class_name="soft small"),
            class_name="row-body",
        ),
        class_name="row",
    )


def standings() -> rx.Component:
    """For professionals: who has answered."""
    return rx.cond(
        VIEW.standings.length() > 0,
        rx.el.div(
            section(
                _("Who has answered?"),
                rx.el.ul(rx.foreach(VIEW.standings, _standing), class_name="rows"),
            ),
            class_name="screen-only",
        ),
    )


def _standing(one: rx.Var[Standing]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(mark(one.shape), " ", rx.el.b(one.name)),
            rx.el.p(
                rx.cond(one.waits, status(one.line, "wait"), rx.el.span(one.line)),
                class_name="soft",
            ),
            class_name="row-body",
        ),
        class_name="row",
    )
