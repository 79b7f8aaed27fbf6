"""Whom a parent brings along is for that parent and the professionals to see: decision 33."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles import policy
from herning_pwa.circles.commands import end_membership
from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.circles.queries import circle_page, person_page
from herning_pwa.errors import Invalid, NotFound
from herning_pwa.goals.models import Audience
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_page, planning_page
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.queries.voices import voices_of
from tests.agreed import agreed_goal
from tests.cast import Cast

TOLD, NOT_TOLD = ("mette", "sanne", "peter"), ("anders", "karl", "freja", "inger", "jens")


@pytest.fixture
def fatimas(db: Session, cast: Cast) -> Membership:
    """Fatima's place: Mette has brought her along."""
    return _brought(db, cast, "mette")


def _brought(db: Session, cast: Cast, by: str) -> Membership:
    place = Membership(
        circle=cast.circle,
        person=cast.fatima,
        role=Role.SUPPORTER,
        relation=Relation.SUPPORTER,
        invited_by_id=cast.people[by].id,
    )
    db.add(place)
    db.flush()
    db.expire_all()
    return place


def _sees(db: Session, cast: Cast, name: str) -> bool:
    view = circle_page(db, cast.people[name], circle_id=cast.circle.id)
    groups = [person.name for group in view.groups for person in group.people]
    return "Fatima" in [*groups, *(person.name for person in view.past)]


def _meeting(db: Session, cast: Cast, by: str, *people: str) -> Meeting:
    day = today() + timedelta(days=20)
    return plan_meeting(
        db,
        cast.people[by],
        circle_id=cast.circle.id,
        form_key=uuid4(),
        kind="network",
        day=day.isoformat(),
        start="10:00",
        end="11:00",
        people=[str(cast.people[name].id) for name in people],
    )


@pytest.mark.parametrize("name", [*TOLD, "fatima"])
def test_who_brought_her_and_the_professionals_see_her(
    db: Session, cast: Cast, fatimas: Membership, name: str
) -> None:
    assert _sees(db, cast, name)
    assert person_page(db, cast.people[name], membership_id=fatimas.id).name == "Fatima"


@pytest.mark.parametrize("name", NOT_TOLD)
def test_to_everybody_else_she_is_not_there(
    db: Session, cast: Cast, fatimas: Membership, name: str
) -> None:
    assert not _sees(db, cast, name)
    with pytest.raises(NotFound):
        person_page(db, cast.people[name], membership_id=fatimas.id)
    own = cast.people[name].membership_in(cast.circle.id)
    assert own
    assert not policy.sees_member(own, fatimas)


def test_nor_when_her_place_is_over(db: Session, cast: Cast, fatimas: Membership) -> None:
    end_membership(db, cast.mette, membership_id=fatimas.id)
    db.flush()
    assert {name for name in (*TOLD, *NOT_TOLD) if _sees(db, cast, name)} == set(TOLD)
    with pytest.raises(NotFound):
        person_page(db, cast.anders, membership_id=fatimas.id)


def test_the_parents_were_asked_about_one_whom_sanne_invites(db: Session, cast: Cast) -> None:
    _brought(db, cast, "sanne")
    seen = {name for name in (*TOLD, *NOT_TOLD) if _sees(db, cast, name)}
    assert seen == {*TOLD, "anders"}


def test_she_is_not_among_those_who_cannot_see_a_goal(
    db: Session, cast: Cast, fatimas: Membership
) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, audience=Audience.CIRCLE)
    for name, told in (("anders", False), ("mette", True)):
        view = goal_page(db, cast.people[name], goal_id=goal.id).sight
        assert ("Fatima, bisidder" in view.line.cannot) is told
        assert any("Fatima" in choice.note for choice in view.choices) is told


@pytest.mark.usefixtures("fatimas")
def test_anders_cannot_call_her_to_a_meeting(db: Session, cast: Cast) -> None:
    for name, told in (("anders", False), ("mette", True), ("sanne", True)):
        form = planning_page(db, cast.people[name], circle_id=cast.circle.id)
        assert ("Fatima" in [one.label for one in form.people]) is told
    assert _meeting(db, cast, "sanne", "mette", "fatima")
    with pytest.raises(Invalid) as refused:
        _meeting(db, cast, "anders", "mette", "fatima")
    assert "people" in refused.value.fields


@pytest.mark.usefixtures("fatimas")
def test_those_at_her_meeting_are_told_by_name_that_she_reads(db: Session, cast: Cast) -> None:
    meeting = _meeting(db, cast, "sanne", "mette", "anders", "karl", "fatima")
    for name in ("anders", "karl"):
        view = meeting_page(db, cast.people[name], meeting_id=meeting.id)
        assert "Fatima" in [person.name for person in view.people]
        assert "Fatima" in view.sight.meeting.line
    assert not _sees(db, cast, "anders")


def test_an_aunt_who_comes_back_as_a_supporter_is_known_as_the_aunt(
    db: Session, cast: Cast
) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, audience=Audience.CIRCLE)
    jens = cast.jens.membership_in(cast.circle.id)
    assert jens
    record_progress(
        db, cast.jens, goal_id=goal.id, client_key=str(uuid4()), rating="6", note="Godt"
    )
    jens.ended_at = clock.now()
    back = {"role": Role.SUPPORTER, "relation": Relation.SUPPORTER, "invited_by_id": cast.mette.id}
    db.add(Membership(circle=cast.circle, person=cast.jens, **back))
    db.flush()
    db.expire_all()
    [voice] = voices_of(db, cast.anders, goal).voices
    assert (voice.name, voice.said) == ("Jens", "Godt")
    assert "bisidder" not in voice.relation
