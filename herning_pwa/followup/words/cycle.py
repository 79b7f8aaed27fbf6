"""Rhythm and rounds in words."""

from __future__ import annotations

from datetime import date, datetime

from herning_pwa.followup.models import RhythmChange, Round, RoundState, RoundTurn, Turn
from herning_pwa.i18n import _, local, long_date, moment, ngettext, short_date, today

NEAR_DAYS = 21


def day_of(at: datetime) -> date:
    return local(at).date()


def rhythm_line(weeks: int) -> str:
    return _("Every {n} weeks").format(n=weeks)


def since_line(started_on: date) -> str:
    if started_on > today():
        return _("The support begins {day}.").format(day=long_date(started_on))
    return _("The support began {day}.").format(day=long_date(started_on))


def deadline_line(day: date) -> str:
    """The law's last day for the first follow-up (barnets lov § 95), with the days left."""
    left = (day - today()).days
    if left < 0:
        return _("The first follow-up should have been held by {day}.").format(day=long_date(day))
    return _("The first follow-up must be held by {day}. {left}.").format(
        day=long_date(day), left=days_left(left)
    )


def first_is_due(day: date) -> str:
    """The same in brief, for the desk."""
    left = (day - today()).days
    if left < 0:
        return _("The first one should have been held by {day}.").format(day=short_date(day))
    return _("The first one at the latest {day}. {left}.").format(
        day=short_date(day), left=days_left(left)
    )


def days_left(days: int) -> str:
    return ngettext("{n} day left", "{n} days left", days) if days else _("It is today")


def is_near(day: date) -> bool:
    return (day - today()).days <= NEAR_DAYS


def not_set_yet() -> str:
    return _("The day of the next follow-up comes here.")


def standing(current: Round) -> str:
    """Where the follow-up is now, in one sentence."""
    if current.due_on < today():
        return _("The day has passed. A new one is being found.")
    if current.is_open:
        return _("Everybody says how it goes before we meet.")
    return _("You are asked how it goes from {when}.").format(when=moment(current.opens_at))


def meeting_line(current: Round) -> str:
    return "" if current.carrier else _("No meeting has been called yet.")


def own_part(current: Round, *, asked: int, left: int) -> str:
    """What the open round asks of the reader; empty when it asks nothing."""
    if not (current.is_open and asked):
        return ""
    if not left:
        return _("You have said how it goes. Thank you.")
    return tell_line(left)


def tell_line(left: int) -> str:
    """``3 mål, to minutter``: how little it is."""
    return ngettext("{n} goal, one minute", "{n} goals, two minutes", left)


def round_act(*, begun: bool) -> str:
    return _("Go on") if begun else _("Tell how it is going")


def turn_line(turn: RoundTurn) -> str:
    was = short_date(turn.was_due_on)
    if turn.what is Turn.MOVED and turn.now_due_on:
        return _("The follow-up on {was} was moved to {now}.").format(
            was=was, now=short_date(turn.now_due_on)
        )
    if turn.what is Turn.FOLLOWED and turn.now_due_on:
        return _("The follow-up on {was} was moved to {now}, together with its meeting.").format(
            was=was, now=short_date(turn.now_due_on)
        )
    if turn.what is Turn.SKIPPED:
        return _("The follow-up on {was} was passed over.").format(was=was)
    return _("The follow-up on {was} was held.").format(was=was)


def lapsed_line(closed: Round) -> str:
    """What became of one that nobody closed."""
    if closed.state is RoundState.HELD:
        return _("The follow-up on {was} was held.").format(was=short_date(closed.due_on))
    return _("The follow-up on {was} was not held.").format(was=short_date(closed.due_on))


def change_line(change: RhythmChange) -> str:
    if change.was_weeks != change.now_weeks:
        return _("We now follow up every {n} weeks; before, every {was}.").format(
            n=change.now_weeks, was=change.was_weeks
        )
    return _("The support counts from {day}.").format(day=short_date(change.now_started_on))


def none_open() -> str:
    return _("You are told when it is time to say how it goes.")


def said_line(rating: int | None, *, is_kept: bool) -> str:
    """What the reader has answered a moment ago."""
    if is_kept:
        return _("You have written to your social worker alone.")
    if rating is None:
        return _("You have written a few words.")
    return _("You have answered {number}.").format(number=rating)


def thanks_line(said: int) -> str:
    if not said:
        return _("You can always write later how it is going.")
    return ngettext("You have told about {n} goal.", "You have told about {n} goals.", said)


def what_comes_next(current: Round) -> str:
    """What becomes of the answers."""
    if current.due_on < today():
        return _("We look at it together at the next follow-up.")
    return _("We look at it together at the follow-up {day}.").format(day=long_date(current.due_on))
