"""Preparing for a meeting: writing, sharing with all, keeping it back again."""

from __future__ import annotations

import re
from dataclasses import asdict
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record, tell_only
from herning_pwa.errors import Invalid, require
from herning_pwa.fields import as_id, checking
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.written import one_line
from herning_pwa.meetings.models import (
    COMPANION_LIMIT,
    Meeting,
    Preparation,
    Prepared,
    preparation_of,
)
from herning_pwa.meetings.models.preparation import KEPT_BACK, SHARED
from herning_pwa.meetings.policy import preparing
from herning_pwa.people.models import Person

_NUMBER = re.compile(r"[0-9]{1,9}")


def save_preparation(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    page_key: object,
    version: object,
    going_well: object = "",
    hard: object = "",
    next_steps: object = "",
    unspoken: object = "",
    companion: object = "",
    serial: object = "",
) -> Preparation | None:
    """Keep what one has written so far. ``page_key`` is the open page's own id, ``version`` what
    it showed; ``serial`` ends in how many times the page has saved, so that what was held up on
    its way writes over nothing newer. None while there is nothing to keep.

    The log has one line for each sitting, and only the first words are news to others: nobody
    watches while somebody types. Raises NotFound, NotAllowed, MeetingClosed, Invalid,
    WrittenElsewhere.
    """
    meeting = _held(db, actor, meeting_id)
    page, saves = as_id(page_key), _saves(serial)
    words = _read(going_well, hard, next_steps, unspoken, companion)
    if not preparing.may_write_to_leader(actor, meeting):
        words = Prepared(words.going_well, words.hard, words.next_steps)
    mine = preparation_of(actor, meeting)
    if mine is None and words == Prepared():
        return None
    is_news = mine is None or mine.is_of_another_sitting
    mine = mine or _begun(actor, meeting, page)
    if mine.is_behind(page, saves):
        return mine
    if words != mine.words:
        mine.refuse_if_written_elsewhere(page, version)
        mine.write(words, page)
        if is_news:
            record(db, actor, "meeting.prepared", meeting)
        tell_only(db, actor.id)
    mine.note_save(page, saves)
    return mine


def _read(
    going_well: object, hard: object, next_steps: object, unspoken: object, companion: object
) -> Prepared:
    with checking() as check:
        return Prepared(
            check.text("going_well", going_well),
            check.text("hard", hard),
            check.text("next_steps", next_steps),
            check.text("unspoken", unspoken),
            check.text("companion", one_line(companion), limit=COMPANION_LIMIT),
        )


def _saves(serial: object) -> int:
    """The number ``<page>-<number>`` ends in; 0 when it has none."""
    number = str(serial).rpartition("-")[2]
    return int(number) if _NUMBER.fullmatch(number) else 0


def _begun(actor: Person, meeting: Meeting, page: UUID) -> Preparation:
    mine = Preparation(
        person=actor,
        person_id=actor.id,
        page_key=page,
        page_saves=0,
        version=0,
        **asdict(Prepared()),
    )
    meeting.preparations.append(mine)
    return mine


def share_preparation(db: Session, actor: Person, *, meeting_id: object) -> None:
    """Let everybody at the meeting read the three answers.

    Raises NotFound, NotAllowed, MeetingClosed, Invalid.
    """
    meeting = _held(db, actor, meeting_id)
    mine = preparation_of(actor, meeting)
    if mine is None or not mine.has_answers:
        raise Invalid({"share": _("Write an answer first. Then you can share it.")})
    if not mine.is_shared:
        mine.share()
        record(db, actor, SHARED, meeting)


def keep_preparation_back(db: Session, actor: Person, *, meeting_id: object) -> None:
    """Stop sharing. Raises NotFound, NotAllowed, MeetingClosed."""
    meeting = _held(db, actor, meeting_id)
    mine = preparation_of(actor, meeting)
    if mine is not None and mine.is_shared:
        mine.keep_back()
        record(db, actor, KEPT_BACK, meeting)


def _held(db: Session, actor: Person, meeting_id: object) -> Meeting:
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(preparing.may_prepare(actor, meeting))
    return meeting
