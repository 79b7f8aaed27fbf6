"""/log-ind/igen: once more, that it is you."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.people.components.identity import (
    identity_sentences,
    look_for_provider,
    prove_with_identity_provider,
)
from herning_pwa.people.components.passkey import prove_with_passkey
from herning_pwa.people.state.prove import ProvePage
from herning_pwa.ui.buttons import link_button, submit
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.forms import field, native_form
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.outbox import sign_out_form

WAYS = ProvePage.ways


def prove_page() -> rx.Component:
    return signed_in_page(
        ProvePage,
        notice_by_query(
            {
                "kode": _("The code does not fit. Wait for the next one, and write it."),
                "adgangskode": _("The password does not fit. Try once more."),
                "vent": _("There have been many tries. Wait five minutes and try again."),
            }
            | identity_sentences()
        ),
        rx.cond(ProvePage.loaded, _ways(), skeleton("card", 1)),
        title=_("Show that it is you"),
        lead=_("You are about to do something important. What you have written is kept."),
        active=routes.PROVE,
    )


def _ways() -> rx.Component:
    return rx.el.div(
        rx.cond(WAYS.by_passkey, prove_with_passkey(_or())),
        rx.cond(WAYS.by_code, _code()),
        rx.cond(WAYS.by_password, _password()),
        rx.cond(WAYS.by_identity, prove_with_identity_provider(WAYS.then)),
        link_button(_("Not now"), WAYS.then, kind="quiet"),
        rx.cond(
            WAYS.by_passkey | WAYS.by_code | WAYS.by_password | WAYS.by_identity,
            rx.fragment(),
            _sign_in_anew(),
        ),
        class_name="stack",
    )


def _or() -> rx.Component:
    return rx.cond(WAYS.by_code | WAYS.by_password, rx.el.p(_("or another way"), class_name="or"))


def _code() -> rx.Component:
    return _form(
        field(
            _("The code from your authenticator app"),
            "kode",
            auto_complete="one-time-code",
            input_mode="numeric",
            required=True,
        ),
        after_a_stronger=WAYS.by_passkey,
    )


def _password() -> rx.Component:
    return _form(
        rx.el.input(  # tells the phone's password keeper whose password it is
            type="text",
            name="account",
            value=WAYS.email,
            read_only=True,
            auto_complete="username",
            hidden=True,
        ),
        field(
            _("Your password"),
            "adgangskode",
            kind="password",
            auto_complete="current-password",
            required=True,
        ),
        after_a_stronger=WAYS.by_passkey | WAYS.by_code,
    )


def _form(*content: Any, after_a_stronger: rx.Var[bool]) -> rx.Component:
    """The strongest way a person has is the page's one primary act."""
    return native_form(
        rx.el.input(type="hidden", name="videre", value=WAYS.then),
        *content,
        rx.cond(after_a_stronger, submit(_("Go on"), kind="secondary"), submit(_("Go on"))),
        action=routes.API_SESSION_PROVE,
    )


def _sign_in_anew() -> rx.Component:
    """Staff who have no second factor yet: a password and a mail are all they can show."""
    return sign_out_form(
        submit(_("Sign out")),
        rx.el.p(_("Sign out and in again. Then you can go on.")),
    )


PAGE = Page(
    route=routes.PROVE,
    title=_("Show that it is you"),
    content=prove_page,
    on_load=[ProvePage.load, look_for_provider],
)
