"""Whether somebody's address is protected, for those who may say so."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.state import PersonPage
from herning_pwa.circles.state.protection import ProtectAddress
from herning_pwa.i18n import _
from herning_pwa.page import prove_notice
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.feedback import info_notice, success_notice
from herning_pwa.ui.problems import error_summary

PLACE = PersonPage.place
fresh_protection = ProtectAddress.begin


def protected_address() -> rx.Component:
    """A line for those who plan, and the two buttons for those who decide."""
    about = PLACE.protection
    return rx.fragment(
        success_notice(ProtectAddress.notice),
        error_summary(ProtectAddress.problems),
        rx.cond(ProtectAddress.must_prove, prove_notice()),
        rx.cond(about.sentence != "", info_notice(rx.el.p(about.sentence))),
        rx.cond(about.lifted != "", info_notice(rx.el.p(about.lifted))),
        rx.cond(
            about.can_change,
            details_card(
                _("Protected address"),
                rx.el.p(about.means),
                rx.cond(about.is_protected, _lift(), _protect()),
                summary=rx.cond(about.is_protected, _("Yes"), _("Not written down")),
            ),
        ),
    )


def _protect() -> rx.Component:
    return button(
        _("The address is protected"),
        kind="secondary",
        on_click=ProtectAddress.protect(PLACE.membership_id),
    )


def _lift() -> rx.Component:
    return button(
        _("The address is no longer protected"),
        kind="secondary",
        on_click=ProtectAddress.lift(PLACE.membership_id),
    )
