"""Finding another time, on the meeting's page; and what is good to know about a written time."""

from __future__ import annotations

from typing import Any, TypedDict

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.commands import choose_time, mark_times, offer_times, withdraw_time
from herning_pwa.meetings.models import OFFERS_LIMIT
from herning_pwa.meetings.queries.warnings import warnings_for_plan, warnings_for_time
from herning_pwa.meetings.state.meeting import MeetingPage
from herning_pwa.people.acting import ActingState, put

ROWS = range(1, OFFERS_LIMIT + 1)
PLAN, CHANGE, NEXT = "plan", "change", "next"
FORMS = (PLAN, CHANGE, NEXT, *(f"times{n}" for n in ROWS))
FIELDS = ("day", "start", "end")
WRITTEN_LIMIT = 20  # no day or hour is longer


class MarkForm(TypedDict, total=False):
    """What the answer sends; every time that suits comes under ``suits``."""

    meeting_id: str
    shown: str
    suits: list[str]


class FindTime(rx.State):
    """The acts; how they went is told where the meeting's page tells it."""

    @rx.event
    async def offer(self, form: dict[str, Any]) -> None:
        """Offer other times, a row each."""
        page = await self.get_state(MeetingPage)
        said = page._form(form)
        rows = [tuple(said.get(f"{field}{n}") for field in FIELDS) for n in ROWS]
        fields, thanks = ("sequence", "times"), _("They are asked which times suit them.")
        await page._do(offer_times, "times", {**said, "times": rows}, fields, thanks)

    @rx.event
    async def mark(self, form: MarkForm) -> None:
        """Say which times suit."""
        page = await self.get_state(MeetingPage)
        thanks = _("Thank you. Your answer has been sent.")
        await page._do(mark_times, "marks", form, ("shown", "suits"), thanks)

    @rx.event(temporal=True)
    async def withdraw(self, offer_id: str) -> None:
        """Take a time back."""
        page = await self.get_state(MeetingPage)
        if await page._act(withdraw_time, offer_id=offer_id):
            page.notice = _("The time has been taken away.")
        await page._show_meeting()

    @rx.event(temporal=True)
    async def choose(self, offer_id: str, sequence: int) -> None:
        """Move the meeting to a time that was offered."""
        page = await self.get_state(MeetingPage)
        if await page._act(choose_time, offer_id=offer_id, sequence=sequence):
            page.notice = _("The meeting has been moved. Everybody invited can see it.")
        await page._show_meeting()


class WrittenTime(ActingState, rx.State):
    """What is good to know about a time while it is being written, form by form."""

    warnings: dict[str, list[str]] = {form: [] for form in FORMS}
    _written: dict[str, dict[str, str]] = {}

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: nothing is written yet."""
        self._written = {}
        put(self, warnings={form: [] for form in FORMS})

    @rx.event
    async def look(self, about: str, where: str, field: str, value: str) -> None:
        """``field`` of the form ``about`` is now ``value``; ``where`` is its circle or meeting."""
        if about not in FORMS or field not in FIELDS:
            return
        written = {**self._written.get(about, {}), field: str(value)[:WRITTEN_LIMIT]}
        self._written = {**self._written, about: written}
        times = {name: written.get(name, "") for name in FIELDS}
        if about == PLAN:
            seen = await self._act(warnings_for_plan, circle_id=where, **times)
        else:
            seen = await self._act(warnings_for_time, meeting_id=where, **times)
        put(self, warnings={**self.warnings, about: seen.value if seen else []})
