"""/privatliv: what the reader has written."""

from __future__ import annotations

import reflex as rx

from herning_pwa.people.acting import ActingState
from herning_pwa.privacy.queries import OwnWordsView, own_words_page


class PrivacyPage(ActingState, rx.State):
    """The reader's own words, in all circles."""

    view: OwnWordsView = OwnWordsView()

    @rx.event
    async def load(self) -> None:
        await self._show(own_words_page, "view")
