"""A form that is saved while one types, and says so only when it is true."""

from typing import Any

import reflex as rx

from herning_pwa.fields import LONGEST_TEXT
from herning_pwa.i18n import _
from herning_pwa.ui.outbox import TOO_LONG
from herning_pwa.ui.values import Saved

Text = str | rx.Var[str]
PAYLOAD = rx.event.passthrough_event_spec(dict[str, str])


class Autosave(rx.Component):
    """The form. Its words go to ``on_save`` at each pause, and when it is left."""

    library = "$/public/components/autosave.jsx"
    tag = "Autosave"

    version: rx.Var[int]
    answer: rx.Var[Saved]
    saved_line: rx.Var[str]
    saving: rx.Var[str]
    kept: rx.Var[str]
    late: rx.Var[str]
    kind: rx.Var[str]
    writer: rx.Var[str]
    longest: rx.Var[int]
    too_long: rx.Var[str]
    keep_mine: rx.Var[str]
    take_other: rx.Var[str]
    on_save: rx.EventHandler[PAYLOAD]
    on_answer: rx.EventHandler[rx.event.passthrough_event_spec(str)]
    on_finish: rx.EventHandler[PAYLOAD]


def autosave(
    *content: Any,
    version: rx.Var[int],
    answer: rx.Var[Saved],
    saved_line: Text = "",
    **props: Any,
) -> rx.Component:
    """``on_save`` gets the named fields and ``page_key``, ``version`` and ``serial``; its handler
    puts what came of it into ``answer``. ``on_finish`` gets the same when the form is sent.

    With ``kind`` and ``writer`` the words go through the outbox instead of to ``on_save``, and
    ``on_answer`` gets the key under which the answer is heard.

    ``saved_line`` is when the words shown were saved. The forms kept for the end of a session
    leave this one alone: its words are on the server already.
    """
    return Autosave.create(
        *content,
        version=version,
        answer=answer,
        saved_line=saved_line,
        saving=_("Saving …"),
        kept=_("Saved on the phone. It is sent when you are online again."),
        longest=LONGEST_TEXT,
        too_long=TOO_LONG,
        late=_("Not saved yet. It is saved when you are online again. Keep this page open."),
        keep_mine=_("Keep what I have written here"),
        take_other=_("Use what is saved"),
        class_name="form",
        **props,
    )
