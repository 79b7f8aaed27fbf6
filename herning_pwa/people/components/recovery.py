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
from herning_pwa.ui.forms import form
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
        _not_yet(),
        submit(_("Give new access"), kind="secondary"),
        on_submit=[RecoverySection.start, then],
    )


def _not_yet() -> rx.Component:
    """Why nothing happened, close to the button that was tapped."""
    return rx.fragment(
        rx.cond(RecoverySection.must_prove, prove_notice()),
        conflict_notice(RecoverySection.conflict),
    )
