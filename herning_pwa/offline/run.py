"""The loop that forgets answers no phone will ask for again. Several may run at once."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from herning_pwa.db import transaction
from herning_pwa.offline.commands import forget_old_answers

PAUSE_SECONDS = 6 * 60 * 60

log = logging.getLogger(__name__)


async def forget_answers_forever() -> None:
    while True:
        try:
            await asyncio.to_thread(_forget)
        except SQLAlchemyError as error:
            # Without its traceback, which could carry what people wrote.
            log.error("old answers were not forgotten: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(PAUSE_SECONDS)


def _forget() -> None:
    with transaction() as db:
        forget_old_answers(db)
