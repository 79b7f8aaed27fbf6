"""The open rounds that ask somebody something, for today's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.followup.models import Round, RoundState
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.followup.queries.asked import done_by
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from herning_pwa.progress.policy import may_record


@dataclass(frozen=True)
class OpenRound:
    """``left`` goals of one circle wait for the reader's word, until the follow-up's day."""

    circle_id: UUID
    circle_name: str
    due_on: date
    left: int
    is_begun: bool


def open_rounds(db: Session, actor: Person, goals: Sequence[Goal]) -> list[OpenRound]:
    """The rounds that ask the actor about any of these goals. One statement.

    They ask until the day; after it there is nothing to get ready for.
    """
    asked: dict[UUID, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.lifecycle in policy.ASKED_WHILE and may_record(actor, goal):
            asked[goal.circle_id].append(goal)
    if not asked:
        return []
    done_with = done_by([actor.id], reader=actor)
    rows = db.execute(
        policy.visible_to(actor)
        .outerjoin(done_with, done_with.c.round_id == Round.id)
        .where(
            Round.circle_id.in_(asked),
            Round.state == RoundState.OPEN,
            Round.due_on >= today(),
        )
        .add_columns(done_with.c.goal_id)
    ).all()
    rounds = {current.id: current for current, _goal in rows}
    done = {(current.id, goal_id) for current, goal_id in rows}
    return [
        found
        for current in rounds.values()
        if (found := _open(current, asked[current.circle_id], done)).left
    ]


def _open(current: Round, goals: list[Goal], done: set[tuple[UUID, UUID | None]]) -> OpenRound:
    left = [goal for goal in goals if (current.id, goal.id) not in done]
    return OpenRound(
        circle_id=current.circle_id,
        circle_name=goals[0].circle.name,
        due_on=current.due_on,
        left=len(left),
        is_begun=len(left) < len(goals),
    )
