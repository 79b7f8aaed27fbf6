"""/moeder/[meeting_id]: one meeting.

Every form carries the meeting it was shown for and that meeting's sequence, so
that nobody answers or moves another one than they were looking at.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, TypedDict

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.commands import (
    add_point,
    answer_meeting,
    cancel_meeting,
    change_meeting,
    invite_to_meeting,
    leave_out,
    move_down,
    move_up,
    take_in,
    withdraw_point,
)
from herning_pwa.meetings.queries import MeetingView, meeting_page
from herning_pwa.people.acting import ActingState
from herning_pwa.ui.values import FieldProblem

ORDER = {"up": move_up, "down": move_down, "off": leave_out, "on": take_in}


class InviteForm(TypedDict, total=False):
    """What the form for inviting more sends; every checked person comes under ``people``."""

    meeting_id: str
    people: list[str]


class MeetingPage(ActingState, rx.State):
    """The meeting, and the acts on it."""

    meeting: MeetingView = MeetingView()
    sent: dict[str, int] = {}  # how often each form was sent: it then starts afresh
    _asked: str = ""  # the address shown last, whether or not there was a meeting

    @rx.event
    async def load(self) -> AsyncIterator[None]:
        """Show the meeting in the address; never the one before it meanwhile."""
        asked = self._param("meeting_id")
        if asked != self._asked:
            self.meeting, self.loaded = MeetingView(), False
            self.problems, self.conflict, self.notice = [], "", ""
            yield
        was = self.meeting
        await self._show_meeting()
        self._asked = asked
        if was.meeting_id and was.sequence != self.meeting.sequence:
            self.notice = ""
            self.conflict = _("The meeting has just been changed. Look at the time and place.")

    @rx.event
    async def answer(self, form: dict[str, Any]) -> None:
        """Say whether one comes, or add words to what one has said."""
        about = "words" if "words" in self._form(form) else "answer"
        fields, thanks = ("sequence", "answer", "words"), _("Your answer has been sent.")
        await self._do(answer_meeting, about, form, fields, thanks)

    @rx.event
    async def add_point(self, form: dict[str, Any]) -> None:
        """Put something on the agenda."""
        fields = ("text", "goal_id")
        await self._do(add_point, "point", form, fields, _("The point is on the agenda."))

    @rx.event(temporal=True)
    async def withdraw_point(self, point_id: str) -> None:
        """Take one's own point off the agenda."""
        if await self._act(withdraw_point, point_id=point_id):
            self.notice = _("The point has been taken off.")
        await self._show_meeting()

    @rx.event(temporal=True)
    async def order(self, meeting_id: str, key: str, act: str) -> None:
        """Take something up earlier or later, leave it out, or take it in again."""
        command = ORDER.get(act) if isinstance(act, str) else None
        if command and not await self._act(command, meeting_id=meeting_id, key=key):
            return
        await self._show_meeting()

    @rx.event
    async def change(self, form: dict[str, Any]) -> None:
        """Give the meeting another time or place."""
        fields = ("sequence", "day", "start", "end", "place", "link", "reason")
        thanks = _("The meeting has been changed. Everybody invited can see it.")
        await self._do(change_meeting, "change", form, fields, thanks)

    @rx.event
    async def cancel(self, form: dict[str, Any]) -> None:
        """Call the meeting off."""
        thanks = _("The meeting has been cancelled. Everybody invited can see it.")
        await self._do(cancel_meeting, "cancel", form, ("sequence", "reason"), thanks)

    @rx.event
    async def invite(self, form: InviteForm) -> None:
        """Invite more people."""
        thanks = _("They are invited and can see the meeting.")
        await self._do(invite_to_meeting, "invite", form, ("people",), thanks)

    async def _do(
        self,
        command: Callable[..., Any],
        about: str,
        form: object,
        fields: tuple[str, ...],
        thanks: str,
    ) -> None:
        """Run the command on the form's meeting, tell how it went, show the meeting anew.

        ``about`` begins the ids of the form's fields, and the name of its kept words.
        """
        said = self._form(form)
        meeting_id = str(said.get("meeting_id", ""))
        done = await self._act(
            command,
            form=f"meeting-{about}:{meeting_id}",
            meeting_id=meeting_id,
            **{name: said.get(name) for name in fields},
        )
        if done:
            self.notice, self.sent[about] = thanks, self.sent.get(about, 0) + 1
        self.problems = [
            FieldProblem(f"{about}-{problem.field}" if problem.field else "", problem.sentence)
            for problem in self.problems
        ]
        await self._show_meeting()

    async def _show_meeting(self) -> None:
        await self._show(meeting_page, "meeting", meeting_id=self._param("meeting_id"))
