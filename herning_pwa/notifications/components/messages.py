"""Turning messages on in this browser: in the settings, and asked once on today's page."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.notifications.state.messages import OwnMessages
from herning_pwa.ui.feedback import success_notice

fresh_messages = OwnMessages.begin
"""For a page's ``on_load``: what was said here earlier is over."""


class TurnOnMessages(rx.Component):
    """The button, or what stands in its way here."""

    library = "$/public/components/push.jsx"
    tag = "TurnOnMessages"

    public_key: rx.Var[str]
    address: rx.Var[str]
    label: rx.Var[str]
    kind: rx.Var[str]
    sentences: rx.Var[dict[str, str]]
    on_done: rx.EventHandler[rx.event.no_args_event_spec]


class MessageQuestion(TurnOnMessages):
    """Our own question, before the phone's."""

    tag = "MessageQuestion"

    heading: rx.Var[str]
    text: rx.Var[str]
    no: rx.Var[str]
    on_decline: rx.EventHandler[rx.event.no_args_event_spec]


class IconNumber(rx.Component):
    """The number on the app's icon."""

    library = "$/public/components/push.jsx"
    tag = "IconNumber"

    count: rx.Var[int]


def ask_about_messages(key: rx.Var[str], *, then: Any) -> rx.Component:
    """The question while ``key`` is there; ``then`` loads the page again."""
    return rx.el.div(
        success_notice(OwnMessages.notice),
        rx.cond(
            key != "",
            MessageQuestion.create(
                public_key=key,
                address=routes.API_MESSAGES,
                heading=_("Would you like to know when there is news?"),
                text=_("Then you need not look yourself. The message never says what it is about."),
                label=_("Yes, send me a message"),
                no=_("No, thank you"),
                kind="secondary",
                sentences=_sentences(),
                on_done=[OwnMessages.turned_on, then],
                on_decline=[OwnMessages.decline, then],
            ),
        ),
        class_name="asked",
    )


def turn_on_here(key: rx.Var[str], *, then: Any) -> rx.Component:
    """For the settings: this phone or computer is to get messages."""
    return TurnOnMessages.create(
        public_key=key,
        address=routes.API_MESSAGES,
        label=_("Get messages here"),
        kind="secondary",
        sentences=_sentences(),
        on_done=[OwnMessages.turned_on, then],
    )


def _sentences() -> dict[str, str]:
    """What to say when it does not work, or not here, by why."""
    return {
        "busy": _("One moment. Your phone may ask you too."),
        "later": _("Nothing has happened. Tap again when you are ready."),
        "cannot": _("This browser cannot get messages. You get mail instead."),
        "install": _("Put the app on your home screen first. Then your iPhone can get messages."),
        "denied": _(
            "Your browser says no to messages from us. "
            "Tap the lock beside the address, and allow notifications."
        ),
        "deniedByPhone": _(
            "Your phone says no to messages from us. "
            "Find the app in the phone’s settings, and allow notifications."
        ),
        "refused": _("It did not work. You get mail as before. Try again later."),
        "signedOut": _("You have been signed out. Sign in again to go on."),
        "offline": _("There is no connection. Try again when you are online."),
    }
