"""Helping somebody back in: a section on their page in the circle."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.page import prove_notice
from herning_pwa.people.queries.recovery import RecoveryView
from herning_pwa.people.state.recovery import RecoverySection
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import conflict_notice, success_notice
from herning_pwa.ui.forms import field, form
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary

fresh_recovery = RecoverySection.begin


def recovery_section(recovery: rx.Var[RecoveryView], *, then: Any) -> rx.Component:
    """For /kreds/[membership_id]. ``then`` is the page's own load handler.

    The page's query calls ``recovery_view.recovery_for``; ``fresh_recovery`` stands in its
    ``on_load``. Nobody but the responsible professional sees anything.
    """
    return rx.cond(
        recovery.membership_id != "",
        rx.el.div(
            success_notice(RecoverySection.notice),
            details_card(
                _("Help to sign in"),
                rx.cond(recovery.can_start, _start(recovery, then), _under_way(recovery, then)),
                summary=recovery.how_it_went,
            ),
            class_name="stack",
        ),
    )


def _under_way(recovery: rx.Var[RecoveryView], then: Any) -> rx.Component:
    return rx.cond(
        recovery.recovery_id != "",
        button(
            _("Take it back"),
            kind="secondary",
            on_click=[RecoverySection.withdraw(recovery.recovery_id), then],
        ),
        rx.el.p(_("Somebody else in the municipality has begun it.")),
    )


def _start(recovery: rx.Var[RecoveryView], then: Any) -> rx.Component:
    return form(
        error_summary(RecoverySection.problems),
        rx.el.p(recovery.what_happens),
        rx.el.input(type="hidden", name="membership_id", value=recovery.membership_id),
        radio_cards(
            _("How did you make sure who it is?"),
            "checked_by",
            recovery.checks,
            problems=RecoverySection.problems,
        ),
        _another_address(recovery),
        _not_yet(),
        submit(_("Give new access"), kind="secondary"),
        on_submit=[RecoverySection.start, then],
    )


def _another_address(recovery: rx.Var[RecoveryView]) -> rx.Component:
    """Folded away: the old mailbox does for most."""
    return rx.el.details(
        rx.el.summary(rx.el.span(recovery.lost_mailbox), icon("down")),
        rx.el.div(
            rx.el.p(recovery.lost_mailbox_means),
            _address_field(_("New e-mail"), "new_email"),
            _address_field(_("The same e-mail once more"), "new_email_again"),
            class_name="details-body",
        ),
        open=RecoverySection.problems.length() > 0,
        class_name="details",
    )


def _address_field(label: str, name: str) -> rx.Component:
    return field(
        label,
        name,
        kind="email",
        optional=True,
        auto_complete="off",
        problems=RecoverySection.problems,
    )


def _not_yet() -> rx.Component:
    """Why nothing happened, close to the button that was tapped."""
    return rx.fragment(
        rx.cond(RecoverySection.must_prove, prove_notice()),
        conflict_notice(RecoverySection.conflict),
    )
