"""The desk's present, and going from it into one circle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from herning_pwa import routes
from herning_pwa.desk.queries import DeskView, desk_page
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.people.acting import ActingState

PLACES: dict[str, Callable[[UUID], str]] = {
    "goal": routes.goal,
    "meeting": routes.meeting,
    "day": routes.meeting_day,
    "summary": routes.summary,
    "suggestion": routes.suggestion,
    "follow_up": lambda _circle: routes.FOLLOW_UP,
    "call": lambda _circle: routes.NEW_MEETING,
    "circle": lambda _circle: routes.HOME,
}


class DeskPage(ActingState, rx.State):
    """What waits for the professional, in all circles."""

    view: DeskView = DeskView()

    @rx.event
    async def load(self) -> None:
        """Show the desk; people without one find nothing here."""
        await self._show(desk_page, "view")

    @rx.event
    async def open(self, circle_id: str, kind: str, target: str) -> Any:
        """Go to a goal, a meeting or a circle, with its circle chosen."""
        try:
            address = PLACES.get(str(kind), PLACES["circle"])(as_id(target))
        except NotFound:
            return None
        await self._choose_circle(circle_id)
        return rx.redirect(address)
