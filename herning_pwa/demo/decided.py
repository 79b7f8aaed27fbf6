"""What the first meeting in the demo decided, as it is read afterwards."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.demo.families import Families
from herning_pwa.followup.commands import agree_step, choose_ladder_step, decide_on_goal
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import today
from herning_pwa.meetings.models import Meeting

WORDS = {
    "Emil møder til tiden tre dage om ugen": "Det begynder at lykkes. Vi holder fast.",
    "Vi spiser aftensmad sammen fire dage om ugen": "Alle er glade for det.",
}


def decide(db: Session, families: Families) -> None:
    """At the meeting that was held last, while it was held."""
    sanne, circle = families.people["Sanne"], families.circle
    held = db.scalars(
        select(Meeting)
        .where(Meeting.circle_id == circle.id, Meeting.ends_at < clock.now())
        .order_by(Meeting.starts_at.desc())
    ).first()
    assert held is not None  # noqa: S101 - the story has just told of it
    here = {"meeting_id": held.id, "seen": ""}
    goals = {goal.shown_wording.title: goal for goal in _in_force(db, families)}
    with clock.telling(held.starts_at + timedelta(minutes=30)):
        for title, words in WORDS.items():
            goal = goals[title]
            wording_id = goal.shown_wording.id
            about = {"goal_id": goal.id, "wording_id": wording_id, "kind": "continue"}
            decide_on_goal(db, sanne, words=words, **about, **here)
        agree_step(
            db,
            sanne,
            meeting_id=held.id,
            goal_id=goals["Emil møder til tiden tre dage om ugen"].id,
            title="Give Emil en fast plads i bussen",
            person_id=str(families.people["Peter"].id),
            due_on=(today() + timedelta(days=30)).isoformat(),
        )
        reason = "Familien er kommet godt i gang. Peter hjælper stadig om morgenen."
        choose_ladder_step(db, sanne, step=2, reason=reason, **here)


def _in_force(db: Session, families: Families) -> list[Goal]:
    goals = db.scalars(select(Goal).where(Goal.circle_id == families.circle.id))
    return [goal for goal in goals if goal.is_in_force]
