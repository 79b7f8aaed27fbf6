"""What a person wrote on a phone and could not send: theirs to read, copy and let go."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from sqlalchemy.orm import Session

from herning_pwa.errors import NotFound
from herning_pwa.i18n import _, stamp
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.models import OutboxAnswer
from herning_pwa.offline.queries.find import characters_of, sent_back_to
from herning_pwa.people.models import Person

SHOWN_AT_MOST, CHARACTERS_SHOWN_AT_MOST = 50, 500_000


@dataclass(frozen=True)
class Written:
    """One field and what was written in it."""

    label: str = ""
    text: str = ""


@dataclass(frozen=True)
class Unsent:
    """One thing that could not be sent. ``about`` is empty when it is no longer theirs to see."""

    key: str = ""
    label: str = ""
    about: str = ""
    written: str = ""
    reason: str = ""
    words: list[Written] = field(default_factory=list)
    text: str = ""  # all the words, to be copied


@dataclass(frozen=True)
class UnsentView:
    """/usendt. ``known`` are the keys of all that was sent back, also of what is not shown yet."""

    things: list[Unsent] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


def unsent_page(db: Session, actor: Person) -> UnsentView:
    """The newest first, as many as a phone can show. The others follow when these are let go."""
    newest = sent_back_to(actor).order_by(OutboxAnswer.answered_at.desc(), OutboxAnswer.id.desc())
    lengths = db.execute(newest.with_only_columns(OutboxAnswer.key, characters_of())).all()
    totals = accumulate(length for _key, length in lengths)
    shown = sum(total <= CHARACTERS_SHOWN_AT_MOST for total in totals)
    kept = db.scalars(newest.limit(min(max(shown, 1), SHOWN_AT_MOST)))
    return UnsentView(
        things=[_unsent(db, actor, answer) for answer in kept],
        known=[str(key) for key, _length in lengths],
    )


def _unsent(db: Session, actor: Person, answer: OutboxAnswer) -> Unsent:
    kind = KINDS[answer.kind]
    words = [Written(*field) for field in kind.written_in(answer.fields)]
    return Unsent(
        key=str(answer.key),
        label=kind.label(),
        about=_about(db, actor, answer),
        written=_("Written {when}").format(when=stamp(answer.dated)),
        reason=answer.sentence,
        words=words,
        text="\n\n".join(f"{each.label}\n{each.text}" for each in words),
    )


def _about(db: Session, actor: Person, answer: OutboxAnswer) -> str:
    try:
        return KINDS[answer.kind].about(db, actor, answer.fields)
    except NotFound:
        return ""
