"""The writer has read why, and lets go of the words."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.queries import find_answer
from herning_pwa.people.models import Person


def let_go(db: Session, actor: Person, *, key: object) -> None:
    """Forget one's own words that could not be sent; twice is fine. Raises NotFound."""
    answer = find_answer(db, actor, as_id(key))
    if answer is None:
        raise NotFound
    if answer.is_kept:
        answer.let_go(KINDS[answer.kind].without_words(answer.fields))
        record(db, actor, "refused_words.let_go", answer)
