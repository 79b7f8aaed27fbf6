"""A form whose words are safe on the phone before they are sent."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.fields import LONGEST_TEXT
from herning_pwa.i18n import _
from herning_pwa.people.state import AuthState
from herning_pwa.ui.outbox import TOO_LONG

Text = str | rx.Var[str]
HEARD = rx.event.passthrough_event_spec(str, str)


class OutboxForm(rx.Component):
    """Keeps what is written, sends it, and lets the page hear what came of it."""

    library = "$/public/components/outbox/form.jsx"
    tag = "OutboxForm"

    kind: rx.Var[str]
    writer: rx.Var[str]
    about: rx.Var[str]
    draft: rx.Var[str]
    kept_line: rx.Var[str]
    sign_in_line: rx.Var[str]
    sent_line: rx.Var[str]
    refused_line: rx.Var[str]
    no_room_line: rx.Var[str]
    not_yet_line: rx.Var[str]
    longest: rx.Var[int]
    too_long_line: rx.Var[str]
    on_answer: rx.EventHandler[HEARD]


def outbox_form(
    *content: Any,
    kind: str,
    on_answer: Any,
    about: Text = "",
    draft: Text = "",
    kept: Text = "",
    **props: Any,
) -> rx.Component:
    """A form of one of the kinds in ``offline/kinds.py``; its fields are called as the kind's.

    ``on_answer`` gets the entry's key and ``about`` once the server has said yes or no; the page
    hears the rest by ``HearsOutbox``. ``draft`` as for ``ui.forms.form``. ``kept`` is said instead
    of "it is sent when you are online again" where something else happens then.
    """
    return OutboxForm.create(
        *content,
        kind=kind,
        writer=AuthState.person,
        about=about,
        draft=draft,
        kept_line=kept or _("Saved on the phone. It is sent when you are online again."),
        sign_in_line=_("Saved on the phone. It is sent when you have signed in again."),
        sent_line=_("It has been sent."),
        refused_line=_("It could not be sent. You find it under Not sent."),
        no_room_line=_(
            "It is not saved yet: the phone has no room for it. Keep this page open and try again."
        ),
        not_yet_line=_(
            "It is not saved yet. Keep this page open, and try again when you are online."
        ),
        longest=LONGEST_TEXT,
        too_long_line=TOO_LONG,
        on_answer=on_answer,
        class_name="form",
        **props,
    )
