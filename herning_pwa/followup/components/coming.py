"""The follow-up that is ahead or open, and who has answered in it."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.followup.state import FollowUpPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.links import link

VIEW = FollowUpPage.view


def next_card() -> rx.Component:
    """The day, where we are, and the one thing to do about it."""
    coming = VIEW.next
    return card(
        rx.el.h2(_("Next follow-up"), class_name="next-kind"),
        rx.cond(
            coming.day != "",
            rx.el.p(rx.el.time(coming.day, date_time=coming.due), class_name="follow-up-day"),
        ),
        rx.el.p(coming.standing),
        rx.cond(coming.ask != "", rx.el.p(rx.el.b(coming.ask))),
        rx.cond(coming.act != "", link_button(coming.act, VIEW.round_href)),
        _meeting(),
        also="next follow-up",
        data_late=coming.is_late,
    )


def _meeting() -> rx.Component:
    coming = VIEW.next
    return rx.cond(
        coming.meeting_href != "",
        link(_("See the meeting"), to=coming.meeting_href),
        rx.cond(
            coming.meeting != "",
            rx.el.p(
                coming.meeting,
                " ",
                rx.cond(coming.can_call, link(_("Call a meeting"), to=routes.NEW_MEETING)),
                class_name="soft",
            ),
        ),
    )


def tally_card() -> rx.Component:
    """For professionals: how many have answered, and by unfolding it, who."""
    told = VIEW.tally
    return rx.cond(
        told.line != "",
        details_card(
            told.line,
            _names(_("Have answered"), told.answered),
            _names(_("Have not answered yet"), told.missing),
            summary=_("Only professionals see who"),
        ),
    )


def _names(heading: str, people: rx.Var[str]) -> rx.Component:
    return rx.cond(people != "", rx.el.p(rx.el.b(heading, ": "), people))
