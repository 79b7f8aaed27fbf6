"""Answers that no phone will ask for again."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.offline.models import ANSWERS_KEPT_FOR, OutboxAnswer


def forget_old_answers(db: Session) -> None:
    """With words that were refused and that nobody has let go of in all that time."""
    oldest = clock.now() - ANSWERS_KEPT_FOR
    db.execute(delete(OutboxAnswer).where(OutboxAnswer.answered_at < oldest))
