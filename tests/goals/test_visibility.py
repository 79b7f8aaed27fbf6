"""Who sees a goal: what is promised by name is what the database gives, for everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    agree_to_goal,
    change_audience,
    end_share,
    propose_goal,
    share_goal,
    share_with_parent,
)
from herning_pwa.goals.models import Audience, Goal, Lifecycle
from herning_pwa.goals.policy import named_for, visible_to
from herning_pwa.goals.queries import find_goal
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.seeing import who_sees
from tests.cast import Cast
from tests.goals.making import agreed, asked, draft, proposed, waiting

EVERYBODY = (
    "mette", "anders", "karl", "freja", "inger", "jens",
    "sanne", "peter", "fatima", "frede", "birgit", "otto",
)  # fmt: skip
FAMILY_AND_STAFF = {"mette", "anders", "freja", "sanne", "peter"}
SEERS = {
    Audience.CIRCLE: FAMILY_AND_STAFF | {"inger", "jens"},
    Audience.CORE: FAMILY_AND_STAFF,
    Audience.PARENTS: {"mette", "anders", "sanne", "peter"},
    Audience.CHILD: {"freja", "sanne"},
}


def who_finds(db: Session, cast: Cast, goal: Goal) -> set[str]:
    return {
        name
        for name in EVERYBODY
        if db.scalars(visible_to(getattr(cast, name)).where(Goal.id == goal.id)).one_or_none()
    }


def who_is_named(cast: Cast, goal: Goal) -> set[str]:
    places = who_sees(
        goal.circle, goal.audience, author_id=goal.proposed_by_id, named=named_for(goal)
    )
    return {place.person.first_name.lower() for place in places}


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_promised_is_what_is_seen(db: Session, cast: Cast, audience: Audience) -> None:
    author = cast.freja if audience is Audience.CHILD else cast.mette
    goal = proposed(db, cast, author, audience=audience)
    assert who_finds(db, cast, goal) == SEERS[audience]
    assert who_is_named(cast, goal) == SEERS[audience]


def test_a_named_network_member_sees_a_core_goal(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette, audience=Audience.CORE, named=(cast.inger.id,))
    assert who_finds(db, cast, goal) == who_is_named(cast, goal) == FAMILY_AND_STAFF | {"inger"}


def test_inger_sees_the_core_goal_she_proposed(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.inger, audience=Audience.CORE)
    assert who_finds(db, cast, goal) == who_is_named(cast, goal) == FAMILY_AND_STAFF | {"inger"}


def test_sanne_alone_lets_karl_see_and_ends_it(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    for adult in (cast.mette, cast.peter):
        with pytest.raises(NotAllowed):
            share_with_parent(
                db, adult, goal_id=goal.id, person_id=cast.karl.id, reason="Orientering"
            )
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Orientering")
    assert "karl" in who_finds(db, cast, goal)
    assert "karl" in who_is_named(cast, goal)
    end_share(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id)
    assert "karl" not in who_finds(db, cast, goal)


def test_what_parents_keep_is_never_shared_by_name(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS)
    with pytest.raises(NotAllowed):
        share_goal(db, cast.sanne, goal_id=goal.id, person_id=cast.inger.id)
    with pytest.raises(NotAllowed):
        share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Ja")


def test_a_share_ends_with_its_day(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette, audience=Audience.CORE, named=(cast.inger.id,))
    goal.shares[0].until = clock.now() + timedelta(days=1)
    db.flush()
    assert "inger" in who_finds(db, cast, goal)
    with time_machine.travel(clock.now() + timedelta(days=2)):
        assert "inger" not in who_finds(db, cast, goal)


def test_somebody_who_left_sees_nothing_and_comes_back_without_old_shares(
    db: Session, cast: Cast
) -> None:
    goal = proposed(db, cast, cast.mette, audience=Audience.CORE, named=(cast.inger.id,))
    place = cast.inger.membership_in(cast.circle.id)
    place.ended_at = clock.now()
    db.flush()
    assert "inger" not in who_finds(db, cast, goal)
    place.ended_at, place.started_at = None, clock.now() + timedelta(seconds=1)
    db.flush()
    with time_machine.travel(clock.now() + timedelta(seconds=5)):
        assert "inger" not in who_finds(db, cast, goal)
        assert "inger" not in who_is_named(cast, goal)


def test_only_the_author_of_a_private_goal_opens_it(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.freja, audience=Audience.CHILD)
    with pytest.raises(NotAllowed):
        change_audience(db, cast.sanne, goal_id=goal.id, audience="circle")
    with pytest.raises(NotFound):
        change_audience(db, cast.mette, goal_id=goal.id, audience="circle")
    change_audience(db, cast.freja, goal_id=goal.id, audience="circle")
    assert "mette" in who_finds(db, cast, goal)
    assert goal.turns[-1].value == "circle"


def test_parents_are_not_said_to_answer_what_they_cannot_see(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.freja, audience=Audience.CHILD)
    assert asked(goal) == {"Sanne"}
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.PROPOSED
    told = goal_page(db, cast.freja, goal_id=goal.id).standing
    assert told.endswith("Før det kan blive aftalt, skal du vise det til en forælder.")
    change_audience(db, cast.freja, goal_id=goal.id, audience="circle")
    assert asked(goal) == {"Mette", "Anders"}
    agree_to_goal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_nobody_hides_frejas_goal_from_freja(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.freja)
    with pytest.raises(Invalid):
        change_audience(db, cast.mette, goal_id=goal.id, audience="parents")


def test_a_parents_own_goal_is_opened_by_that_parent_alone(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS, whose=f"parent:{cast.mette.id}")
    for other in (cast.anders, cast.sanne):
        with pytest.raises(NotAllowed):
            change_audience(db, other, goal_id=goal.id, audience="circle")
    change_audience(db, cast.mette, goal_id=goal.id, audience="circle")


def test_a_draft_is_its_authors_alone(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    assert who_finds(db, cast, goal) == {"mette"}
    propose_goal(db, cast.mette, goal_id=goal.id, audience="circle")
    assert "inger" in who_finds(db, cast, goal)


@pytest.mark.parametrize(
    "wrong", ["", "nyt", "1", None, "x" * 4000, "00000000-0000-0000-0000-000000000000"]
)
def test_an_address_that_names_no_goal_is_not_found(db: Session, cast: Cast, wrong: str) -> None:
    with pytest.raises(NotFound):
        find_goal(db, cast.mette, wrong)
