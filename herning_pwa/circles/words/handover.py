"""What the people in a circle are told when another professional takes over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from herning_pwa.circles.models import Handover, Role
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.config import settings
from herning_pwa.i18n import _, local, long_date, short_date

READS_THE_REASON = {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.PROFESSIONAL}


@dataclass(frozen=True)
class HandoverWords:
    """Who, from when, until when; what stays; whom to call. An empty heading draws nothing.

    ``href`` leads the two professionals to where it can be changed.
    """

    heading: str = ""
    lines: list[str] = field(default_factory=list)
    reason: str = ""
    href: str = ""


def reads_the_reason(role: Role) -> bool:
    """Why is for those who decide, the young person and the professionals."""
    return role in READS_THE_REASON


def handover_words(handover: Handover) -> HandoverWords:
    """The handover as it stands now, without its reason."""
    giver, taker = handover.given_by.first_name, handover.given_to.first_name
    if handover.is_ahead:
        return handover_ahead(giver, taker, handover.starts_at, handover.ends_at)
    if handover.is_running:
        return _running(giver, taker, handover.ends_at)
    if handover.outcome is Outcome.CARRIED_OUT:
        return _carried_out(giver, taker)
    return _back(giver, taker, has_begun=handover.began_at is not None)


def handover_ahead(
    giver: str, taker: str, starts_at: datetime, ends_at: datetime | None
) -> HandoverWords:
    """Before it begins."""
    start = _day(starts_at)
    heading = _("{taker} becomes your social worker on {day}")
    if ends_at is None:
        then = _("{giver} then leaves the circle and can no longer see anything in it.")
    else:
        heading = _("{taker} stands in for {giver} from {day}")
        then = _("{giver} is back on {day}, and stays in the circle meanwhile.").format(
            giver=giver, day=_day(ends_at)
        )
    return HandoverWords(
        heading.format(giver=giver, taker=taker, day=start),
        [
            _("{giver} is your social worker until then.").format(giver=giver),
            then.format(giver=giver),
            *_what_stays(giver, taker),
        ],
    )


def _running(giver: str, taker: str, ends_at: datetime | None) -> HandoverWords:
    lines = _what_stays(giver, taker)
    if ends_at is not None:
        back = _("{giver} is back on {day}.").format(giver=giver, day=_day(ends_at))
        lines = [back, *lines]
    return HandoverWords(
        _("{taker} is your social worker now, in place of {giver}").format(
            giver=giver, taker=taker
        ),
        lines,
    )


def _carried_out(giver: str, taker: str) -> HandoverWords:
    return HandoverWords(
        _("{taker} is your social worker now").format(taker=taker),
        [
            _("{giver} can no longer see anything in the circle.").format(giver=giver),
            *_what_stays(giver, taker),
        ],
    )


def _back(giver: str, taker: str, *, has_begun: bool) -> HandoverWords:
    if has_begun:
        heading = _("{giver} is your social worker again")
        lines = [_("{taker} no longer stands in for {giver}.").format(giver=giver, taker=taker)]
    else:
        heading = _("{giver} goes on as your social worker")
        lines = [_("{taker} does not take over after all.").format(taker=taker)]
    return HandoverWords(heading.format(giver=giver), lines)


def _what_stays(giver: str, taker: str) -> list[str]:
    return [
        _("Your goals, meetings and agreements stay as they are."),
        _("{taker} can see what {giver} could see as your social worker.").format(
            giver=giver, taker=taker
        ),
        _("Questions? Call {municipality} on {number}.").format(
            municipality=settings().municipality, number=settings().municipality_phone
        ),
    ]


def earlier_handover(handover: Handover) -> str:
    """One line of history."""
    who = {"giver": handover.given_by.first_name, "taker": handover.given_to.first_name}
    start = short_date(local(handover.began_at or handover.starts_at).date())
    closed = short_date(local(handover.closed_at or handover.starts_at).date())
    sentence = {
        Outcome.CARRIED_OUT: _("{taker} took over from {giver} on {start}."),
        Outcome.OVER: _("{taker} stood in for {giver} from {start} to {closed}."),
        Outcome.BACK_EARLY: _("{taker} stood in for {giver} from {start} to {closed}."),
        Outcome.CHANGED: _("{giver} changed on {closed} what was agreed with {taker}."),
        Outcome.TAKEN_BACK: _("{giver} took it back on {closed}. {taker} did not take over."),
    }.get(
        handover.outcome or Outcome.LAPSED,
        _("{taker} could not take over from {giver} on {start}."),
    )
    return sentence.format(start=start, closed=closed, **who)


def _day(at: datetime) -> str:
    return long_date(local(at).date())
