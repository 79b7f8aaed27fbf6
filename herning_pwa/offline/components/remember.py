"""The settings page's part about this phone: what it may remember, and how to make it forget."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.offline.components.words import ERASING
from herning_pwa.people.state import AuthState
from herning_pwa.ui.cards import section


class Remember(rx.Component):
    """Off until somebody turns it on, on the very phone they hold."""

    library = "$/public/components/reading/remember.jsx"
    tag = "Remember"

    auth: rx.Var[str]
    has_passkey: rx.Var[bool]
    is_fresh: rx.Var[bool]
    words: rx.Var[dict[str, str]]


def this_phone(has_passkey: Any, *, is_fresh: Any, prove_first: rx.Component) -> rx.Component:
    """``has_passkey``: the reader may unlock with one, where the browser can. It is turned on by a
    sign-in that ``is_fresh``; else ``prove_first`` stands there."""
    return section(
        _("This phone"),
        Remember.create(
            rx.el.p(_("You can read your goals and meetings without a connection.")),
            rx.el.ul(
                rx.el.li(_("The pages you open stay on the phone for three days.")),
                rx.el.li(_("They are locked. Only you can open them.")),
                rx.el.li(_("They are deleted when you sign out.")),
                class_name="points",
            ),
            rx.el.p(_("Turn it on only on a phone that is yours alone."), class_name="soft"),
            rx.cond(is_fresh, rx.fragment(), prove_first),
            auth=AuthState.get_full_name(),
            has_passkey=has_passkey,
            is_fresh=is_fresh,
            words=ERASING | _words(),
        ),
    )


def _words() -> dict[str, str]:
    return {
        "heading": _("Remember on this phone"),
        "turnOn": _("Turn on"),
        "turnOff": _("Turn off, and forget"),
        "notNow": _("Not now"),
        "isOn": _(
            "The phone remembers the pages you open, for three days. "
            "It locks when you close the app, or have been away for five minutes."
        ),
        "isOnNow": _("It is on. Open the pages you want to be able to read."),
        "isOffNow": _("It is off. The phone has forgotten the pages."),
        "withPasskey": _("Unlock with your passkey"),
        "orPin": _("or with a code of six digits"),
        "choosePin": _("Choose a code of six digits"),
        "pinHint": _("You write it each time the phone has been locked. We do not know it."),
        "pinAgain": _("Write the code once more"),
        "sixDigits": _("The code has six digits."),
        "weak": _("Many people would guess that code. Choose another one."),
        "notTheSame": _("The two codes are not the same. Write the code once more."),
        "noPasskey": _("Your passkey cannot do this here. Choose a code instead."),
        "notThisTime": _("Nothing has happened. Tap again when you are ready."),
        "noStorage": _("This browser cannot remember anything. A private window never can."),
        "oneMoment": _("One moment"),
        "error": _("Error: "),
    }
