"""Who sees whom in a circle, and what each may do there."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import revoke_invitation
from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.circles.queries import CircleView, PersonView, circle_page
from herning_pwa.errors import NotFound
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.circles.conftest import Inviting

EVERYBODY = {"Mette", "Anders", "Karl", "Freja", "Inger", "Jens", "Sanne", "Peter"}


def page(db: Session, cast: Cast, name: str) -> CircleView:
    return circle_page(db, cast.people[name], circle_id=str(cast.circle.id))


def people(view: CircleView) -> dict[str, PersonView]:
    return {person.name: person for group in view.groups for person in group.people}


@pytest.mark.parametrize("name", ["mette", "anders", "freja", "inger", "jens", "sanne", "peter"])
def test_the_circle_sees_itself(db: Session, cast: Cast, name: str) -> None:
    view = page(db, cast, name)
    assert set(people(view)) == EVERYBODY
    assert len(view.children) == 2
    assert [person.name for person in people(view).values() if person.is_me] == [name.title()]


def test_karl_sees_himself_the_responsible_and_the_children(db: Session, cast: Cast) -> None:
    view = page(db, cast, "karl")
    assert set(people(view)) == {"Karl", "Sanne"}
    assert len(view.children) == 2


def test_a_supporter_sees_the_parents_and_the_responsible(db: Session, cast: Cast) -> None:
    db.add(
        Membership(
            circle_id=cast.circle.id,
            person_id=cast.fatima.id,
            role=Role.SUPPORTER,
            relation=Relation.SUPPORTER,
        )
    )
    db.flush()
    assert set(people(page(db, cast, "fatima"))) == {"Fatima", "Mette", "Anders", "Sanne"}


@pytest.mark.parametrize("name", ["fatima", "frede", "birgit", "otto"])
def test_strangers_leaders_and_administrators_find_no_circle(
    db: Session, cast: Cast, name: str
) -> None:
    with pytest.raises(NotFound):
        page(db, cast, name)


@pytest.mark.parametrize("wrong", ["", "x", 0, {"id": 1}])
def test_what_is_no_circle_is_not_found(db: Session, cast: Cast, wrong: object) -> None:
    with pytest.raises(NotFound):
        circle_page(db, cast.mette, circle_id=wrong)


def test_somebody_in_no_circle_sees_a_page_without_people(db: Session, cast: Cast) -> None:
    assert circle_page(db, cast.otto, circle_id=None).groups == []


def test_custody_is_told_only_to_those_who_decide(db: Session, cast: Cast) -> None:
    for name in ("mette", "sanne", "peter"):
        assert people(page(db, cast, name))["Karl"].note
    for name in ("inger", "jens", "freja"):
        assert not people(page(db, cast, name))["Karl"].note
    assert people(page(db, cast, "karl"))["Karl"].note


def test_no_address_is_on_the_page(db: Session, cast: Cast, inviting: Inviting) -> None:
    inviting(cast.anders, email="farmor@hemmelig.example")
    for person in cast.people.values():
        if person.membership_in(cast.circle.id) and person is not cast.anders:
            shown = repr(circle_page(db, person, circle_id=cast.circle.id))
            assert "@" not in shown, person.first_name


def test_the_sender_sees_where_the_mail_went(db: Session, cast: Cast, inviting: Inviting) -> None:
    inviting(cast.anders, email="farmor@hemmelig.example")
    [row] = page(db, cast, "anders").invitations
    assert "farmor@hemmelig.example" in row.mail


def test_invitations_are_for_the_sender_the_parents_and_the_responsible(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invited = inviting(cast.peter)
    for name in ("mette", "anders", "sanne", "peter"):
        assert len(page(db, cast, name).invitations) == 1
    for name in ("inger", "jens", "karl", "freja"):
        assert page(db, cast, name).invitations == []
    revoke_invitation(db, cast.peter, invitation_id=invited.id)
    assert page(db, cast, "mette").invitations == []


def test_each_button_stands_only_where_it_works(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    inviting(cast.sanne)
    by_name = {name: page(db, cast, name).invitations[0] for name in ("mette", "anders", "sanne")}
    assert [by_name[name].can_confirm for name in by_name] == [True, True, False]
    assert [by_name[name].can_resend for name in by_name] == [False, False, False]
    assert by_name["sanne"].can_revoke
    assert page(db, cast, "mette").can_invite
    assert not page(db, cast, "inger").can_invite


def count(db: Session, cast: Cast) -> int:
    statements: list[str] = []

    def note(*args: object) -> None:
        statements.append(str(args[2]))

    db.expire_all()
    cast.mette.memberships  # noqa: B018  the actor comes loaded
    cast.mette.first_name  # noqa: B018
    event.listen(db.get_bind(), "before_cursor_execute", note)
    circle_page(db, cast.mette, circle_id=cast.circle.id)
    event.remove(db.get_bind(), "before_cursor_execute", note)
    return len(statements)


def test_the_page_costs_the_same_for_a_large_circle(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    inviting()
    small = count(db, cast)
    for n in range(30):
        guest = Person(first_name=f"Gæst{n}", email=f"g{n}@familie.example", password_hash="!")
        db.add(guest)
        db.flush()
        db.add(
            Membership(
                circle_id=cast.circle.id,
                person_id=guest.id,
                role=Role.NETWORK_MEMBER,
                relation=Relation.FRIEND,
            )
        )
    for n in range(10):
        inviting(email=f"flere{n}@familie.example")
    assert count(db, cast) == small <= 9
