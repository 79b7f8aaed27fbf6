"""Who has answered in a round. For professionals alone; see policy.knows_who_answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.followup.models import Round
from herning_pwa.followup.policy.cycle import asked_about
from herning_pwa.followup.queries.asked import done_by
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, names
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Tally:
    """``5 af 7 har svaret``, with names. Empty while no round is open."""

    line: str = ""
    answered: str = ""
    missing: str = ""


def tally(db: Session, actor: Person, current: Round, goals: Sequence[Goal]) -> Tally:
    """Who is through the ``goals``, which are those the reader sees. Others count for nothing:
    whoever sees no other is not among the asked. One statement."""
    places = goals[0].circle.active_memberships if goals else []
    asked = {place: {goal.id for goal in asked_about(place, goals)} for place in places}
    if not any(asked.values()):
        return Tally()
    done = _done(db, actor, current, [place.person_id for place in asked])
    through = [p for p, theirs in asked.items() if theirs and theirs <= done[p.person_id]]
    missing = [p for p, theirs in asked.items() if theirs and p not in through]
    return Tally(
        line=_("{n} of {total} have answered").format(
            n=len(through), total=len(through) + len(missing)
        ),
        answered=_names(through),
        missing=_names(missing),
    )


def _done(db: Session, actor: Person, current: Round, people: list[UUID]) -> dict[UUID, set[UUID]]:
    found, done = done_by(people, reader=actor), defaultdict[UUID, set[UUID]](set)
    in_this = select(found.c.person_id, found.c.goal_id).where(found.c.round_id == current.id)
    for person_id, goal_id in db.execute(in_this):
        done[person_id].add(goal_id)
    return done


def _names(places: list[Membership]) -> str:
    return names([place.person.first_name for place in places])
