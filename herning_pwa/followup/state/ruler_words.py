"""/indstillinger/trivselslinealen: what the ruler's numbers are called."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.commands import word_ruler
from herning_pwa.followup.queries.ruler_words import RulerWordsView, ruler_words_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState


class RulerWordsPage(ActingState, rx.State):
    """The five words, and the earlier ones."""

    view: RulerWordsView = RulerWordsView()

    @rx.event
    async def load(self) -> None:
        await self._show(ruler_words_page, "view")

    @rx.event
    async def save(self, form: dict[str, Any]) -> Any:
        """Put the municipality's words in place."""
        form = self._form(form)
        done = await self._act(word_ruler, form="ruler.words", seen=form.get("seen"), fields=form)
        if done:
            self.notice = (
                _("The new words count from now on.")
                if done.value
                else _("The words are as they were.")
            )
        return type(self).load
