"""A page hears what came of what was sent from it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from herning_pwa.errors import DomainError, NotFound
from herning_pwa.fields import as_id
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.queries import find_answer
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Heard:
    """What the command made, if anything, and what the form was about; or why it was refused.

    Of what was carried out ``fields`` hold no words, of what was refused all of them.
    """

    value_id: str
    fields: dict[str, str]
    error: DomainError | None = None


def hear_answer(db: Session, actor: Person, *, key: object) -> Heard | None:
    """The answer to the person's own entry; none when there is none yet.

    What a page has heard was refused is no longer kept as something that could not be sent: the
    words still stand in its form.
    """
    try:
        answer = find_answer(db, actor, as_id(key))
    except NotFound:
        return None
    if answer is None:
        return None
    heard = Heard(str(answer.value_id or ""), answer.fields, answer.error)
    if answer.is_kept:
        answer.let_go(KINDS[answer.kind].without_words(answer.fields))
    return heard
