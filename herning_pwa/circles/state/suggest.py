"""/kreds/foreslaa and /kreds/forslag/[suggestion_id]: suggesting, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.commands import decline_suggestion, suggest, withdraw_suggestion
from herning_pwa.circles.queries.suggestions import (
    SuggestionView,
    SuggestView,
    suggest_page,
    suggestion_page,
)
from herning_pwa.circles.state.circle import SUGGESTED, TOLD
from herning_pwa.i18n import _
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState

SUGGESTING, ANSWERING = "suggestion", "suggestion.answer"


class SuggestPage(ActingState, rx.State):
    """The young person's form."""

    view: SuggestView = SuggestView()

    @rx.event
    async def load(self) -> None:
        await self._show(suggest_page, "view", circle_id=CURRENT_CIRCLE)

    @rx.event
    async def send(self, form: dict[str, Any]) -> Any:
        """Send it to the grown-ups, and show it in the circle."""
        form = self._form(form)
        done = await self._act(
            suggest,
            form=SUGGESTING,
            circle_id=form.get("circle_id"),
            name=form.get("name"),
            relation=form.get("relation"),
            words=form.get("words"),
        )
        return rx.redirect(f"{routes.CIRCLE}?{TOLD}={SUGGESTED}") if done else None


class SuggestionPage(ActingState, rx.State):
    """One suggestion, for who made it and for those who answer."""

    suggestion: SuggestionView = SuggestionView()

    @rx.event
    async def load(self) -> None:
        await self._show(suggestion_page, "suggestion", suggestion_id=self._param("suggestion_id"))

    @rx.event
    async def decline(self, form: dict[str, Any]) -> Any:
        """Not now, and why."""
        form = self._form(form)
        thanks = _("Thank you. Your answer can be read now.")
        about = form.get("suggestion_id")
        return await self._do(
            decline_suggestion,
            thanks,
            form=f"{ANSWERING}:{about}",
            suggestion_id=about,
            words=form.get("words"),
        )

    @rx.event(temporal=True)
    async def withdraw(self, suggestion_id: str) -> Any:
        """The young person takes it back."""
        thanks = _("It has been taken back.")
        return await self._do(withdraw_suggestion, thanks, suggestion_id=suggestion_id)

    async def _do(self, command: Callable[..., Any], thanks: str, **about: Any) -> Any:
        """Run the command, say how it went, show the suggestion anew."""
        if await self._act(command, **about):
            self.notice = thanks
        return type(self).load
