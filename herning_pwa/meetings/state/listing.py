"""/moeder: the circle's meetings."""

from __future__ import annotations

import reflex as rx

from herning_pwa.meetings.queries import MeetingList, meeting_list
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState


class MeetingsPage(ActingState, rx.State):
    """The list."""

    meetings: MeetingList = MeetingList()

    @rx.event
    async def load(self) -> None:
        """Show the meetings in the circle the person has chosen."""
        await self._show(meeting_list, "meetings", circle_id=CURRENT_CIRCLE)
