"""Leaving, and ending somebody's place: at once, with no way around it."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import end_membership, leave_circle
from herning_pwa.circles.models import Ending, Invitation, Membership, Relation, Role
from herning_pwa.circles.queries import circle_page, find_circle, person_page
from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.circles.conftest import Inviting, place_of


def end(db: Session, cast: Cast, who: str, whose: str) -> None:
    place = place_of(db, cast.people[whose])
    end_membership(db, cast.people[who], membership_id=str(place.id))


def leave(db: Session, cast: Cast, who: str) -> None:
    leave_circle(db, cast.people[who], membership_id=place_of(db, cast.people[who]).id)


@pytest.mark.parametrize("name", ["mette", "karl", "inger", "jens"])
def test_whoever_takes_part_freely_may_leave(db: Session, cast: Cast, name: str) -> None:
    leave(db, cast, name)
    with pytest.raises(NotFound):
        circle_page(db, cast.people[name], circle_id=cast.circle.id)


@pytest.mark.parametrize("name", ["sanne", "peter", "freja"])
def test_a_professional_and_the_young_person_do_not_just_leave(
    db: Session, cast: Cast, name: str
) -> None:
    with pytest.raises(NotAllowed):
        leave(db, cast, name)


def test_nobody_leaves_for_somebody_else(db: Session, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        leave_circle(db, cast.mette, membership_id=place_of(db, cast.inger).id)


@pytest.mark.parametrize("name", ["mette", "anders", "sanne", "peter"])
def test_parents_and_professionals_may_end_a_network_members_place(
    db: Session, cast: Cast, name: str
) -> None:
    place = place_of(db, cast.jens)
    end(db, cast, name, "jens")
    assert place.ended_by_id == cast.people[name].id
    with pytest.raises(NotFound):
        find_circle(db, cast.jens, cast.circle.id)


@pytest.mark.parametrize("name", ["inger", "freja"])
def test_the_network_and_the_young_person_may_not(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        end(db, cast, name, "jens")


@pytest.mark.parametrize("name", ["karl", "fatima", "frede", "birgit", "otto"])
def test_those_who_do_not_see_the_place_do_not_find_it(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        end(db, cast, name, "jens")


@pytest.mark.parametrize("whose", ["anders", "sanne", "peter", "freja", "karl"])
def test_mette_may_not_end_anybody_elses_place(db: Session, cast: Cast, whose: str) -> None:
    with pytest.raises(NotAllowed):
        end(db, cast, "mette", whose)


def test_sanne_may_not_end_a_parents_place(db: Session, cast: Cast) -> None:
    for whose in ("mette", "karl"):
        with pytest.raises(NotAllowed):
            end(db, cast, "sanne", whose)


def test_a_supporter_goes_with_the_one_who_brought_them(db: Session, cast: Cast) -> None:
    place = supporter(db, cast, "fatima", "mette")
    with pytest.raises(NotFound):
        end_membership(db, cast.anders, membership_id=place.id)
    end_membership(db, cast.mette, membership_id=place.id)
    assert not place.is_active


def test_when_mette_leaves_her_supporter_leaves_and_is_told(db: Session, cast: Cast) -> None:
    hers, his = (supporter(db, cast, *who) for who in (("fatima", "mette"), ("frede", "anders")))
    own = place_of(db, cast.mette)
    assert "Fatima kom med for at hjælpe dig" in means(db, cast, "mette")
    assert "hjælpe dig" not in means(db, cast, "jens")
    leave_circle(db, cast.mette, membership_id=own.id)
    assert (hers.is_active, his.is_active) == (False, True)
    told = select(Person.first_name).join(Mail, Mail.to_person_id == Person.id)
    assert db.scalars(told).all() == ["Fatima"]
    with pytest.raises(NotFound):
        find_circle(db, cast.fatima, cast.circle.id)


def supporter(db: Session, cast: Cast, who: str, brought_by: str) -> Membership:
    place = Membership(
        circle_id=cast.circle.id,
        person_id=cast.people[who].id,
        role=Role.SUPPORTER,
        relation=Relation.SUPPORTER,
        invited_by_id=cast.people[brought_by].id,
    )
    db.add(place)
    db.flush()
    return place


def means(db: Session, cast: Cast, name: str) -> str:
    """What leaving means, as the person's own page says it."""
    own = place_of(db, cast.people[name])
    return person_page(db, cast.people[name], membership_id=own.id).ending_means


def test_a_place_ends_once(db: Session, cast: Cast) -> None:
    place = place_of(db, cast.jens)
    end_membership(db, cast.mette, membership_id=place.id)
    with pytest.raises(Conflict):
        place.end(cast.anders)
    with pytest.raises(NotFound):
        end_membership(db, cast.anders, membership_id=place.id)


def test_links_that_lead_around_the_ending_are_dead(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    sent_by_mette: Invitation = inviting()
    back_door: Invitation = inviting(cast.anders, email=cast.inger.email)
    untouched: Invitation = inviting(cast.anders, email="bent@familie.example")
    leave(db, cast, "mette")
    end(db, cast, "anders", "inger")
    assert sent_by_mette.ending is Ending.REVOKED
    assert back_door.ending is Ending.REVOKED
    assert untouched.ending is None
