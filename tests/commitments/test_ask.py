"""Asking for help and offering it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.commitments.commands import OPEN_AT_MOST, offer_help
from herning_pwa.commitments.models import Commitment, Stage, TurnKind
from herning_pwa.commitments.queries.home import my_commitments
from herning_pwa.commitments.queries.page import commitments_page
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.commitments.conftest import THURSDAY, Asking


def told(db: Session) -> set[str]:
    mails = db.scalars(select(Mail).where(Mail.to_person_id.is_not(None)))
    return {mail.to_person.first_name for mail in mails if mail.to_person}


def place(cast: Cast, person: Person) -> Membership:
    found = person.membership_in(cast.circle.id)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["mette", "anders", "freja", "inger", "jens", "sanne", "peter"])
def test_everybody_who_takes_part_may_ask(cast: Cast, asking: Asking, name: str) -> None:
    asked = asking(cast.people[name])
    assert (asked.stage, asked.taken_by) == (Stage.OPEN, None)
    assert [turn.kind for turn in asked.turns] == [TurnKind.ASKED]


def test_karl_may_not_and_a_supporter_may_not(db: Session, cast: Cast, asking: Asking) -> None:
    db.add(
        Membership(
            circle_id=cast.circle.id,
            person_id=cast.fatima.id,
            role=Role.SUPPORTER,
            relation=Relation.SUPPORTER,
        )
    )
    db.flush()
    for person in (cast.karl, cast.fatima):
        with pytest.raises(NotAllowed):
            asking(person)
        with pytest.raises(NotAllowed):
            commitments_page(db, person, circle_id=cast.circle.id)


@pytest.mark.parametrize("name", ["fatima", "frede", "birgit", "otto"])
def test_another_circles_people_find_nothing(
    db: Session, cast: Cast, asking: Asking, name: str
) -> None:
    asking()
    with pytest.raises(NotFound):
        asking(cast.people[name])
    with pytest.raises(NotFound):
        commitments_page(db, cast.people[name], circle_id=cast.circle.id)


def test_a_question_to_all_is_told_to_the_family_and_its_network_once(
    db: Session, asking: Asking
) -> None:
    asking()
    asking()
    assert told(db) == {"Anders", "Inger", "Jens"}
    assert len(db.scalars(select(Mail)).all()) == 3


def test_a_question_to_jens_is_told_to_jens_alone_and_stands_on_his_first_page(
    db: Session, cast: Cast, asking: Asking
) -> None:
    asking(meant_for=str(place(cast, cast.jens).id))
    assert told(db) == {"Jens"}
    [line] = my_commitments(db, cast.jens, circle_id=cast.circle.id)
    assert line.line == "Mette spørger, om du kan, torsdag den 26. november."
    assert my_commitments(db, cast.inger, circle_id=cast.circle.id) == []
    mette = commitments_page(db, cast.mette, circle_id=cast.circle.id)
    assert mette.open[0].line == "Du spørger Jens."
    inger = commitments_page(db, cast.inger, circle_id=cast.circle.id)
    assert inger.open[0].can_take  # asked by name, and anybody may still say yes


def test_nobody_is_named_in_a_mail(db: Session, asking: Asking) -> None:
    asking()
    for mail in db.scalars(select(Mail)):
        assert not any(word in mail.subject + mail.text for word in ("Emil", "Mette", "Hente"))


@pytest.mark.parametrize("name", ["karl", "mette", "fatima"])
def test_only_somebody_else_who_takes_part_can_be_asked(
    cast: Cast, asking: Asking, name: str
) -> None:
    person = cast.people[name]
    wrong = person.memberships[0].id
    with pytest.raises(Invalid) as refused:
        asking(meant_for=str(wrong))
    assert set(refused.value.fields) == {"who"}


def test_jens_offers_and_has_it(db: Session, cast: Cast) -> None:
    offered = offer_help(
        db,
        cast.jens,
        circle_id=cast.circle.id,
        form_key=uuid4(),
        what="Jeg henter torsdag",
        on_day=THURSDAY,
    )
    assert (offered.stage, offered.taken_by) == (Stage.TAKEN, cast.jens)
    assert [turn.kind for turn in offered.turns] == [TurnKind.OFFERED]
    page = commitments_page(db, cast.mette, circle_id=cast.circle.id)
    assert [row.line for row in page.coming] == ["Jens har sagt ja."]


def test_two_taps_make_one(db: Session, asking: Asking) -> None:
    key = uuid4()
    assert asking(form_key=key).id == asking(form_key=key, what="Noget andet").id
    assert len(db.scalars(select(Commitment)).all()) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": " \n\t"}, "what"),
        ({"what": "x" * 121}, "what"),
        ({"what": None}, "what"),
        ({"on_day": ""}, "on_day"),
        ({"on_day": "2026-11-22"}, "on_day"),
        ({"on_day": "torsdag"}, "on_day"),
        ({"on_day": ["2026-11-26"]}, "on_day"),
        ({"meant_for": "Jens"}, "who"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(
    asking: Asking, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        asking(**wrong)
    assert set(refused.value.fields) == {field}


@pytest.mark.parametrize("wrong", ["", None, 7, "x", ["a"], {"a": 1}])
def test_what_is_no_id_is_not_found(asking: Asking, wrong: object) -> None:
    with pytest.raises(NotFound):
        asking(form_key=wrong)
    with pytest.raises(NotFound):
        asking(circle_id=wrong)


def test_there_is_an_end_to_how_many_lie_ahead(asking: Asking) -> None:
    for _n in range(OPEN_AT_MOST):
        asking()
    with pytest.raises(Invalid):
        asking()


def test_who_can_see_it_is_said_by_name_before_it_is_written(db: Session, cast: Cast) -> None:
    sight = commitments_page(db, cast.mette, circle_id=cast.circle.id).sight
    for name in ("Anders", "Freja", "Inger", "Jens", "Sanne", "Peter"):
        assert any(entry.startswith(name) for entry in sight.can)
    assert [entry.partition(",")[0] for entry in sight.cannot] == ["Karl"]
