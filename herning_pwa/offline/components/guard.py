"""What stands around every page: it shows what the phone remembers, locks, and covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypedDict

import reflex as rx
from reflex_base.vars import VarData

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.offline.components.words import ERASING
from herning_pwa.page import Page
from herning_pwa.people.state import AuthState
from herning_pwa.ui.outbox import UNSENT, WAITS_MANY, WAITS_ONE

ENDINGS = [routes.API_SESSION_END, routes.API_SESSION_END_EVERYWHERE]
AN_ID = "[0-9a-f-]{36}"
PARAMETER = re.compile(r"\\\[[^\]]+\\\]")


class Kept(TypedDict):
    """What one page may leave on a phone: which values of which state, at which addresses."""

    pattern: str
    state: str
    vars: list[str]


class Guard(rx.Component):
    """No page is drawn while the phone is locked, or when somebody has signed out on it."""

    library = "$/public/components/reading/guard.jsx"
    tag = "Guard"

    auth: rx.Var[str]
    pages: rx.Var[list[Kept]]
    sign_in: rx.Var[str]
    outside: rx.Var[list[str]]
    endings: rx.Var[list[str]]
    words: rx.Var[dict[str, str]]


def guard(pages: Iterable[Page]) -> rx.Component:
    """Around all ``pages``; those with ``keeps`` may be remembered."""
    return Guard.create(
        auth=AuthState.get_full_name(),
        pages=[kept(page.route, page.keeps) for page in pages if page.keeps is not None],
        sign_in=routes.SIGN_IN,
        outside=sorted(routes.PUBLIC - {routes.SIGN_IN}),
        endings=ENDINGS,
        words=ERASING | _locked(),
    )


def kept(route: str, view: rx.Var[Any]) -> Kept:
    """The page's view, and the shell around it. Never what is typed, refused or said back."""
    pattern = PARAMETER.sub(AN_ID, re.escape(route))
    found = view._get_all_var_data() or VarData()
    return Kept(
        pattern=f"^{pattern}$",
        state=found.state,
        vars=[f"{name}_rx_state_" for name in (found.field_name, "frame", "loaded")],
    )


def _locked() -> dict[str, str]:
    name = settings().app_name
    return {
        "name": name,
        "locked": _("{app} is locked").format(app=name),
        "lockedPin": _("Write your code of six digits."),
        "lockedPasskey": _("Open it with your finger, your face or your phone's code."),
        "pin": _("Code"),
        "unlock": _("Unlock"),
        "usePasskey": _("Use your passkey"),
        "sixDigits": _("The code has six digits."),
        "wrong": _("The code does not fit. You have {n} tries left."),
        "wrongLast": _(
            "The code does not fit. You have one try left. Then it is all deleted here."
        ),
        "notThisTime": _("Nothing has happened. Tap again when you are ready."),
        "oneMoment": _("One moment"),
        "error": _("Error: "),
        "signInInstead": _("Forgotten? Sign in again"),
        "unsentField": UNSENT,
        "waitsOne": WAITS_ONE,
        "waitsMany": WAITS_MANY,
        "left": _("You are signed out"),
        "leftOffline": _("You can sign in again when there is a connection."),
    }
