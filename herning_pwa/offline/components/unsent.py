"""What has not been sent, and why."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.queries import Unsent, Written
from herning_pwa.offline.state import UnsentPage
from herning_pwa.people.state import AuthState
from herning_pwa.ui.buttons import acts, button
from herning_pwa.ui.cards import card
from herning_pwa.ui.icons import icon

COPY = _("Copy my words")
COPIED = _("Your words are copied.")
BY_HAND = _("It could not be copied. Your words are marked below: copy them yourself.")


class UnsentOnPhone(rx.Component):
    """What waits in this phone's outbox; its children when nothing does."""

    library = "$/public/components/outbox/unsent.jsx"
    tag = "UnsentOnPhone"

    writer: rx.Var[str]
    kinds: rx.Var[dict[str, Any]]
    refused: rx.Var[list[str]]
    gone: rx.Var[list[str]]
    on_news: rx.EventHandler[rx.event.passthrough_event_spec(list[str])]
    refused_line: rx.Var[str]
    others_label: rx.Var[str]
    others_line: rx.Var[str]
    waits_line: rx.Var[str]
    let_go: rx.Var[str]
    try_again: rx.Var[str]
    copy_label: rx.Var[str]
    copied: rx.Var[str]
    by_hand: rx.Var[str]


class CopyText(rx.Component):
    """Puts a text where it can be pasted from."""

    library = "$/public/components/outbox/unsent.jsx"
    tag = "CopyText"

    text: rx.Var[str]
    label: rx.Var[str]
    copied: rx.Var[str]
    by_hand: rx.Var[str]


def unsent_on_phone() -> rx.Component:
    return UnsentOnPhone.create(
        rx.el.p(
            icon("check"), _("Everything on this phone has been sent."), class_name="with-icon"
        ),
        writer=AuthState.person,
        refused=UnsentPage.view.known,
        gone=UnsentPage.forgotten,
        on_news=UnsentPage.compare,
        refused_line=_("It could not be sent. We have your words: you read them here when online."),
        kinds={
            name: {"label": kind.label(), "words": kind.words()} for name, kind in KINDS.items()
        },
        others_label=_("Written by somebody else"),
        others_line=_("It is sent when they sign in on this phone."),
        waits_line=_("It is safe on the phone, and is sent when you are online."),
        let_go=_("Delete it"),
        try_again=_("Try again now"),
        copy_label=COPY,
        copied=COPIED,
        by_hand=BY_HAND,
        class_name="stack",
    )


def sent_back() -> rx.Component:
    """What could not be sent, for its writer to copy or to let go."""
    return rx.el.div(rx.foreach(UnsentPage.view.things, _entry), class_name="stack")


def _entry(entry: rx.Var[Unsent]) -> rx.Component:
    return card(
        rx.el.h2(entry.label),
        rx.cond(entry.about != "", rx.el.p(entry.about)),
        rx.el.p(entry.written, class_name="small soft"),
        rx.el.p(entry.reason, class_name="notice", data_kind="wait"),
        rx.foreach(entry.words, _words),
        acts(
            CopyText.create(
                text=entry.text,
                label=COPY,
                copied=COPIED,
                by_hand=BY_HAND,
                class_name="button secondary",
            ),
            button(_("Delete it"), kind="quiet", on_click=UnsentPage.let_go(entry.key)),
        ),
        key=entry.key,
    )


def _words(words: rx.Var[Written]) -> rx.Component:
    return rx.el.div(
        rx.el.p(words.label, class_name="small soft"),
        rx.el.blockquote(words.text, class_name="words", dir="auto"),
    )
