"""Carrying out one entry, once, however often and from wherever it is sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import changed_circles
from herning_pwa.errors import ChangedMeanwhile, DomainError, NotAllowed, NotFound
from herning_pwa.offline.kind import Kind
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.models import OutboxAnswer
from herning_pwa.offline.opening import Entry, FromLater
from herning_pwa.offline.queries import find_answer, kept_for
from herning_pwa.people.models import Person
from herning_pwa.people.running import carry_out, first_come, log_denied
from herning_pwa.people.sessions import pages_to_close

KEPT_AT_MOST, CHARACTERS_KEPT_AT_MOST = 200, 10_000_000


class OtherContent(Exception):
    """This key has been used for something else."""


class NoRoom(Exception):
    """So much waits already for its author to read why it was refused, that this stays on the
    phone until they have."""


def answer_entry(
    db: Session, actor: Person, *, entry: Entry, is_fresh: bool = False, is_last_try: bool = True
) -> OutboxAnswer:
    """The answer: given now, or given before and found again.

    Whether the person may is asked now, by the command itself, not when it was written. A refusal
    is an answer too; what the command had begun is undone. Raises FromLater for a kind we do not
    know, OtherContent, NoRoom, and ChangedMeanwhile unless this ``is_last_try``.
    """
    kind = KINDS.get(entry.kind)
    if kind is None:
        raise FromLater
    answer, is_new = _claim(db, actor, entry, kind)
    if answer.content_hash != entry.content_hash:
        raise OtherContent
    if not is_new:
        return answer
    try:
        value = _do(db, actor, kind, answer, form=entry.form, is_fresh=is_fresh)
    except DomainError as error:
        if isinstance(error, ChangedMeanwhile) and not is_last_try:
            raise
        if not _has_room(db, actor):
            raise NoRoom from None
        _refuse(db, actor, kind, answer, error)
    else:
        answer.apply(getattr(value, "id", None), kind.without_words(answer.fields))
    db.flush()
    return answer


def _claim(db: Session, actor: Person, entry: Entry, kind: Kind) -> tuple[OutboxAnswer, bool]:
    """The answer's row, and whether it is ours to fill in. Who comes at the same time waits."""
    earlier = find_answer(db, actor, entry.id)
    if earlier:
        return earlier, False
    answer = OutboxAnswer(
        person_id=actor.id,
        key=entry.id,
        content_hash=entry.content_hash,
        kind=entry.kind,
        written_at=entry.written_at,
        fields=kind.read(entry.fields),
    )
    try:
        with db.begin_nested():
            db.add(answer)
    except IntegrityError:
        earlier = find_answer(db, actor, entry.id)
        if earlier is None:
            raise
        return earlier, False
    return answer, True


def _do(
    db: Session, actor: Person, kind: Kind, answer: OutboxAnswer, *, form: str, is_fresh: bool
) -> Any:
    arguments = kind.arguments(answer.fields)
    with first_come(), db.begin_nested():
        return carry_out(db, actor, kind.command, arguments, form=form, is_fresh=is_fresh)


def _has_room(db: Session, actor: Person) -> bool:
    count, characters = kept_for(db, actor)
    return count < KEPT_AT_MOST and characters < CHARACTERS_KEPT_AT_MOST


def _refuse(
    db: Session, actor: Person, kind: Kind, answer: OutboxAnswer, error: DomainError
) -> None:
    """Nothing was changed, so nobody is told; an attempt that was not allowed is logged."""
    changed_circles(db).clear()
    pages_to_close(db).clear()
    answer.refuse(error)
    if isinstance(error, NotAllowed | NotFound):
        log_denied(db, actor.id, kind.command, kind.arguments(answer.fields), error)
