"""What several parts of a meeting's page share."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.forms import form

Text = str | rx.Var[str]


def meeting_form(about: str, *content: Any, on_submit: Any) -> rx.Component:
    """A form about the meeting on the page, as it was shown.

    The ids of its fields begin with ``about``; it starts afresh when it has been sent.
    """
    view = MeetingPage.meeting
    return form(
        *hidden_fields(meeting_id=view.meeting_id, sequence=view.sequence.to_string()),
        *content,
        on_submit=on_submit,
        draft=f"meeting-{about}:{view.meeting_id}",
        key=MeetingPage.sent[about],
    )


def hidden_fields(**fields: Text) -> list[rx.Component]:
    return [rx.el.input(type="hidden", name=name, value=value) for name, value in fields.items()]
