"""Invitations that have no answer yet."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.queries import InvitationRow
from herning_pwa.circles.state import CirclePage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, link_button
from herning_pwa.ui.cards import card, section, status
from herning_pwa.ui.icons import icon


def invitations_under_way() -> rx.Component:
    """For the sender, the parents and the responsible; nobody else has any here."""
    return rx.cond(
        CirclePage.circle.invitations.length() > 0,
        section(
            _("Invitations under way"),
            rx.el.ul(rx.foreach(CirclePage.circle.invitations, _invitation), class_name="stack"),
        ),
    )


def _invitation(row: rx.Var[InvitationRow]) -> rx.Component:
    """A question to the reader stands open; the rest opens when it is asked."""
    return rx.el.li(
        rx.cond(row.can_confirm, _question(row), _sent(row)),
        key=row.invitation_id,
    )


def _face(row: rx.Var[InvitationRow]) -> rx.Component:
    return rx.el.span(rx.el.b(row.who), status(row.status, row.tone), class_name="cluster")


def _question(row: rx.Var[InvitationRow]) -> rx.Component:
    """A professional's guest: the parent decides."""
    return card(
        _face(row),
        rx.el.p(row.says),
        rx.el.div(
            rx.el.h3(row.sees_heading),
            rx.el.ul(
                rx.foreach(row.sees, lambda line: rx.el.li(icon("check"), line)),
                class_name="names",
            ),
            class_name="stack",
        ),
        acts(
            button(_("Yes, invite"), on_click=CirclePage.confirm(row.invitation_id)),
            button(
                _("No, thanks"), kind="secondary", on_click=CirclePage.refuse(row.invitation_id)
            ),
        ),
        data_tone="wait",
    )


def _sent(row: rx.Var[InvitationRow]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(_face(row), icon("down")),
        rx.el.div(
            rx.el.p(row.says),
            rx.cond(row.mail != "", rx.el.p(row.mail, class_name="soft")),
            _second_thoughts(row),
            class_name="details-body",
        ),
        class_name="card details",
    )


def _second_thoughts(row: rx.Var[InvitationRow]) -> rx.Component:
    again = button(
        _("Send a new link"), kind="secondary", on_click=CirclePage.resend(row.invitation_id)
    )
    show = link_button(_("Show a code or print"), row.show_href, kind="secondary")
    back = button(
        _("Take the invitation back"), kind="quiet", on_click=CirclePage.revoke(row.invitation_id)
    )
    return acts(
        rx.cond(row.show_href != "", show),
        rx.cond(row.can_resend, again),
        rx.cond(row.can_revoke, back),
    )
