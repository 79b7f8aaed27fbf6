"""Goals in the places tests need them, made through the same acts as people use."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.goals.commands import agree_to_goal, propose_goal, save_aim, save_reasons
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.models.agreement import still_to_answer
from herning_pwa.goals.queries.find import find_draft
from herning_pwa.home.queries import TodayView, today_page
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from tests.cast import Cast

TITLE = "Emil møder til tiden tre dage om ugen"


def draft(
    db: Session, cast: Cast, by: Person, *, title: str = TITLE, whose: str = "family"
) -> Goal:
    """An unsent goal in the main circle."""
    circle = by.active_memberships[0].circle_id
    save_aim(db, by, circle_id=circle, title=title, whose=whose, area="school_and_daycare")
    save_reasons(
        db, by, circle_id=circle, why="Dagen begynder roligt.", signs="Han smiler.", everyday=""
    )
    goal = find_draft(db, by, circle)
    assert goal is not None
    return goal


def proposed(
    db: Session,
    cast: Cast,
    by: Person,
    *,
    audience: Audience = Audience.CIRCLE,
    named: tuple[UUID, ...] = (),
    title: str = TITLE,
    whose: str = "family",
) -> Goal:
    """A goal sent to those who decide."""
    goal = draft(db, cast, by, title=title, whose=whose)
    propose_goal(
        db, by, goal_id=goal.id, audience=audience, named=[str(person) for person in named]
    )
    return goal


def agreed(
    db: Session,
    cast: Cast,
    *,
    audience: Audience = Audience.CIRCLE,
    named: tuple[UUID, ...] = (),
    title: str = TITLE,
    whose: str = "family",
) -> Goal:
    """A goal Mette proposed and Sanne agreed to."""
    goal = proposed(db, cast, cast.mette, audience=audience, named=named, title=title, whose=whose)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    return goal


def waiting(goal: Goal) -> UUID:
    """The wording waiting for answers."""
    wording = goal.open_wording
    assert wording is not None
    return wording.id


def in_force(goal: Goal) -> UUID:
    wording = goal.current_wording
    assert wording is not None
    return wording.id


def other_words(**changes: object) -> dict[str, object]:
    """A form with words that differ from TITLE's."""
    return {"title": "Emil møder til tiden to dage om ugen", "why": "En rolig dag.", **changes}


def asked(goal: Goal) -> set[str]:
    """First names of those whose answer is missing."""
    wording = goal.open_wording or goal.current_wording
    places = still_to_answer(wording, goal.circle) if wording else []
    return {place.person.first_name for place in places}


def first_page(db: Session, person: Person) -> TodayView:
    """The person's first page; their first circle is shown."""
    return today_page(db, person, circle_id=person.active_memberships[0].circle_id)


def soon(days: int = 10) -> str:
    """A date some days ahead, as a form sends it."""
    return (today() + timedelta(days=days)).isoformat()
