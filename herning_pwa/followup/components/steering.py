"""Closing a follow-up, moving it, passing it over, and how often: each behind a fold."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.models import FEWEST_WEEKS, MOST_WEEKS
from herning_pwa.followup.state import FollowUpPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.forms import date_field, field, form
from herning_pwa.ui.sight import who_can_see

VIEW = FollowUpPage.view
PROBLEMS = FollowUpPage.problems


def steering_section() -> rx.Component:
    steering = VIEW.steering
    return rx.cond(
        steering.can_steer | steering.can_hold,
        section(
            _("Change the follow-up"),
            rx.cond(
                steering.moves_with_meeting,
                rx.el.p(_("It moves along when the meeting is moved."), class_name="soft"),
            ),
            rx.cond(steering.can_hold, _hold()),
            rx.cond(steering.can_move, rx.fragment(_move(), _skip())),
            rx.cond(steering.can_steer, _rhythm()),
        ),
    )


def _hold() -> rx.Component:
    steering = VIEW.steering
    return details_card(
        _("We have held it"),
        _form(
            "hold",
            *_of_the_round(),
            date_field(
                _("When is the next one?"),
                "next_on",
                value=steering.next_on,
                min=steering.next_earliest,
                problems=PROBLEMS,
                id="hold-next_on",
            ),
            submit(_("Close this follow-up")),
            on_submit=FollowUpPage.hold,
        ),
    )


def _move() -> rx.Component:
    return details_card(
        _("Move it"),
        _form(
            "move",
            *_of_the_round(),
            date_field(
                _("Which day instead?"),
                "day",
                min=VIEW.steering.earliest,
                problems=PROBLEMS,
                id="move-day",
            ),
            _reason("move"),
            submit(_("Move the follow-up")),
            on_submit=FollowUpPage.move,
        ),
    )


def _skip() -> rx.Component:
    return details_card(
        _("Pass it over this time"),
        _form(
            "skip",
            *_of_the_round(),
            _reason("skip"),
            submit(_("Pass it over"), kind="secondary"),
            on_submit=FollowUpPage.skip,
        ),
        summary=_("The next one then comes as usual."),
    )


def _rhythm() -> rx.Component:
    steering = VIEW.steering
    return details_card(
        _("How often, and since when"),
        _form(
            "rhythm",
            *_hidden(circle_id=VIEW.circle_id),
            field(
                _("How many weeks between?"),
                "weeks",
                kind="number",
                value=steering.weeks,
                hint=_("From {fewest} to {most} weeks.").format(
                    fewest=FEWEST_WEEKS, most=MOST_WEEKS
                ),
                input_mode="numeric",
                problems=PROBLEMS,
                id="rhythm-weeks",
            ),
            date_field(
                _("When did the support begin?"),
                "started_on",
                value=steering.started_on,
                problems=PROBLEMS,
                id="rhythm-started_on",
            ),
            _reason("rhythm"),
            submit(_("Save the rhythm")),
            on_submit=FollowUpPage.change,
        ),
    )


def _reason(about: str) -> rx.Component:
    return rx.fragment(
        field(_("Why?"), "reason", problems=PROBLEMS, id=f"{about}-reason"),
        who_can_see(VIEW.steering.sight),
    )


def _of_the_round() -> list[rx.Component]:
    return _hidden(round_id=VIEW.next.round_id, shown=VIEW.next.due)


def _hidden(**fields: rx.Var[str]) -> list[rx.Component]:
    return [rx.el.input(type="hidden", name=name, value=value) for name, value in fields.items()]


def _form(about: str, *content: Any, on_submit: Any) -> rx.Component:
    """The ids of its fields begin with ``about``; it starts afresh when it has been sent."""
    return form(
        *content,
        on_submit=on_submit,
        draft=f"follow-up-{about}",
        key=FollowUpPage.sent[about],
    )
