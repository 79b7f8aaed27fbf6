"""One person's place in the circle: who they are, until when, and ending it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.state import PersonPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, link_button, submit
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.forms import date_field, form
from herning_pwa.ui.marks import mark

PLACE = PersonPage.place


def the_person() -> rx.Component:
    """Who it is to the child, since when and until when, and who brought them."""
    return card(
        rx.el.p(mark(PLACE.shape), rx.el.b(PLACE.relation), class_name="by"),
        rx.cond(PLACE.over != "", rx.el.p(PLACE.over)),
        rx.cond(PLACE.until != "", rx.el.p(rx.el.b(PLACE.until))),
        rx.cond(PLACE.note != "", rx.el.p(PLACE.note)),
        rx.el.p(
            PLACE.since,
            rx.cond(PLACE.invited_by != "", rx.fragment(". ", PLACE.invited_by, ".")),
            class_name="soft small",
        ),
        rx.cond(
            PLACE.see_as != "",
            link_button(PLACE.see_as_label, PLACE.see_as, kind="secondary", symbol="eye"),
        ),
    )


def the_last_day() -> rx.Component:
    """Until when the person takes part, for whoever may agree on it."""
    return rx.cond(
        PLACE.can_set_end,
        details_card(
            _("Last day"),
            rx.el.p(PLACE.end_means),
            form(
                rx.el.input(type="hidden", name="membership_id", value=PLACE.membership_id),
                date_field(
                    _("Takes part until and including"),
                    "last_day",
                    value=PLACE.ends_on,
                    key=PLACE.ends_on,
                    problems=PersonPage.problems,
                ),
                acts(
                    submit(_("Save the last day"), kind="secondary"),
                    rx.cond(
                        PLACE.ends_on != "",
                        button(
                            _("No last day"),
                            kind="quiet",
                            on_click=PersonPage.remove_last_day(PLACE.membership_id),
                        ),
                    ),
                ),
                on_submit=PersonPage.agree_last_day,
            ),
            summary=rx.cond(PLACE.until != "", PLACE.until, _("None agreed")),
        ),
    )


def leaving_or_ending() -> rx.Component:
    """What happens then is said first. Leaving is one tap, with nothing to unfold."""
    return rx.cond(
        PLACE.can_leave,
        card(
            rx.el.h2(_("Leave the circle")),
            rx.el.p(PLACE.ending_means),
            button(
                _("Leave the circle"),
                kind="secondary",
                on_click=PersonPage.leave(PLACE.membership_id),
            ),
        ),
        rx.cond(
            PLACE.can_end,
            details_card(
                _("Take out of the circle"),
                rx.el.p(PLACE.ending_means),
                button(
                    _("End the place in the circle"),
                    kind="secondary",
                    on_click=PersonPage.end(PLACE.membership_id),
                ),
            ),
        ),
    )
