"""What waits for one person, whichever room it comes from, the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from herning_pwa import routes
from herning_pwa.circles.queries import SuggestionLine, WaitingInvitation
from herning_pwa.followup.queries.home import OpenRound
from herning_pwa.followup.words.cycle import round_act, tell_line
from herning_pwa.i18n import _, local, ngettext, today
from herning_pwa.meetings.queries import MeetingCard, question_of
from herning_pwa.meetings.queries.unanswered import SummaryToAnswer


@dataclass(frozen=True)
class Waiting:
    """One thing to do, with where to do it. ``words`` are somebody's own, shown as such."""

    ask: str = ""
    words: str = ""
    note: str = ""
    circle: str = ""
    act: str = ""
    href: str = ""
    is_late: bool = False
    is_next: bool = False


def for_invitation(invitation: WaitingInvitation, circle: str) -> tuple[date, Waiting]:
    return today(), Waiting(
        ask=invitation.sentence,
        note=_("Asked {day}").format(day=invitation.since_label),
        circle=elsewhere(invitation.circle_name, circle),
        act=_("Answer"),
        href=routes.CIRCLE,
    )


def for_suggestion(suggestion: SuggestionLine, circle: str) -> tuple[date, Waiting]:
    return today(), Waiting(
        ask=suggestion.asks,
        note=_("Asked {day}").format(day=suggestion.since_label),
        circle=elsewhere(suggestion.circle_name, circle),
        act=_("Answer"),
        href=suggestion.href,
    )


def for_meeting(meeting: MeetingCard, circle: str) -> tuple[date, Waiting]:
    return local(datetime.fromisoformat(meeting.starts)).date(), Waiting(
        ask=question_of(meeting),
        note=meeting.when,
        circle=elsewhere(meeting.circle_name, circle),
        act=_("Answer"),
        href=meeting.href,
    )


def for_summary(summary: SummaryToAnswer, circle: str) -> tuple[date, Waiting]:
    corrected = _("{name} has corrected what you agreed on. Is it right now?")
    written = _("{name} has written what you agreed on. Is it right?")
    return summary.sent_on, Waiting(
        ask=(corrected if summary.is_correction else written).format(name=summary.by),
        note=summary.kind,
        circle=elsewhere(summary.circle_name, circle),
        act=_("Read and answer"),
        href=summary.href,
    )


def for_preparation(meeting: MeetingCard, circle: str) -> tuple[date, Waiting]:
    return local(datetime.fromisoformat(meeting.starts)).date(), Waiting(
        ask=_("{meeting}: think about three questions").format(meeting=meeting.kind),
        note=meeting.when,
        circle=elsewhere(meeting.circle_name, circle),
        act=_("Prepare"),
        href=routes.prepare(meeting.meeting_id),
    )


def for_round(current: OpenRound, circle: str) -> tuple[date, Waiting]:
    return current.due_on, Waiting(
        ask=_("How is it going with your goals?"),
        note=tell_line(current.left),
        circle=elsewhere(current.circle_name, circle),
        act=round_act(begun=current.is_begun),
        href=routes.update_round(current.circle_id),
    )


def in_order(things: list[tuple[date, Waiting]]) -> list[Waiting]:
    """The earliest first; things of one day in the order they were given."""
    return [waiting for _day, waiting in sorted(things, key=lambda thing: thing[0])]


def heading(count: int) -> str:
    return ngettext("Waiting for you ({n})", "Waiting for you ({n})", count)


def elsewhere(name: str, circle: str) -> str:
    """Which circle it is about, when it is not the one the page shows."""
    return "" if name == circle else name
