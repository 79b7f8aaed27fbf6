"""The stops on the way through a meeting, one on the screen at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.followup.policy.ruler import reads_ruler_of
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, names
from herning_pwa.ladder.policy import reads_ladder
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import there, who_does_not_see
from herning_pwa.meetings.queries.agenda import AgendaItem, goal_key
from herning_pwa.meetings.queries.decided import Rows

RULER, LADDER, NEXT, END = "trivsel", "trappen", "naeste", "slut"
LAST = (RULER, LADDER, NEXT, END)


@dataclass(frozen=True)
class Stop:
    """One stop. ``hidden_from`` are those at the meeting who may not see it: the screen may be
    turned towards them, so it is covered, without a word of what or whom, until it is uncovered."""

    key: str = ""
    kind: str = ""  # goal, point, or one of LAST
    label: str = ""
    href: str = ""
    is_done: bool = False
    is_here: bool = False
    hidden_from: str = ""


def stops_of(
    meeting: Meeting, items: Sequence[AgendaItem], goals: dict[UUID, Goal], rows: Rows
) -> list[Stop]:
    """The agenda, what not everybody there may see, and then what every meeting ends with."""
    people = there(meeting)
    by_key = {goal_key(goal.id): goal for goal in goals.values()}
    agenda = [_of(item, by_key.get(item.key), people, rows) for item in items if not item.is_off]
    agenda.sort(key=lambda stop: stop.hidden_from != "")
    found = [*agenda, *_last(meeting, people, rows)]
    return [replace(stop, href=routes.meeting_day(meeting.id, stop.key)) for stop in found]


def _of(item: AgendaItem, goal: Goal | None, people: list[Membership], rows: Rows) -> Stop:
    if goal is None:
        return Stop(item.key, item.kind, item.text)
    hidden = who_does_not_see(goal, people)
    return Stop(
        item.key,
        item.kind,
        _("More to talk about") if hidden else item.text,
        is_done=goal.id in rows.outcomes,
        hidden_from=_names(hidden),
    )


def _last(meeting: Meeting, people: list[Membership], rows: Rows) -> list[Stop]:
    no_ladder = [place for place in people if not reads_ladder(place)]
    children = meeting.circle.children
    no_ruler = [p for p in people if not all(reads_ruler_of(p, child) for child in children)]
    return [
        Stop(RULER, RULER, _("The wellbeing ruler"), hidden_from=_names(no_ruler)),
        Stop(
            LADDER,
            LADDER,
            _("The step on the ladder"),
            is_done=rows.turn is not None,
            hidden_from=_names(no_ladder),
        ),
        Stop(
            NEXT,
            NEXT,
            _("The next meeting"),
            is_done=rows.is_next_settled,
        ),
        Stop(END, END, _("What happens next"), is_done=bool(rows.held and rows.held.ended_at)),
    ]


def _names(places: Sequence[Membership]) -> str:
    return names([place.person.first_name for place in places]) if places else ""
