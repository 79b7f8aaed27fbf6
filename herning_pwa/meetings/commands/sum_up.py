"""Writing "Sådan forstod vi det", sending it, correcting it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record, tell_only
from herning_pwa.errors import Conflict, require
from herning_pwa.fields import as_id, checking, plain
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import (
    SUMMARY_LIMIT,
    AlreadySent,
    Meeting,
    MeetingSummary,
    draft_of,
    sent_of,
)
from herning_pwa.meetings.policy import summing_up
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.models import Person


def begin_summary(
    db: Session, actor: Person, *, meeting_id: object, paragraphs: Sequence[str]
) -> MeetingSummary:
    """Start a draft from what was decided at the meeting, one paragraph each.

    A draft with words in it, and a summary that was sent, are left as they are, so it may be
    called again. Everybody invited will read the text: ``paragraphs`` must hold nothing that some
    of them may not see. Raises NotFound, NotAllowed.
    """
    meeting = _held(db, actor, meeting_id)
    draft = draft_of(meeting) or sent_of(meeting) or _begun(db, actor, meeting, uuid4())
    text = "\n\n".join(filter(None, map(plain, paragraphs)))
    if not (draft.is_sent or draft.text):
        draft.write(text, actor, draft.page_key)
    return draft


def save_summary(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    page_key: object,
    version: object,
    text: object,
) -> MeetingSummary:
    """Keep the draft as it is written so far. ``page_key`` is the open page's own id, ``version``
    what it showed: two professionals never write over each other. The log has one line for each
    sitting.

    Raises NotFound, NotAllowed, Invalid, AlreadySent, WrittenElsewhere.
    """
    meeting = _held(db, actor, meeting_id)
    return _written(db, actor, meeting, page_key=page_key, version=version, text=text)


def send_summary(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    page_key: object,
    version: object,
    text: object,
) -> MeetingSummary:
    """Send the words as they stand on the page to everybody invited. A second tap sends nothing.

    Raises NotFound, NotAllowed, Invalid, AlreadySent, WrittenElsewhere.
    """
    meeting = _held(db, actor, meeting_id)
    sent = sent_of(meeting)
    if sent and not draft_of(meeting) and sent.was_sent_from(as_id(page_key), actor):
        return sent
    with checking() as check:
        check.text("text", text, limit=SUMMARY_LIMIT, missing=_("Write what you agreed on."))
    draft = _written(db, actor, meeting, page_key=page_key, version=version, text=text)
    draft.send(actor)
    record(db, actor, "meeting.summary_sent", meeting)
    for place in summing_up.asked_to_reply(draft):
        tell_there_is_news(db, place.person)
    return draft


def correct_summary(db: Session, actor: Person, *, meeting_id: object) -> MeetingSummary:
    """Begin a correction: a new draft with the words that were sent. A second tap finds the first.

    Raises NotFound, NotAllowed, Conflict.
    """
    meeting = _held(db, actor, meeting_id)
    sent, draft = sent_of(meeting), draft_of(meeting)
    if sent is None:
        raise Conflict(_("Nothing has been sent yet. Write on in the draft."))
    if draft is None:
        draft = _begun(db, actor, meeting, uuid4())
        draft.write(sent.text, actor, draft.page_key)
    return draft


def _written(
    db: Session, actor: Person, meeting: Meeting, *, page_key: object, version: object, text: object
) -> MeetingSummary:
    page = as_id(page_key)
    with checking() as check:
        words = check.text("text", text, limit=SUMMARY_LIMIT)
    draft = draft_of(meeting)
    if draft is None and sent_of(meeting):
        raise AlreadySent
    draft = draft or _begun(db, actor, meeting, page)
    if words != draft.text:
        draft.refuse_if_written_elsewhere(page, version)
        if draft.is_of_another_sitting or draft.written_by_id != actor.id:
            record(db, actor, "meeting.summary_written", meeting)
        draft.write(words, actor, page)
        tell_only(db, *_writers(meeting))
    return draft


def _begun(db: Session, actor: Person, meeting: Meeting, page: UUID) -> MeetingSummary:
    draft = MeetingSummary(
        number=len(meeting.summaries) + 1,
        text="",
        version=0,
        page_key=page,
        written_by_id=actor.id,
    )
    meeting.summaries.append(draft)
    record(db, actor, "meeting.summary_begun", meeting)
    return draft


def _writers(meeting: Meeting) -> set[UUID]:
    """Those who may write the draft: their open pages show each other's words."""
    places = meeting.circle.active_memberships
    return {place.person_id for place in places if summing_up.sums_up(place, meeting)}


def _held(db: Session, actor: Person, meeting_id: object) -> Meeting:
    meeting = policy.hold_meeting(db, actor, meeting_id)
    require(summing_up.may_sum_up(actor, meeting))
    return meeting
