"""The end of a session, announced five minutes before, with everything typed kept."""

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.outbox import sign_out_form
from herning_pwa.ui.values import KeptText

TIMED_OUT = "udloebet"


class SessionWatch(rx.Component):
    """The clock, the dialog and the keeper of drafts (``data-draft`` forms)."""

    library = "$/public/components/session.jsx"
    tag = "SessionWatch"

    expires_at: rx.Var[int]
    kept: rx.Var[list[KeptText]]
    leave_to: rx.Var[str]
    heading: rx.Var[str]
    text: rx.Var[str]
    stay: rx.Var[str]
    on_stay: rx.EventHandler[rx.event.no_args_event_spec]
    on_keep: rx.EventHandler[rx.event.passthrough_event_spec(list[dict[str, str]])]


def session_watch(
    *, expires_at: rx.Var[int], kept: rx.Var[list[KeptText]], on_stay: Any, on_keep: Any
) -> rx.Component:
    """Watches over one page.

    ``expires_at`` is the idle end in epoch milliseconds (0: nobody is signed in, nothing happens);
    ``on_stay`` prolongs it; ``on_keep`` receives a list of ``{form, field, text}`` when the warning
    shows, when the page is hidden and once a minute while something new is typed; ``kept`` is put
    back into fields that are still empty. Passwords and hidden fields are never read.
    """
    leave = submit(_("Sign out"), kind="secondary")
    return SessionWatch.create(
        sign_out_form(leave, data_works_offline=True, class_name="stack"),
        expires_at=expires_at,
        kept=kept,
        on_stay=on_stay,
        on_keep=on_keep,
        leave_to=f"{routes.SIGN_IN}?fejl={TIMED_OUT}",
        heading=_("You are about to be signed out"),
        text=_(
            "In 5 minutes you are signed out. Do you want to stay? What you have typed is saved."
        ),
        stay=_("Stay signed in"),
    )


class LeftOver(rx.Component):
    """What was typed when the reader lost sight of the page, still there to be copied."""

    library = "$/public/components/session.jsx"
    tag = "LeftOver"

    gone: rx.Var[str]
    unsent: rx.Var[str]
    on_keep: rx.EventHandler[rx.event.passthrough_event_spec(list[dict[str, str]])]


def left_over(*content: Any, gone: rx.Var[str], on_keep: Any) -> rx.Component:
    """Says ``gone``, keeps the words of the forms that disappear with it, and then ``content``."""
    return LeftOver.create(
        *content,
        gone=gone,
        unsent=_("This was not sent. You can copy it here:"),
        on_keep=on_keep,
        class_name="notice",
    )
