"""Saying yes: a new person, somebody known, and exactly one place."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import LinkRefused, accept_invitation
from herning_pwa.circles.models import Invitation, LinkProblem, Membership, Role, Standing
from herning_pwa.errors import Invalid
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import verify_password
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, secret_of


def test_asta_says_yes_and_stands_in_the_circle_as_a_neighbour(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    secret = secret_of(db, invitation)
    asta = accept_invitation(db, secret, signed_in=None, first_name=" Asta ", password=PASSWORD)
    place = asta.membership_in(cast.circle.id)
    assert place is not None
    assert (place.role, place.relation) == (invitation.role, invitation.relation)
    assert place.invited_by_id == cast.mette.id
    assert asta.first_name == "Asta"
    assert asta.email == "asta@familie.example"
    assert verify_password(PASSWORD, asta.password_hash)
    assert asta.staff is None
    assert invitation.standing is Standing.ACCEPTED
    accepted = db.scalars(select(Activity).where(Activity.action == "invitation.accepted")).one()
    assert (accepted.actor_id, accepted.circle_id) == (asta.id, cast.circle.id)


def test_fatima_is_signed_in_and_needs_no_new_password(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invited = inviting(email="FATIMA@familie.example")
    person = accept_invitation(db, secret_of(db, invited), signed_in=cast.fatima)
    assert person is cast.fatima
    assert {m.circle_id for m in person.active_memberships} == {
        cast.circle.id,
        cast.other_circle.id,
    }


def test_fatima_must_show_who_she_is_first(db: Session, cast: Cast, inviting: Inviting) -> None:
    invited = inviting(email=cast.fatima.email)
    with pytest.raises(LinkRefused) as refused:
        accept_invitation(
            db, secret_of(db, invited), signed_in=None, first_name="Fatima", password=PASSWORD
        )
    assert refused.value.problem is LinkProblem.SIGN_IN_FIRST
    assert invited.standing is Standing.OPEN


def test_a_new_professional_is_known_as_one(db: Session, cast: Cast, inviting: Inviting) -> None:
    invited = inviting(cast.sanne, place="professional:teacher", email="lis@kommune.example")
    lis = accept_invitation(
        db, secret_of(db, invited), signed_in=None, first_name="Lis", password=PASSWORD
    )
    place = lis.membership_in(cast.circle.id)
    assert lis.staff is Staff.PROFESSIONAL
    assert place is not None
    assert place.role is Role.PROFESSIONAL
    assert not place.is_responsible


@pytest.mark.parametrize(
    ("first_name", "password", "fields"),
    [
        ("", PASSWORD, ["fornavn"]),
        ("Asta", "", ["adgangskode"]),
        ("Asta", "elleve tegn", ["adgangskode"]),
        ("Asta", "x7 " * 60, ["adgangskode"]),
        ("Asta", "asta@familie", ["adgangskode"]),
        ("Asta", None, ["adgangskode"]),
        (["Asta"], {"a": 1}, ["fornavn", "adgangskode"]),
    ],
)
def test_what_cannot_be_used_is_said_and_uses_nothing_up(
    db: Session, invitation: Invitation, first_name: object, password: object, fields: list[str]
) -> None:
    people = db.scalar(select(func.count()).select_from(Person))
    with pytest.raises(Invalid) as refused:
        accept_invitation(
            db,
            secret_of(db, invitation),
            signed_in=None,
            first_name=first_name,
            password=password,
        )
    assert list(refused.value.fields) == fields
    assert invitation.standing is Standing.OPEN
    assert db.scalar(select(func.count()).select_from(Person)) == people


def test_a_password_may_be_plain_words_or_emoji(db: Session, invitation: Invitation) -> None:
    password = "æbler og pærer 🌻🌻"
    asta = accept_invitation(
        db, secret_of(db, invitation), signed_in=None, first_name="Asta", password=password
    )
    assert verify_password(password, asta.password_hash)


def test_two_circles_can_invite_the_same_person(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    first = inviting()
    second = inviting(cast.fatima, circle_id=cast.other_circle.id)
    asta = accept_invitation(
        db, secret_of(db, first), signed_in=None, first_name="Asta", password=PASSWORD
    )
    accept_invitation(db, secret_of(db, second), signed_in=asta)
    assert len(asta.active_memberships) == 2


def test_somebody_who_left_can_come_back_by_a_new_invitation(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    place = cast.jens.membership_in(cast.circle.id)
    assert place is not None
    place.end(cast.mette)
    invited = inviting(place="network_member:coach", email=cast.jens.email)
    accept_invitation(db, secret_of(db, invited), signed_in=cast.jens)
    db.expire_all()
    places = db.scalars(select(Membership).where(Membership.person_id == cast.jens.id)).all()
    assert sorted(place.is_active for place in places) == [False, True]
