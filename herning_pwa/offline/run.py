"""The loop that forgets answers no phone will ask for again. Several may run at once."""

from __future__ import annotations

import asyncio

from herning_pwa.db import transaction
from herning_pwa.loops import living_on
from herning_pwa.offline.commands import forget_old_answers

PAUSE_SECONDS = 6 * 60 * 60


async def forget_answers_forever() -> None:
    while True:
        with living_on("old answers were not forgotten"):
            await asyncio.to_thread(_forget)
        await asyncio.sleep(PAUSE_SECONDS)


def _forget() -> None:
    with transaction() as db:
        forget_old_answers(db)
