"""One button that lets the phone itself show who its owner is."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.people.models import Purpose


class PasskeyButton(rx.Component):
    """The button and what it says. Not drawn where the browser has no passkeys."""

    library = "$/public/components/passkey.jsx"
    tag = "PasskeyButton"

    purpose: rx.Var[str]
    ask_at: rx.Var[str]
    answer_at: rx.Var[str]
    prove_at: rx.Var[str]
    label: rx.Var[str]
    busy_label: rx.Var[str]
    kind: rx.Var[str]
    sentences: rx.Var[dict[str, str]]
    autofill: rx.Var[bool]
    on_done: rx.EventHandler[rx.event.no_args_event_spec]


def sign_in_with_passkey() -> rx.Component:
    """For /log-ind, over the form: the first choice on a phone, for those who have one.

    While it is there it is the page's strong button, and the form's own one is quieter
    (people.css). The e-mail field must have ``autocomplete="username webauthn"``: there the
    browser offers the passkey by itself.
    """
    return _passkey_button(
        _("Sign in with a passkey"),
        Purpose.SIGN_IN,
        rx.el.p(_("or with e-mail and password"), class_name="or"),
        refused=_("This passkey cannot be used here. Sign in with your e-mail and password."),
        autofill=True,
    )


def prove_with_passkey(*content: Any) -> rx.Component:
    """For /log-ind/igen; ``content`` goes with the button, and away with it."""
    return _passkey_button(
        _("Use your passkey"),
        Purpose.PROVE,
        *content,
        refused=_("This passkey does not belong to you here. Choose another one."),
    )


def add_passkey(label: Any, *, kind: str, on_done: Any) -> rx.Component:
    """For /indstillinger: makes a new passkey on this phone or computer."""
    return _passkey_button(
        label,
        Purpose.REGISTER,
        kind=kind,
        refused=_("The passkey could not be saved. Try once more."),
        on_done=on_done,
    )


def _passkey_button(
    label: Any, purpose: Purpose, *content: Any, refused: str, kind: str = "primary", **props: Any
) -> rx.Component:
    return PasskeyButton.create(
        *content,
        label=label,
        purpose=purpose.value,
        ask_at=routes.API_PASSKEY_QUESTION,
        answer_at=routes.API_PASSKEY,
        prove_at=routes.PROVE_ON_THE_WAY_TO,
        busy_label=_("Follow what your phone or computer says."),
        kind=kind,
        sentences=_sentences(refused),
        **props,
    )


def _sentences(refused: str) -> dict[str, str]:
    """What to say when it does not work, by why."""
    return {
        "cancelled": _("Nothing has happened. Tap again when you are ready."),
        "exists": _("There is already a passkey on this phone or computer."),
        "refused": refused,
        "signedOut": _("You have been signed out. Sign in again to go on."),
        "wait": _("There have been many tries. Wait five minutes and try again."),
        "offline": _("There is no connection. Try again when you are online."),
    }
