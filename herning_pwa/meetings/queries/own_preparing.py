"""What one person has written before and after meetings: preparations, summaries, replies."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.i18n import _
from herning_pwa.meetings.models import (
    Meeting,
    MeetingSummary,
    Preparation,
    Says,
    SummaryReply,
)
from herning_pwa.meetings.words import preparation_question, says_word
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said

About = Callable[[Meeting], str]


def own_words(db: Session, person: Person, about: About) -> list[OwnWord]:
    """``about`` names a meeting as far as the person may know it. Three statements."""
    return [
        *(_preparation(row, about(row.meeting)) for row in _preparations(db, person)),
        *(_summary(row, about(row.meeting)) for row in _summaries(db, person)),
        *(_reply(row, about(row.summary.meeting)) for row in _replies(db, person)),
    ]


def _preparations(db: Session, person: Person) -> list[Preparation]:
    statement = select(Preparation).where(Preparation.person_id == person.id)
    return list(db.scalars(statement.options(joinedload(Preparation.meeting))))


def _summaries(db: Session, person: Person) -> list[MeetingSummary]:
    """Those the person wrote last or sent: a draft may have been written by two."""
    statement = select(MeetingSummary).where(
        or_(MeetingSummary.written_by_id == person.id, MeetingSummary.sent_by_id == person.id)
    )
    return list(db.scalars(statement.options(joinedload(MeetingSummary.meeting))))


def _replies(db: Session, person: Person) -> list[SummaryReply]:
    statement = select(SummaryReply).where(SummaryReply.person_id == person.id)
    whole = joinedload(SummaryReply.summary).joinedload(MeetingSummary.meeting)
    return list(db.scalars(statement.options(whole)))


def _preparation(preparation: Preparation, about: str) -> OwnWord:
    return OwnWord(
        kind="preparation",
        id=preparation.id,
        label=_("Preparation for a meeting"),
        written_at=preparation.saved_at,
        circle_id=preparation.meeting.circle_id,
        parts=said(
            *(
                (preparation_question(name), getattr(preparation, name))
                for name in ("going_well", "hard", "next_steps", "unspoken", "companion")
            )
        ),
        about=about,
        state=_("Shared with all") if preparation.is_shared else "",
    )


def _summary(summary: MeetingSummary, about: str) -> OwnWord:
    return OwnWord(
        kind="meeting_summary",
        id=summary.id,
        label=_("What you understood at a meeting"),
        written_at=summary.saved_at,
        circle_id=summary.meeting.circle_id,
        parts=said((_("Text"), summary.text)),
        about=about,
        state="" if summary.is_sent else _("Draft"),
    )


def _reply(reply: SummaryReply, about: str) -> OwnWord:
    return OwnWord(
        kind="summary_reply",
        id=reply.id,
        label=_("Answer to what was understood at a meeting"),
        written_at=reply.at,
        circle_id=reply.summary.meeting.circle_id,
        parts=said(
            (_("Answer"), says_word(Says(reply.says))),
            (_("Words"), reply.words),
        ),
        about=about,
        state=_("Shared with all") if reply.is_shared else "",
    )
