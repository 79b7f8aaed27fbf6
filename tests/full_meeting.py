"""A follow-up as full as an ordinary one gets: for what must not cost more when it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.followup.commands import agree_step, comment_on_ruler, set_ruler
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import add_point, move_down, reply_to_summary
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries.agenda import point_key
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal, step_for
from tests.cast import Cast
from tests.followup.acts import choose_step, decide, next_date
from tests.meeting_plans import meeting_called_by
from tests.meetings.acts import marks, offers, prepare, sum_up

INVITED = ("mette", "anders", "karl", "freja", "inger", "jens", "peter")  # eight with Sanne
SPEAK = ("mette", "anders", "freja", "inger", "jens", "peter", "sanne")
AT_MOST = 15  # statements


def called(db: Session, cast: Cast) -> Meeting:
    """It is tomorrow. Three have prepared, and Mette has said which other time suits her.
    Inger has a point, and Sanne an order."""
    people = [getattr(cast, name) for name in INVITED]
    tomorrow = today() + timedelta(days=1)
    meeting = meeting_called_by(
        db, cast.sanne, cast.circle, *people, day=tomorrow, kind="follow_up"
    )
    for who in (cast.mette, cast.anders, cast.inger):
        prepare(db, who, meeting, going_well="Han sover bedre.")
    times = [(str(tomorrow + timedelta(days=n)), "10:00", "11:00") for n in (1, 2)]
    offers(db, cast.sanne, meeting, *times)
    marks(db, cast.mette, meeting, 0)
    add_point(db, cast.inger, meeting_id=meeting.id, text="Ferien")
    move_down(db, cast.sanne, meeting_id=meeting.id, key=point_key(meeting.points[0].id))
    return meeting


def talk_about(
    db: Session, cast: Cast, meeting: Meeting, *, goals: int, entries: int
) -> list[Goal]:
    """So many more goals, each with a step and a point, and what people have said about them."""
    added = [agreed_goal(db, cast.circle, cast.mette, f"Mål {n}") for n in range(goals)]
    for goal in added:
        step_for(db, goal, cast.anders, "Skridt")
        about = {"text": f"Punkt {goal.id}", "goal_id": str(goal.id)}
        add_point(db, cast.mette, meeting_id=meeting.id, **about)
    for n in range(entries):
        record_progress(
            db,
            getattr(cast, SPEAK[n % len(SPEAK)]),
            goal_id=added[n % goals].id,
            client_key=str(uuid4()),
            rating=n % 11,
            note="Det går fremad.",
        )
    return added


def begin(db: Session, cast: Cast, meeting: Meeting) -> None:
    """It has begun, and what is decided once is decided; the summary is sent."""
    meeting.starts_at = clock.now() - timedelta(minutes=5)
    meeting.ends_at = clock.now() + timedelta(hours=1)
    choose_step(db, cast.sanne, meeting, 2)
    said = {"child_id": cast.emil.id, "seen": "", "number": "3", "words": "Det går op og ned."}
    reading = set_ruler(db, cast.sanne, **said)
    for parent in (cast.mette, cast.anders):
        comment_on_ruler(db, parent, reading_id=reading.id, words="Sådan ser jeg det.")
    next_date(db, cast.sanne, meeting, day=str(today() + timedelta(weeks=6)))
    summary = sum_up(db, cast.sanne, meeting, "Vi talte om det hele.")
    reply_to_summary(db, cast.mette, summary_id=summary.id, says="commented", words="Vi er glade.")


def decide_on(db: Session, cast: Cast, meeting: Meeting, goals: Sequence[Goal]) -> None:
    """Go on with each of them, and agree on two steps."""
    due = today() + timedelta(weeks=1)
    for goal in goals:
        decide(db, cast.sanne, meeting, goal, "continue", words="Vi holder fast.")
        for title in ("Ringe til skolen", "Læse hver aften"):
            form = {"title": title, "person_id": str(cast.anders.id), "due_on": due.isoformat()}
            agree_step(db, cast.sanne, meeting_id=meeting.id, goal_id=goal.id, **form)
    db.flush()
