"""The invited person's side: what it is about, and yes or no."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.queries import Way
from herning_pwa.circles.state import InvitationPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button, submit
from herning_pwa.ui.cards import audience_card
from herning_pwa.ui.feedback import info_notice
from herning_pwa.ui.forms import field, native_form


def the_invitation() -> rx.Component:
    """Who invites, as what, what will be seen, and the two answers."""
    view = InvitationPage.invitation
    return rx.fragment(
        rx.el.p(view.sentence, class_name="lead invitation-sentence", dir="auto"),
        audience_card(_("You can see"), view.sees, view.does_not_see),
        rx.el.p(view.read_by),
        native_form(
            rx.el.input(type="hidden", name="kode", value=InvitationPage.code),
            rx.match(
                view.way,
                (Way.NEW_HERE, _new_person()),
                (Way.KNOWN_HERE, _known_person()),
                rx.fragment(),
            ),
            submit(_("Yes please, I want to take part"), name="svar", value="ja"),
            action=routes.API_INVITATION,
        ),
        native_form(
            rx.el.input(type="hidden", name="kode", value=InvitationPage.code),
            submit(_("No thanks"), kind="secondary", name="svar", value="nej"),
            rx.el.p(
                _("If you say no, nothing is saved about you, and the link stops working."),
                class_name="soft small",
            ),
            action=routes.API_INVITATION,
        ),
    )


def _new_person() -> rx.Component:
    view = InvitationPage.invitation
    return rx.fragment(
        field(_("Your first name"), "fornavn", value=view.name, auto_complete="given-name"),
        _your_address(),
        field(
            _("Choose a password"),
            "adgangskode",
            kind="password",
            hint=_("At least 12 characters. Three or four words work well."),
            auto_complete="new-password",
            required=True,
        ),
    )


def _known_person() -> rx.Component:
    return rx.fragment(
        info_notice(rx.el.p(_("You already have a password with us. Write it to say yes."))),
        _your_address(),
        field(
            _("Your password"),
            "adgangskode",
            kind="password",
            auto_complete="current-password",
            required=True,
        ),
    )


def _your_address() -> rx.Component:
    """Read-only, so that it is known later, and so that the phone can save it with the password."""
    return field(
        _("Your e-mail"),
        "email",
        kind="email",
        value=InvitationPage.invitation.email,
        hint=_("You sign in with this from now on."),
        auto_complete="username",
        read_only=True,
    )


def the_problem() -> rx.Component:
    """Why the link does not let in, and the one thing to do."""
    view = InvitationPage.invitation
    return rx.el.div(
        rx.el.p(view.problem, class_name="lead"),
        rx.match(
            view.way,
            (Way.SIGN_IN, link_button(_("Sign in"), routes.SIGN_IN)),
            (Way.GO_HOME, link_button(_("Open the circle"), routes.CIRCLE)),
            (Way.SIGN_OUT, native_form(submit(_("Sign out")), action=routes.API_SESSION_END)),
            rx.fragment(),
        ),
        class_name="stack",
    )


def the_no() -> rx.Component:
    return rx.el.p(
        _("Thank you for your answer. You have not become part of the circle. You can close this."),
        class_name="lead",
    )
