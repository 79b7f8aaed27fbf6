"""What the forms at the table share."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.state.day import MeetingDayPage
from herning_pwa.ui.forms import form
from herning_pwa.ui.icons import icon

Text = str | rx.Var[str]


def day_form(about: str, *content: Any, on_submit: Any, **hidden: Text) -> rx.Component:
    """A form about the meeting, as the stop was shown; it starts afresh when it has been sent."""
    meeting_id = MeetingDayPage.day.meeting_id
    return form(
        *(
            rx.el.input(type="hidden", name=name, value=value)
            for name, value in {"meeting_id": meeting_id, **hidden}.items()
        ),
        *content,
        on_submit=on_submit,
        draft=f"day-{about}:{meeting_id}:{hidden.get('goal_id', '')}",
        key=MeetingDayPage.sent[about],
    )


def decision(again: str, form: rx.Component, *, is_decided: rx.Var[bool]) -> rx.Component:
    """The form to decide with; folded behind ``again`` once it is decided.

    It is one and the same form: what somebody is typing stays there when a colleague decides.
    """
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(again)), icon("down")),
        rx.el.div(form, class_name="details-body"),
        class_name="card details decision",
        open=~is_decided,
        data_decided=is_decided,
    )
