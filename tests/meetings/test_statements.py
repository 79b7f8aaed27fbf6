"""The meeting's page asks the database as often for twelve goals as for two."""

from datetime import datetime
from uuid import uuid4

import pytest

from herning_pwa.followup.commands import choose_ladder_step
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.meetings.commands import add_point
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal, step_for
from tests.cast import person_by_id
from tests.counting import counted
from tests.meetings.acts import ids

AT_MOST = 15
EVERYBODY = ("mette", "anders", "freja", "inger", "jens", "peter", "karl")


def fill(db, cast, meeting, goals):
    for n in range(goals):
        goal = agreed_goal(db, cast.circle, cast.mette, f"Mål {goals} {n}")
        step_for(db, goal, cast.anders, "Skridt")
        add_point(db, cast.mette, meeting_id=meeting.id, text=f"Punkt {goals} {n}")
        for who in EVERYBODY[:-2] * 3:
            person, key = getattr(cast, who), str(uuid4())
            record_progress(db, person, goal_id=goal.id, client_key=key, rating=n % 10, note="Ja.")
    db.flush()


@pytest.mark.parametrize("begun", [False, True])
def test_the_number_of_statements_does_not_grow(db, cast, plan, november, begun):
    meeting = plan(people=ids(*(getattr(cast, name) for name in EVERYBODY)))
    if begun:
        november.move_to(datetime(2026, 11, 24, 14, 10, tzinfo=COPENHAGEN))
        choose_ladder_step(
            db, cast.sanne, meeting_id=meeting.id, step=1, reason="Det går godt.", seen=""
        )
    counts = []
    for goals in (2, 12):
        fill(db, cast, meeting, goals)
        db.expunge_all()
        sanne = person_by_id(db, cast.sanne.id)
        with counted(db) as said:
            view = meeting_page(db, sanne, meeting_id=meeting.id)
        assert view.decided.is_empty is not begun
        counts.append(len(said))
        for name, person in cast.people.items():
            cast.people[name] = person_by_id(db, person.id)
        meeting, cast.circle = db.merge(meeting), db.merge(cast.circle)
    assert counts[0] == counts[1] <= AT_MOST
