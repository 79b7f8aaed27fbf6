"""Whose own words stand on a goal."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal, GoalOutcome
from herning_pwa.people.models import Person
from herning_pwa.progress.models import KeptFor, ProgressEntry


def others_words(db: Session, actor: Person, goal: Goal) -> set[UUID]:
    """The people other than ``actor`` who have written something to those who see the goal.

    Words kept for the responsible professional stay there, whoever the goal is opened to.
    """
    noted = select(ProgressEntry.person_id).where(
        ProgressEntry.goal_id == goal.id,
        ProgressEntry.note.is_not(None),
        ProgressEntry.kept_for == KeptFor.ALL,
    )
    decided = select(GoalOutcome.by_id).where(
        GoalOutcome.goal_id == goal.id, GoalOutcome.words != ""
    )
    writers = set(db.scalars(noted)) | set(db.scalars(decided))
    for wording in goal.wordings:
        writers |= {answer.person_id for answer in wording.answers if answer.words}
        writers |= {view.recorded_by_id for view in wording.child_views if view.words}
        if wording.comment:
            writers.add(wording.proposed_by_id)
    return writers - {actor.id}
