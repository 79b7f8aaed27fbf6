"""The desk: across a professional's circles, by the date that was promised."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Circle, Membership, Relation, Role
from herning_pwa.desk.queries import DeskView, desk_page
from herning_pwa.errors import NotFound
from herning_pwa.goals.models import Audience, Goal, Lifecycle
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress, withdraw_progress
from tests.agreed import agreed_goal, proposed_goal
from tests.cast import Cast
from tests.counting import counted
from tests.meeting_plans import meeting_called_by

CANARY = "kanariefugl"
WEEKS_AGO_7 = timedelta(weeks=7)
WEEKS_AGO_5 = timedelta(weeks=5)


def say(db: Session, who: Person, goal: Goal, rating: int = 5, note: str = "") -> None:
    record_progress(db, who, goal_id=goal.id, client_key=uuid4(), rating=rating, note=note)


def responsible_in(db: Session, who: Person, name: str) -> Circle:
    """One more circle for a professional, as old as the hills."""
    circle = Circle(name=name, created_at=clock.now() - WEEKS_AGO_7)
    db.add(
        Membership(
            circle=circle,
            person=who,
            role=Role.PROFESSIONAL,
            relation=Relation.SOCIAL_WORKER,
            is_responsible=True,
        )
    )
    db.flush()
    return circle


@pytest.mark.parametrize(
    "name", ["mette", "anders", "karl", "freja", "inger", "jens", "fatima", "birgit", "otto"]
)
def test_others_have_no_desk(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        desk_page(db, cast.people[name])


@pytest.mark.parametrize("name", ["sanne", "peter", "frede"])
def test_professionals_have_one(db: Session, cast: Cast, name: str) -> None:
    assert desk_page(db, cast.people[name]) == DeskView(
        waiting_heading="Venter på mig", icon_number=0
    )


def test_what_waits_is_ordered_by_the_promised_date_across_circles(db: Session, cast: Cast) -> None:
    other = responsible_in(db, cast.sanne, "Kredsen om Bo")
    soon, later, late = (today() + timedelta(days=n) for n in (2, 6, -1))
    proposed_goal(db, cast.circle, cast.mette, "Senere", due_on=later)
    proposed_goal(db, cast.circle, cast.mette, "For sent", due_on=late)
    db.add(
        Membership(
            circle=other, person=cast.fatima, role=Role.CUSTODY_PARENT, relation=Relation.MOTHER
        )
    )
    proposed_goal(db, other, cast.fatima, "Snart", due_on=soon)
    view = desk_page(db, cast.sanne)
    assert [line.words for line in view.waiting] == ["For sent", "Snart", "Senere"]
    assert [line.circle for line in view.waiting][1] == "Kredsen om Bo"
    assert [line.is_late for line in view.waiting] == [True, False, False]
    assert view.waiting_heading == "Venter på mig (3)"


def test_a_meeting_to_answer_waits_and_an_answered_one_comes(db: Session, cast: Cast) -> None:
    meeting_called_by(db, cast.sanne, cast.circle, cast.peter)
    [waiting] = desk_page(db, cast.peter).waiting
    assert waiting.kind == "meeting"
    assert waiting.circle_id == str(cast.circle.id)
    sannes = desk_page(db, cast.sanne)
    assert sannes.waiting == []
    assert len(sannes.meetings) == 1


def test_a_goal_without_movement_for_six_weeks_is_named(db: Session, cast: Cast) -> None:
    still = agreed_goal(db, cast.circle, cast.mette, "Stille", agreed_at=clock.now() - WEEKS_AGO_7)
    agreed_goal(db, cast.circle, cast.mette, "Nyt", agreed_at=clock.now() - WEEKS_AGO_5)
    agreed_goal(
        db,
        cast.circle,
        cast.mette,
        "På pause",
        agreed_at=clock.now() - WEEKS_AGO_7,
        lifecycle=Lifecycle.ON_HOLD,
    )
    moving = agreed_goal(db, cast.circle, cast.mette, "I gang", agreed_at=clock.now() - WEEKS_AGO_7)
    say(db, cast.mette, moving)
    assert [line.words for line in desk_page(db, cast.sanne).still] == ["Stille"]
    say(db, cast.mette, still)
    assert desk_page(db, cast.sanne).still == []


def test_other_words_are_movement_too(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, agreed_at=clock.now() - WEEKS_AGO_7)
    goal.put_in_focus(cast.mette)
    db.flush()
    assert desk_page(db, cast.sanne).still == []


def test_a_family_silent_for_six_weeks_is_named(db: Session, cast: Cast) -> None:
    cast.circle.created_at = clock.now() - WEEKS_AGO_7
    db.flush()
    [silent] = desk_page(db, cast.sanne).silent
    assert silent.circle == cast.circle.name
    goal = agreed_goal(db, cast.circle, cast.sanne)
    say(db, cast.sanne, goal)
    assert desk_page(db, cast.sanne).silent, "what professionals do is not the family's voice"
    say(db, cast.inger, goal)
    assert desk_page(db, cast.sanne).silent == []


def test_looking_at_another_circle_is_not_speaking(db: Session, cast: Cast) -> None:
    cast.circle.created_at = clock.now() - WEEKS_AGO_7
    record(db, cast.mette, "circle.seen", cast.circle, circle_id=cast.circle.id)
    db.flush()
    assert len(desk_page(db, cast.sanne).silent) == 1


def test_a_new_circle_is_not_called_silent(db: Session, cast: Cast) -> None:
    assert desk_page(db, cast.sanne).silent == []


def test_new_progress_is_from_others_and_still_stands(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    say(db, cast.sanne, goal, 3)
    say(db, cast.mette, goal, 0, "Han gik selv")
    taken_back = record_progress(
        db, cast.inger, goal_id=goal.id, client_key=uuid4(), rating=5, note=CANARY
    )
    withdraw_progress(db, cast.inger, entry_id=taken_back.id)
    view = desk_page(db, cast.sanne)
    assert [(line.what, line.words) for line in view.fresh] == [
        ("Mette siger 0 af 10", "Han gik selv")
    ]
    assert CANARY not in repr(view)


def test_frede_sees_nothing_of_sannes_circles(db: Session, cast: Cast) -> None:
    cast.circle.name = CANARY
    cast.circle.created_at = clock.now() - WEEKS_AGO_7
    goal = agreed_goal(db, cast.circle, cast.mette, CANARY, agreed_at=clock.now() - WEEKS_AGO_7)
    proposed_goal(db, cast.circle, cast.mette, CANARY)
    meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    say(db, cast.mette, agreed_goal(db, cast.circle, cast.mette), 3, CANARY)
    assert goal.id
    assert repr(desk_page(db, cast.sanne)).count(CANARY) > 3
    assert CANARY not in repr(desk_page(db, cast.frede))


def test_peter_sees_nothing_a_young_person_keeps_with_the_responsible_one(
    db: Session, cast: Cast
) -> None:
    agreed_goal(
        db,
        cast.circle,
        cast.freja,
        CANARY,
        agreed_at=clock.now() - WEEKS_AGO_7,
        audience=Audience.CHILD,
    )
    assert CANARY in repr(desk_page(db, cast.sanne))
    assert CANARY not in repr(desk_page(db, cast.peter))


@pytest.mark.parametrize("count", [1, 12])
def test_it_takes_the_same_statements_however_many_circles(
    db: Session, cast: Cast, count: int
) -> None:
    for n in range(count):
        circle = responsible_in(db, cast.sanne, f"Kredsen om nummer {n}")
        db.add(
            Membership(
                circle=circle, person=cast.mette, role=Role.CUSTODY_PARENT, relation=Relation.MOTHER
            )
        )
        db.flush()
        proposed_goal(db, circle, cast.mette, f"Forslag {n}")
        agreed_goal(db, circle, cast.mette, f"Stille {n}", agreed_at=clock.now() - WEEKS_AGO_7)
    db.expire_all()
    sanne = db.get_one(Person, cast.sanne.id)
    assert [place.circle.name for place in sanne.active_memberships]
    with counted(db) as statements:
        view = desk_page(db, sanne)
    assert len(view.waiting) == count
    assert len(statements) == 13, "\n\n".join(statements)
