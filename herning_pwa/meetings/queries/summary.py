"""/moeder/[meeting_id]/referat: what was understood, as one person reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session, selectinload

from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotFound
from herning_pwa.i18n import _, stamp
from herning_pwa.meetings.models import (
    Meeting,
    MeetingSummary,
    SummaryReply,
    draft_of,
    sent_of,
)
from herning_pwa.meetings.policy import summing_up
from herning_pwa.meetings.queries.at_meeting import load_meeting, places_there
from herning_pwa.meetings.queries.replies import (
    Comment,
    Standing,
    comments_seen,
    standings_seen,
)
from herning_pwa.meetings.queries.sight import sight_there
from herning_pwa.meetings.words import if_shared, kind_word, saved_line, says_word, when
from herning_pwa.people.models import Person
from herning_pwa.ui.values import SightLine


@dataclass(frozen=True)
class DraftView:
    """What a professional is writing. ``is_correction``: something was sent before."""

    text: str = ""
    version: int = 0
    saved_line: str = ""
    is_correction: bool = False
    sight_now: SightLine = field(default_factory=SightLine)
    sight_when_sent: SightLine = field(default_factory=SightLine)


@dataclass(frozen=True)
class SentView:
    """One version that was sent, with the comments the reader may see."""

    summary_id: str = ""
    sent_line: str = ""
    paragraphs: list[str] = field(default_factory=list)
    spoken: str = ""  # the same, to be read aloud
    comments: list[Comment] = field(default_factory=list)


@dataclass(frozen=True)
class OwnReply:
    """What the reader has said to the newest version, and who sees what they say."""

    can_reply: bool = False
    line: str = ""
    words: str = ""
    is_shared: bool = False
    sight: SightLine = field(default_factory=SightLine)
    sight_if_shared: SightLine = field(default_factory=SightLine)


@dataclass(frozen=True)
class SummaryView:
    """The page. Without a draft to write and without anything sent there is only ``nothing``."""

    meeting_id: str = ""
    kind: str = ""
    when: str = ""
    nothing: str = ""
    writes: bool = False
    can_correct: bool = False
    draft: DraftView = field(default_factory=DraftView)
    has_sent: bool = False
    sent: SentView = field(default_factory=SentView)
    own: OwnReply = field(default_factory=OwnReply)
    standings: list[Standing] = field(default_factory=list)
    earlier: list[SentView] = field(default_factory=list)


def summary_page(db: Session, actor: Person, *, meeting_id: object) -> SummaryView:
    """For everybody who sees the meeting; raises NotFound. Five statements."""
    meeting = load_meeting(
        db,
        actor,
        meeting_id,
        selectinload(Meeting.summaries).joinedload(MeetingSummary.sent_by),
        selectinload(Meeting.summaries)
        .selectinload(MeetingSummary.replies)
        .joinedload(SummaryReply.person),
    )
    own = actor.membership_in(meeting.circle_id)
    if own is None:
        raise NotFound
    sent, draft = sent_of(meeting), draft_of(meeting)
    may_write = summing_up.may_sum_up(actor, meeting)
    writes = may_write and (sent is None or draft is not None)
    return SummaryView(
        meeting_id=str(meeting.id),
        kind=kind_word(meeting.kind),
        when=when(meeting.starts_at, meeting.ends_at),
        nothing="" if sent or writes else _nothing(meeting),
        writes=writes,
        can_correct=may_write and not writes,
        draft=_draft(own, meeting, draft) if writes else DraftView(),
        has_sent=sent is not None,
        sent=_sent(actor, sent) if sent else SentView(),
        own=_own_reply(actor, own, sent) if sent else OwnReply(),
        standings=standings_seen(actor, sent) if sent else [],
        earlier=[_sent(actor, s) for s in meeting.summaries if s.is_sent and s is not sent],
    )


def _nothing(meeting: Meeting) -> str:
    if meeting.day_has_come:
        return _("Nothing has been written yet. You hear when there is something to read.")
    return _("After the meeting you can read here what you agreed on.")


def _draft(own: Membership, meeting: Meeting, draft: MeetingSummary | None) -> DraftView:
    there = places_there(meeting)
    writers = [place for place in there if summing_up.sums_up(place, meeting)]
    return DraftView(
        text=draft.text if draft else "",
        version=draft.version if draft else 0,
        saved_line=saved_line(draft.saved_at) if draft else "",
        is_correction=sent_of(meeting) is not None,
        sight_now=sight_there(own, writers, there),
        sight_when_sent=sight_there(
            own, there, there, sentence=_("Once it is sent, {names} can read it.")
        ),
    )


def _sent(reader: Person, summary: MeetingSummary) -> SentView:
    return SentView(
        summary_id=str(summary.id),
        sent_line=_sent_line(summary),
        paragraphs=[part.strip() for part in summary.text.split("\n\n") if part.strip()],
        spoken=summary.text,
        comments=comments_seen(reader, summary),
    )


def _sent_line(summary: MeetingSummary) -> str:
    name = summary.sent_by.first_name if summary.sent_by else ""
    at = stamp(summary.sent_at) if summary.sent_at else ""
    if summary.number == 1:
        return _("Sent by {name}, {at}").format(name=name, at=at)
    return _("Corrected by {name}, {at}").format(name=name, at=at)


def _own_reply(actor: Person, own: Membership, sent: MeetingSummary) -> OwnReply:
    mine = sent.present_replies.get(actor.id)
    there = places_there(sent.meeting)
    seeing = [place for place in there if summing_up.sees_replies(place)]
    return OwnReply(
        can_reply=summing_up.may_reply(actor, sent),
        line=_("You have answered: {answer}").format(answer=says_word(mine.says)) if mine else "",
        words=mine.words if mine else "",
        is_shared=mine.is_shared if mine else False,
        sight=sight_there(own, seeing, there),
        sight_if_shared=sight_there(own, there, there, sentence=if_shared()),
    )
