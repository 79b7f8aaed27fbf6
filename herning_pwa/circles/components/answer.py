"""The invited person's side: what it is about, yes or no, and then the password."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.sight import sight_card
from herning_pwa.circles.queries import Way
from herning_pwa.circles.state import YES, InvitationPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, link_button, submit
from herning_pwa.ui.forms import field, native_form
from herning_pwa.ui.outbox import sign_out_form


def the_invitation() -> rx.Component:
    """First screen: who invites, as what, what will be seen, and the two answers."""
    view, yes = InvitationPage.invitation, _("Yes please, I want to take part")
    return rx.el.div(
        _who_invites(),
        sight_card(_("You can see"), view.sees, _("You cannot see"), view.does_not_see),
        rx.el.p(view.read_by),
        rx.cond(view.until != "", rx.el.p(view.until)),
        rx.cond(view.answers_as != "", _somebody_else()),
        rx.cond(
            view.way == Way.SIGNED_IN,
            native_form(_link(), _yes(yes), action=routes.API_INVITATION),
            link_button(yes, to=_here() + f"&svar={YES}"),
        ),
        native_form(
            _link(),
            submit(_("No thanks"), kind="secondary", name="svar", value="nej"),
            rx.el.p(
                _("If you say no, nothing is saved about you, and the link stops working."),
                class_name="soft small",
            ),
            action=routes.API_INVITATION,
        ),
        class_name="invitation",
    )


def the_password() -> rx.Component:
    """Second screen, for whoever is not signed in: a password, or first where to send the link."""
    return rx.el.div(
        _who_invites(),
        native_form(
            _link(),
            rx.match(
                InvitationPage.invitation.way,
                (Way.KNOWN_HERE, _known()),
                (Way.NO_ADDRESS, _where_to()),
                _new(),
            ),
            acts(
                _yes(
                    rx.cond(
                        InvitationPage.invitation.way == Way.NO_ADDRESS,
                        _("Send me the link"),
                        _("Join the circle"),
                    )
                ),
                link_button(_("Back"), to=_here(), kind="quiet"),
            ),
            action=routes.API_INVITATION,
        ),
        class_name="invitation",
    )


def _who_invites() -> rx.Component:
    return rx.el.p(InvitationPage.invitation.sentence, class_name="words", dir="auto")


def _here() -> rx.Var[str]:
    """The address of the first screen."""
    return rx.Var.create(f"{routes.INVITATION}?kode={InvitationPage.code}")


def _link() -> rx.Component:
    return rx.el.input(type="hidden", name="kode", value=InvitationPage.code)


def _somebody_else() -> rx.Component:
    return sign_out_form(
        submit(_("Sign out"), kind="quiet"),
        rx.el.p(InvitationPage.invitation.answers_as),
    )


def _yes(label: str | rx.Var[str]) -> rx.Component:
    return submit(label, name="svar", value=YES)


def _new() -> rx.Component:
    name = InvitationPage.invitation.name
    return rx.fragment(
        field(_("Your first name"), "fornavn", value=name, auto_complete="given-name"),
        _your_address(_("You sign in with this from now on.")),
        field(
            _("Choose a password"),
            "adgangskode",
            kind="password",
            hint=_("At least 12 characters. Three or four words work well."),
            auto_complete="new-password",
            required=True,
        ),
    )


def _where_to() -> rx.Component:
    """A code on somebody's phone is no proof of an address: a mail is."""
    hint = _("We send you a mail with a link. Only you see your e-mail here.")
    return rx.cond(
        InvitationPage.invitation.email != "",
        _your_address(hint),
        field(
            _("Your e-mail"),
            "email",
            kind="email",
            hint=hint,
            auto_complete="email",
            required=True,
        ),
    )


def _known() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("You already have a password with us. Write it to say yes.")),
        _your_address(""),
        field(
            _("Your password"),
            "adgangskode",
            kind="password",
            auto_complete="current-password",
            required=True,
        ),
    )


def _your_address(hint: str) -> rx.Component:
    """Read-only: so that it is known later, and the phone can save it with the password."""
    return field(
        _("Your e-mail"),
        "email",
        kind="email",
        value=InvitationPage.invitation.email,
        hint=hint,
        auto_complete="username",
        read_only=True,
    )
