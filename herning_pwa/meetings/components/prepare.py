"""The questions before a meeting, saved as they are answered, and who reads the answers."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import hidden_fields
from herning_pwa.meetings.state import PreparePage
from herning_pwa.meetings.words import preparation_question
from herning_pwa.people.state import AuthState
from herning_pwa.ui.autosave import autosave
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.forms import field, text_area
from herning_pwa.ui.problems import error_line, sentence_for
from herning_pwa.ui.read_aloud import read_aloud
from herning_pwa.ui.sight import who_can_see

VIEW = PreparePage.view


def questions() -> rx.Component:
    return autosave(
        *hidden_fields(meeting_id=VIEW.meeting_id),
        who_can_see(VIEW.sight),
        _question("going_well", VIEW.words.going_well, _("The small things count too.")),
        _question("hard", VIEW.words.hard, _("Write it as you would say it.")),
        _question("next_steps", VIEW.words.next_steps, _("What would help the most?")),
        rx.cond(VIEW.private_heading != "", _private()),
        version=VIEW.version,
        answer=PreparePage.saved,
        saved_line=VIEW.saved_line,
        kind="meeting.prepared",
        writer=AuthState.person,
        on_answer=PreparePage.heard,
        key=VIEW.meeting_id,
    )


def _question(name: str, value: rx.Var[str], hint: str) -> rx.Component:
    question = preparation_question(name)
    return rx.el.div(
        text_area(
            question,
            name,
            limit=TEXT_LIMIT,
            rows=3,
            value=value,
            hint=hint,
            problems=PreparePage.problems,
        ),
        read_aloud(f"{question} {hint}", about=question),
        class_name="asked",
    )


def _private() -> rx.Component:
    """Sharing the answers does not open these."""
    return details_card(
        VIEW.private_heading,
        who_can_see(VIEW.private_sight),
        _question(
            "unspoken", VIEW.words.unspoken, _("It is not brought up, unless you do it yourself.")
        ),
        rx.cond(VIEW.asks_companion, _companion()),
        summary=_("What must not be said aloud, and who comes with you."),
    )


def _companion() -> rx.Component:
    return field(
        preparation_question("companion"),
        "companion",
        value=VIEW.words.companion,
        hint=_("Write who it is. You have a right to bring somebody."),
        problems=PreparePage.problems,
        auto_complete="off",
    )


def sharing() -> rx.Component:
    """Off until the writer says so."""
    return card(
        rx.el.h2(_("Share it with the others?")),
        rx.cond(VIEW.is_shared, _shared(), _not_shared()),
        error_line(sentence_for(PreparePage.problems, "share"), "share-fejl"),
        _story(),
    )


def _story() -> rx.Component:
    return rx.cond(
        VIEW.story.length() > 0,
        rx.el.section(
            rx.el.h3(_("How it came to that")),
            rx.el.ol(rx.foreach(VIEW.story, rx.el.li), class_name="story"),
            class_name="section",
        ),
    )


def _shared() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("Everybody at the meeting can read your answers.")),
        button(
            _("Stop sharing"), kind="secondary", on_click=PreparePage.keep_back(VIEW.meeting_id)
        ),
    )


def _not_shared() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("You do not have to."), class_name="soft"),
        who_can_see(VIEW.sight_if_shared),
        button(
            _("Share with everybody at the meeting"),
            kind="secondary",
            on_click=PreparePage.share(VIEW.meeting_id),
        ),
    )


def what_was_written() -> rx.Component:
    """When the meeting is over, or cancelled: only to read."""
    written = [
        (name, getattr(VIEW.words, name))
        for name in ("going_well", "hard", "next_steps", "unspoken", "companion")
    ]
    answers = (_answer(preparation_question(name), words) for name, words in written)
    return card(*answers, _story())


def _answer(question: str, words: rx.Var[str]) -> rx.Component:
    return rx.cond(
        words != "",
        rx.el.div(rx.el.h2(question), rx.el.p(words, class_name="words", dir="auto")),
    )
