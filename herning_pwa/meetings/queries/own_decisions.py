"""What one professional has written down at meetings: outcomes, steps of the ladder, and why
there is no next meeting."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.goals.models import Goal, GoalOutcome
from herning_pwa.goals.words import outcome_word
from herning_pwa.i18n import _
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.ladder.words import step_label
from herning_pwa.meetings.models import Meeting, Parting
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_decisions(db: Session, person: Person) -> list[OwnWord]:
    """Three statements."""
    return [*_outcomes(db, person), *_turns(db, person), *_partings(db, person)]


def _outcomes(db: Session, person: Person) -> list[OwnWord]:
    own = select(GoalOutcome).where(GoalOutcome.by_id == person.id)
    goal = joinedload(GoalOutcome.goal).load_only(Goal.circle_id)
    return [
        OwnWord(
            kind="goal_outcome",
            id=row.id,
            label=_("Decided at a meeting"),
            written_at=row.at,
            circle_id=row.goal.circle_id,
            parts=said((_("What now?"), outcome_word(row.kind)), (_("Words"), row.words)),
            state=_("Decided anew") if row.replaced_at else "",
        )
        for row in db.scalars(own.options(goal))
    ]


def _turns(db: Session, person: Person) -> list[OwnWord]:
    return [
        OwnWord(
            kind="ladder_turn",
            id=row.id,
            label=_("The step on the ladder"),
            written_at=row.at,
            circle_id=row.circle_id,
            parts=said((_("Step of the ladder"), step_label(row.step)), (_("Reason"), row.reason)),
            state=_("Decided anew") if row.replaced_at else "",
        )
        for row in db.scalars(select(LadderTurn).where(LadderTurn.by_id == person.id))
    ]


def _partings(db: Session, person: Person) -> list[OwnWord]:
    own = select(Parting, Meeting.circle_id).join(Meeting, Meeting.id == Parting.meeting_id)
    return [
        OwnWord(
            kind="parting",
            id=row.id,
            label=_("We agree on no next meeting"),
            written_at=row.at,
            circle_id=circle_id,
            parts=said((_("Reason"), row.reason)),
            state=_("Decided anew") if row.replaced_at else "",
        )
        for row, circle_id in db.execute(own.where(Parting.by_id == person.id))
    ]
