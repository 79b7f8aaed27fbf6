"""/kreds: the people around the child."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.hand_over import handover_notice
from herning_pwa.circles.components.people import past_people, people_groups
from herning_pwa.circles.components.suggestions import suggestions
from herning_pwa.circles.components.under_way import invitations_under_way
from herning_pwa.circles.queries.circle import ChildLine
from herning_pwa.circles.state import CirclePage
from herning_pwa.commitments.components.pulse import network_pulse
from herning_pwa.followup.components.phases import phase_line
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.feedback import conflict_notice, empty_state, skeleton, success_notice
from herning_pwa.ui.links import link, row_link
from herning_pwa.ui.marks import mark
from herning_pwa.ui.problems import error_summary


def circle_page() -> rx.Component:
    return signed_in_page(
        CirclePage,
        _told(),
        rx.cond(
            CirclePage.loaded,
            rx.cond(CirclePage.circle.groups.length() > 0, _circle(), _no_circle()),
            skeleton("row", 6),
        ),
        title=_("Circle"),
        heading=CirclePage.circle.name,
        active=routes.CIRCLE,
        primary=_bring_somebody(),
    )


def _bring_somebody() -> rx.Component:
    """Those who decide invite; a young person says whom they would like to have here."""
    return rx.cond(
        CirclePage.circle.can_invite,
        link_button(_("Invite"), routes.INVITE, symbol="plus"),
        rx.cond(
            CirclePage.circle.can_suggest,
            link_button(_("Suggest somebody to join"), routes.SUGGEST, symbol="plus"),
        ),
    )


def _told() -> rx.Component:
    """What became of the last act."""
    return rx.fragment(
        success_notice(rx.cond(CirclePage.notice != "", CirclePage.notice, CirclePage.sent)),
        error_summary(CirclePage.problems),
        conflict_notice(CirclePage.conflict),
    )


def _circle() -> rx.Component:
    return rx.fragment(
        rx.el.ul(
            rx.foreach(CirclePage.circle.children, _child),
            class_name="cluster children",
        ),
        phase_line(CirclePage.circle.phase),
        handover_notice(CirclePage.circle.handover),
        suggestions(),
        invitations_under_way(),
        rx.cond(CirclePage.circle.takes_part, _together()),
        people_groups(),
        network_pulse(CirclePage.circle.pulse),
        past_people(),
        rx.el.p(
            _("Nobody sees anybody else's phone number, e-mail or address here."),
            class_name="soft small",
        ),
        rx.cond(
            CirclePage.circle.can_hand_over,
            link_button(_("Hand the circle on"), routes.HAND_OVER, kind="quiet"),
        ),
    )


def _together() -> rx.Component:
    """What the circle does together: promises, and following up."""
    return rx.el.ul(
        _way(_("Commitments"), _("Ask for help, or offer it"), routes.COMMITMENTS),
        _way(_("Follow-up"), _("When we look at it together"), routes.FOLLOW_UP),
        class_name="rows",
    )


def _way(title: str, note: str, to: str) -> rx.Component:
    return rx.el.li(row_link(rx.el.b(title), rx.el.span(note, class_name="soft"), to=to))


def _child(child: rx.Var[ChildLine]) -> rx.Component:
    return rx.el.li(
        mark("star"), rx.cond(child.href != "", link(child.label, to=child.href), child.label)
    )


def _no_circle() -> rx.Component:
    return empty_state(
        _("You are not in a circle right now"),
        _("When somebody invites you, you get a mail with a link."),
    )


PAGE = Page(
    route=routes.CIRCLE,
    title=_("Circle"),
    content=circle_page,
    on_load=CirclePage.load,
    keeps=CirclePage.circle,
)
