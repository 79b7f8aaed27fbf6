""" "Sådan forstod vi det": the draft while it is written, the text when it is sent."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import hidden_fields
from herning_pwa.meetings.components.replies import comments
from herning_pwa.meetings.models import SUMMARY_LIMIT
from herning_pwa.meetings.queries.summary import SentView
from herning_pwa.meetings.state import MeetingPage, SummaryPage
from herning_pwa.ui.autosave import autosave
from herning_pwa.ui.buttons import acts, button, link_button, submit
from herning_pwa.ui.cards import card, details_card, section
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.printing import print_button
from herning_pwa.ui.read_aloud import read_aloud
from herning_pwa.ui.sight import who_can_see

VIEW = SummaryPage.view


def draft() -> rx.Component:
    """Saved as it is written; sending it takes a second look at who reads it."""
    written = VIEW.draft
    return rx.el.section(
        rx.el.h2(rx.cond(written.is_correction, _("Correction"), _("Draft"))),
        autosave(
            *hidden_fields(meeting_id=VIEW.meeting_id),
            who_can_see(written.sight_now),
            text_area(
                _("What did you agree on?"),
                "text",
                limit=SUMMARY_LIMIT,
                rows=12,
                value=written.text,
                hint=_(
                    "Short sentences in words everybody knows. An empty line begins a new part."
                ),
                problems=SummaryPage.problems,
            ),
            details_card(
                _("Send it"),
                rx.el.p(_("Everybody invited reads the whole text. It cannot be changed after.")),
                who_can_see(written.sight_when_sent),
                submit(_("Send to everybody at the meeting")),
            ),
            version=written.version,
            answer=SummaryPage.saved,
            saved_line=written.saved_line,
            on_save=SummaryPage.save,
            on_finish=SummaryPage.send,
            key=VIEW.meeting_id,
        ),
        class_name="section screen-only",
    )


def sent() -> rx.Component:
    """The newest version: to read, to hear, to print."""
    text = VIEW.sent
    return rx.fragment(
        rx.cond(VIEW.writes, rx.el.h2(_("What has been sent"))),
        card(
            _paragraphs(text.paragraphs),
            rx.el.p(text.sent_line, class_name="soft small"),
            acts(read_aloud(text.spoken), print_button(kind="quiet")),
            also="summary-text",
        ),
        rx.cond(
            VIEW.can_correct,
            button(
                _("Write a correction"),
                kind="quiet",
                on_click=SummaryPage.correct(VIEW.meeting_id),
            ),
        ),
    )


def _paragraphs(paragraphs: rx.Var[list[str]]) -> rx.Component:
    return rx.el.div(
        rx.foreach(paragraphs, lambda part: rx.el.p(part, dir="auto")), class_name="read"
    )


def earlier() -> rx.Component:
    """What was sent before it was corrected, each with what was said to it."""
    return rx.cond(
        VIEW.earlier.length() > 0,
        rx.el.div(
            section(_("Earlier versions"), rx.foreach(VIEW.earlier, _earlier)),
            class_name="screen-only",
        ),
    )


def _earlier(version: rx.Var[SentView]) -> rx.Component:
    return details_card(
        version.sent_line, _paragraphs(version.paragraphs), comments(version, heading=rx.el.h3)
    )


def summary_section() -> rx.Component:
    """On the meeting's page: the way to it."""
    view = MeetingPage.meeting.summary
    return rx.cond(
        view.href != "",
        section(
            _("What we understood"),
            rx.el.div(
                rx.el.p(view.line),
                link_button(view.act, view.href, kind="secondary"),
                class_name="card",
            ),
        ),
    )
