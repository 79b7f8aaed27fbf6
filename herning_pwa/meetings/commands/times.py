"""Finding another time: offering some, saying which suit, choosing one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, require
from herning_pwa.fields import as_id, checking, plain
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.arrange import refuse_if_changed
from herning_pwa.meetings.commands.letters import write_letters
from herning_pwa.meetings.commands.offered import read_offers
from herning_pwa.meetings.models import TimeOffer
from herning_pwa.people.models import Person


def offer_times(
    db: Session, actor: Person, *, meeting_id: object, sequence: object, times: object
) -> None:
    """Offer other times; ``times`` are rows of day, start and end.

    Whoever offers a time and is invited has said that it suits. Sent twice, it is one offer.
    Raises NotFound, NotAllowed, MeetingClosed, Invalid, Conflict.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_arrange(actor, meeting))
    with checking() as check:
        spans = read_offers(check, meeting, actor, times)
    if not spans:
        return
    refuse_if_changed(meeting, sequence)
    own = meeting.attendance_of(actor)
    for span in spans:
        offer = TimeOffer(
            offered_by_id=actor.id,
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            instead_of=meeting.time_set_in,
        )
        meeting.offers.append(offer)
        if own is not None:
            offer.mark(own, suits=True)
    record(db, actor, "meeting.times_offered", meeting)


def withdraw_time(db: Session, actor: Person, *, offer_id: object) -> None:
    """Take an offered time back. Raises NotFound, NotAllowed, MeetingClosed."""
    offer = _hold_offer(db, actor, offer_id)
    offer.meeting.refuse_if_closed()
    require(policy.may_arrange(actor, offer.meeting))
    if offer.withdrawn_at is None:
        offer.withdraw()
        record(db, actor, "meeting.time_withdrawn", offer.meeting)


def mark_times(
    db: Session, actor: Person, *, meeting_id: object, shown: object, suits: object
) -> None:
    """Say of each time that was ``shown`` whether it suits: ``suits`` are the ids of those.

    Raises NotFound, NotAllowed, MeetingClosed, and Conflict when other times are offered now.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_answer(actor, meeting))
    offers = {str(offer.id): offer for offer in meeting.open_offers}
    if not offers or set(plain(shown).split()) != offers.keys():
        raise Conflict(_("The times have just been changed. Look at them, and send again."))
    attendance = meeting.attendance_of(actor)
    assert attendance  # noqa: S101 - the policy has raised otherwise
    chosen = {str(id_) for id_ in suits} if isinstance(suits, list | tuple) else set()
    for id_, offer in offers.items():
        offer.mark(attendance, suits=id_ in chosen)
    record(db, actor, "meeting.times_marked", meeting)


def choose_time(db: Session, actor: Person, *, offer_id: object, sequence: object) -> None:
    """Move the meeting to an offered time. Those whom it suits come; the others are asked again.

    Raises NotFound, NotAllowed, MeetingClosed, and Conflict when the time cannot be chosen any
    more. A second tap finds the meeting moved and is content.
    """
    offer = _hold_offer(db, actor, offer_id)
    meeting = offer.meeting
    meeting.refuse_if_closed()
    require(policy.may_arrange(actor, meeting))
    if (meeting.starts_at, meeting.ends_at) == (offer.starts_at, offer.ends_at):
        return
    refuse_if_changed(meeting, sequence)
    if not offer.is_open:
        raise Conflict(_("That time cannot be chosen any more. Choose another."))
    was_to_start = meeting.starts_at
    meeting.move_to(actor, offer)
    record(db, actor, "meeting.moved", meeting)
    write_letters(db, actor, meeting, was_to_start=was_to_start)


def _hold_offer(db: Session, actor: Person, offer_id: object) -> TimeOffer:
    """The offer as it is once its meeting, which this person may see, is held; raises NotFound."""
    wanted = as_id(offer_id)
    meeting_id = db.scalar(select(TimeOffer.meeting_id).where(TimeOffer.id == wanted))
    policy.hold_meeting(db, actor, meeting_id)
    return db.get_one(TimeOffer, wanted)
