"""/log-ind: a native form, so that it works before anything else does."""

import reflex as rx

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.demo.people import DEMO_PASSWORD, DEMO_PEOPLE, DemoPerson
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.people.components.identity import (
    identity_sentences,
    look_for_provider,
    sign_in_with_identity_provider,
)
from herning_pwa.people.components.passkey import sign_in_with_passkey
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.forms import field, native_form
from herning_pwa.ui.links import link
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.shell import plain_page


def sign_in_page() -> rx.Component:
    return plain_page(
        notice_by_query(
            {
                "forkert": _(
                    "The e-mail address or the password does not fit. Check both and try again."
                ),
                "vent": _("There have been many tries. Wait five minutes and try again."),
                "kodegammel": _("There is no code to write any more. Sign in again to get one."),
                "koder": _("You have asked for many codes. Wait an hour and sign in again."),
                "noegle": _(
                    "Sign in with your passkey or MitID. Your password alone is not enough."
                ),
                "kodelaas": _(
                    "The code was wrong ten times. What this phone remembered is deleted."
                ),
                "udloebet": _(
                    "You were signed out because nothing had happened for half an hour. "
                    "What you had typed is saved."
                ),
            }
            | identity_sentences()
        ),
        sign_in_with_passkey(),
        native_form(
            field(
                _("E-mail"),
                "email",
                kind="email",
                auto_complete="username webauthn",
                required=True,
            ),
            field(
                _("Password"),
                "password",
                kind="password",
                auto_complete="current-password",
                required=True,
            ),
            submit(_("Sign in")),
            action=routes.API_SESSION,
        ),
        sign_in_with_identity_provider(),
        rx.el.p(link(_("Can you not sign in?"), to=routes.SIGN_IN_HELP)),
        demo_people() if settings().demo else rx.fragment(),
        title=_("Sign in"),
        lead=_("Here you set goals together around a child."),
    )


def demo_people() -> rx.Component:
    """One button for each invented person. Compiled in only when the demo is on."""
    return rx.el.section(
        rx.el.h2(_("Try the demo")),
        rx.el.p(_("Everybody here is invented. Choose who you want to be.")),
        rx.el.ul(
            *(rx.el.li(demo_person(person)) for person in DEMO_PEOPLE), class_name="demo-people"
        ),
        rx.el.p(
            _("They all have the password: {password}").format(password=DEMO_PASSWORD),
            class_name="soft",
        ),
        class_name="demo stack",
    )


def demo_person(person: DemoPerson) -> rx.Component:
    return native_form(
        rx.el.input(type="hidden", name="email", value=person.email),
        rx.el.button(
            rx.el.span(rx.el.b(person.first_name), rx.el.span(person.who, class_name="soft small")),
            type="submit",
            class_name="button secondary",
        ),
        action=routes.API_DEMO_SESSION,
    )


PAGE = Page(
    route=routes.SIGN_IN, title=_("Sign in"), content=sign_in_page, on_load=look_for_provider
)
