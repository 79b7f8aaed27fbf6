"""One person, two places: a role counts in its own circle and nowhere else."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles import policy
from herning_pwa.circles.commands import accept_invitation, end_membership, invite
from herning_pwa.circles.models import Circle, Membership, Relation, Role
from herning_pwa.circles.queries import circle_page, person_page
from herning_pwa.commitments.queries.pulse import pulse
from herning_pwa.desk.policy import has_a_desk
from herning_pwa.desk.queries.desk import desk_page
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.goals import policy as goals
from herning_pwa.people.models import Person, Staff
from tests.agreed import proposed_goal
from tests.cast import Cast
from tests.circles.conftest import Inviting, secret_of


def place(db: Session, circle: Circle, person: Person, role: Role, relation: Relation) -> None:
    db.add(Membership(circle_id=circle.id, person_id=person.id, role=role, relation=relation))
    db.flush()
    db.expire(person, ["memberships"])
    db.expire(circle, ["memberships"])


@pytest.fixture
def frede_is_a_father(db: Session, cast: Cast) -> Person:
    """Frede, rådgiver for Alma, is a parent with custody in Emil's circle."""
    place(db, cast.circle, cast.frede, Role.CUSTODY_PARENT, Relation.FATHER)
    return cast.frede


@pytest.fixture
def peters_own_child(db: Session, cast: Cast) -> Person:
    """Peter, pædagog in Emil's circle, is the father without custody in Alma's."""
    place(db, cast.other_circle, cast.peter, Role.INFORMED_PARENT, Relation.FATHER)
    return cast.peter


def test_frede_invites_as_a_parent_here_and_as_the_responsible_there(
    cast: Cast, frede_is_a_father: Person
) -> None:
    here = policy.roles_to_invite(frede_is_a_father, cast.circle.id)
    there = policy.roles_to_invite(frede_is_a_father, cast.other_circle.id)
    assert here == policy.INVITED_BY_PARENTS
    assert there == policy.INVITED_BY_THE_RESPONSIBLE
    assert not policy.needs_confirmation(frede_is_a_father, cast.circle.id, Role.NETWORK_MEMBER)
    assert policy.needs_confirmation(frede_is_a_father, cast.other_circle.id, Role.NETWORK_MEMBER)


def test_frede_cannot_hand_on_or_take_out_as_a_professional_where_he_is_a_father(
    db: Session, cast: Cast, frede_is_a_father: Person
) -> None:
    assert not policy.may_hand_over(frede_is_a_father, cast.circle.id)
    assert policy.may_hand_over(frede_is_a_father, cast.other_circle.id)
    sannes = cast.sanne.membership_in(cast.circle.id)
    assert sannes is not None
    with pytest.raises(NotAllowed):
        end_membership(db, frede_is_a_father, membership_id=sannes.id)


def test_his_desk_shows_the_circle_where_he_works_and_not_the_one_where_he_is_a_father(
    db: Session, cast: Cast, frede_is_a_father: Person
) -> None:
    proposed_goal(db, cast.circle, cast.mette, "Emils hemmelige ord")
    proposed_goal(db, cast.other_circle, cast.fatima, "Almas ord")
    shown = str(desk_page(db, frede_is_a_father))
    assert "Almas ord" in shown
    assert "Emils hemmelige ord" not in shown


def test_a_parent_of_one_circle_is_a_stranger_to_the_others_even_as_staff(
    db: Session, cast: Cast, frede_is_a_father: Person
) -> None:
    with pytest.raises(NotFound):
        circle_page(db, cast.sanne, circle_id=cast.other_circle.id)
    with pytest.raises(NotFound):
        circle_page(db, cast.fatima, circle_id=cast.circle.id)


def test_peter_sees_his_own_childs_circle_as_the_parent_without_custody_he_is(
    db: Session, cast: Cast, peters_own_child: Person
) -> None:
    goal = proposed_goal(db, cast.other_circle, cast.fatima, "Almas ord")
    seen = db.scalars(goals.visible_to(peters_own_child)).all()
    assert goal not in seen
    names = {
        person.name
        for group in circle_page(db, peters_own_child, circle_id=cast.other_circle.id).groups
        for person in group.people
    }
    assert names == {"Peter", "Frede"}
    fatimas = cast.fatima.membership_in(cast.other_circle.id)
    assert fatimas is not None
    with pytest.raises(NotFound):
        person_page(db, peters_own_child, membership_id=fatimas.id)
    assert policy.roles_to_invite(peters_own_child, cast.other_circle.id) == ()
    assert pulse(db, peters_own_child, cast.other_circle.id, []) == []


def test_peters_desk_never_shows_his_own_childs_circle(
    db: Session, cast: Cast, peters_own_child: Person
) -> None:
    proposed_goal(db, cast.other_circle, cast.fatima, "Almas ord")
    assert has_a_desk(peters_own_child)
    assert "Almas ord" not in str(desk_page(db, peters_own_child))
    assert "Alma" not in str(desk_page(db, peters_own_child))


def test_staff_invited_as_a_parent_becomes_a_parent_and_nothing_more(
    db: Session, cast: Cast
) -> None:
    invitation = invite(
        db,
        cast.frede,
        circle_id=cast.other_circle.id,
        place="professional:teacher",
        name="Peter",
        email=cast.peter.email,
    )
    accept_invitation(db, secret_of(db, invitation), signed_in=cast.peter)
    as_staff = cast.peter.membership_in(cast.other_circle.id)
    assert as_staff is not None
    assert not as_staff.is_responsible
    own = invite(
        db,
        cast.sanne,
        circle_id=cast.circle.id,
        place="custody_parent:father",
        name="Frede",
        email=cast.frede.email,
    )
    assert own.waits_for_confirmation  # there is a parent already, who must say yes


def test_a_mother_invited_as_a_network_member_elsewhere_stays_a_family_person(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invitation = inviting(email=cast.fatima.email, name="Fatima")
    accept_invitation(db, secret_of(db, invitation), signed_in=cast.fatima)
    assert cast.fatima.staff is None
    here = cast.fatima.membership_in(cast.circle.id)
    assert here is not None
    assert here.role is Role.NETWORK_MEMBER
    assert policy.roles_to_invite(cast.fatima, cast.circle.id) == ()
    assert policy.roles_to_invite(cast.fatima, cast.other_circle.id) == policy.INVITED_BY_PARENTS


def test_becoming_staff_gives_nothing_in_the_circle_one_was_in(db: Session, cast: Cast) -> None:
    cast.inger.staff = Staff.PROFESSIONAL
    assert policy.roles_to_invite(cast.inger, cast.circle.id) == ()
    assert pulse(db, cast.inger, cast.circle.id, cast.circle.active_memberships) == []
