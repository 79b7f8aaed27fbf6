"""/moeder/nyt: the form for a new meeting."""

from __future__ import annotations

from typing import Any, TypedDict
from uuid import uuid4

import reflex as rx

from herning_pwa import routes
from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.queries import PlanningView, planning_page
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState

DRAFT = "meeting-new"


class PlanForm(TypedDict, total=False):
    """What the form sends; every checked person comes under ``people``."""

    form_key: str
    kind: str
    day: str
    start: str
    end: str
    place: str
    link: str
    people: list[str]
    points: str


class PlanMeetingPage(ActingState, rx.State):
    """The form, with a key of its own so that two taps give one meeting."""

    planning: PlanningView = PlanningView()
    form_key: str = ""
    _sent_key: str = ""

    @rx.event
    async def load(self) -> None:
        """Show the form; a new one when the last was sent."""
        await self._show(planning_page, "planning", circle_id=CURRENT_CIRCLE)
        if self.form_key in {"", self._sent_key}:
            self.form_key = str(uuid4())

    @rx.event
    async def plan(self, form: PlanForm) -> Any:
        """Call the meeting and go to its page."""
        fields = self._form(form)
        said = {name: fields.get(name) for name in PlanForm.__annotations__}
        done = await self._act(plan_meeting, form=DRAFT, circle_id=self.planning.circle_id, **said)
        if not done:
            return None
        self._sent_key = str(said["form_key"])
        return rx.redirect(routes.meeting(done.value.id))
