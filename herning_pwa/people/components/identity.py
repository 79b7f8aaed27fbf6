"""MitID, through the municipality's identity provider: the way in, and the link to it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import prove_notice
from herning_pwa.people.commands.identities import LinkedIdentityView
from herning_pwa.people.oidc.words import sentences
from herning_pwa.people.state.identity import IdentityDoor, IdentitySection
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import card, section
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.forms import native_form
from herning_pwa.ui.links import document_link
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.problems import error_summary

look_for_provider = IdentityDoor.look
fresh_identity = IdentitySection.begin
identity_sentences = sentences
"""For ``notice_by_query`` on /log-ind and /log-ind/igen."""


def sign_in_with_identity_provider() -> rx.Component:
    """For /log-ind. The page puts ``look_for_provider`` into its ``on_load``.

    Stands there only where there is a provider.
    """
    return _door(_("Sign in with {provider}"), routes.API_OIDC)


def prove_with_identity_provider(then: rx.Var[str]) -> rx.Component:
    """For /log-ind/igen, with ``look_for_provider`` as well. ``then`` is where one was going."""
    return _door(_("Show it with {provider}"), f"{routes.API_OIDC}?formaal=igen&videre=" + then)


def _door(words: str, to: str | rx.Var[str]) -> rx.Component:
    before, _hole, after = words.partition("{provider}")
    return rx.cond(
        IdentityDoor.provider != "",
        rx.el.div(
            document_link(
                before, IdentityDoor.provider, after, to=to, class_name="button secondary"
            ),
            class_name="stack",
        ),
    )


def linked_identity_section(
    identity: rx.Var[LinkedIdentityView], *, is_fresh: rx.Var[bool], then: Any
) -> rx.Component:
    """For /indstillinger. ``then`` is the page's own load handler.

    What can be changed is shown while the sign-in ``is_fresh``. The page's query calls
    ``identities.linked_identity_for``; ``fresh_identity`` stands in its ``on_load``.
    """
    return rx.cond(
        identity.provider != "",
        section(
            identity.provider,
            notice_by_query(sentences()),
            rx.cond(IdentitySection.must_prove, prove_notice()),
            error_summary(IdentitySection.problems),
            success_notice(IdentitySection.notice),
            card(
                rx.cond(
                    identity.is_linked,
                    rx.el.p(_("You can sign in with MitID."), " ", identity.since),
                    rx.el.p(_("Add MitID, and you can sign in without a password.")),
                ),
                rx.cond(is_fresh, rx.cond(identity.is_linked, _remove(then), _add())),
            ),
        ),
    )


def _remove(then: Any) -> rx.Component:
    return button(_("Remove MitID"), kind="quiet", on_click=[IdentitySection.unlink, then])


def _add() -> rx.Component:
    return native_form(submit(_("Add MitID"), kind="secondary"), action=routes.API_OIDC)
