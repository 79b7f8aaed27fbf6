"""The phases: who changes them, who sees them, and who reads why."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.circles.queries import circle_page
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.followup.models import PhaseTurn
from herning_pwa.preview.queries import preview_page
from herning_pwa.privacy.queries import as_json
from tests.cast import Cast
from tests.followup.reading import REASON, phase, turned


def test_sanne_changes_it_and_the_circle_sees_it(db: Session, cast: Cast) -> None:
    turned(db, cast.sanne, cast)
    for who in ("mette", "anders", "freja", "inger", "jens", "peter"):
        seen = phase(db, cast.people[who], cast)
        assert (seen.now, seen.can_change) == ("Forandring", False)
        assert [step.is_now for step in seen.steps] == [False, True, False]
        assert circle_page(db, cast.people[who], circle_id=cast.circle.id).phase == "Forandring"


@pytest.mark.parametrize("who", ["mette", "anders", "freja", "peter"])
def test_those_at_home_and_the_professionals_read_why(db: Session, cast: Cast, who: str) -> None:
    turned(db, cast.sanne, cast)
    assert phase(db, cast.people[who], cast).latest.reason == REASON


@pytest.mark.parametrize("who", ["inger", "jens"])
def test_the_network_does_not(db: Session, cast: Cast, who: str) -> None:
    turned(db, cast.sanne, cast)
    assert phase(db, cast.people[who], cast).latest.reason == ""


@pytest.mark.parametrize("who", ["karl", "fatima", "frede", "birgit", "otto"])
def test_nobody_else_sees_anything(db: Session, cast: Cast, who: str) -> None:
    turned(db, cast.sanne, cast)
    assert phase(db, cast.people[who], cast).steps == []


def test_karl_reads_nothing_of_it_on_the_circles_page(db: Session, cast: Cast) -> None:
    turned(db, cast.sanne, cast)
    assert circle_page(db, cast.karl, circle_id=cast.circle.id).phase == ""


@pytest.mark.parametrize("who", ["mette", "anders", "karl", "freja", "inger", "peter"])
def test_only_the_responsible_professional_changes_it(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        turned(db, cast.people[who], cast)


@pytest.mark.parametrize("who", ["fatima", "frede", "birgit", "otto"])
def test_strangers_cannot_find_the_circle(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotFound):
        turned(db, cast.people[who], cast)


def test_whoever_has_the_responsibility_now(db: Session, cast: Cast) -> None:
    first = turned(db, cast.sanne, cast)
    for place in cast.circle.active_memberships:
        if place.is_responsible:
            place.is_responsible = False
    db.flush()
    peters = cast.peter.membership_in(cast.circle.id)
    assert peters
    peters.is_responsible = True
    db.flush()
    with pytest.raises(NotAllowed):
        turned(db, cast.sanne, cast, "upkeep", seen=str(first.id))
    turned(db, cast.peter, cast, "start", seen=str(first.id))
    assert phase(db, cast.mette, cast).latest.by_line.startswith("Peter")


def test_looking_as_inger_shows_the_phase_and_as_karl_none(db: Session, cast: Cast) -> None:
    turned(db, cast.sanne, cast)
    for who, seen in ((cast.inger, "Forandring"), (cast.karl, "")):
        place = who.membership_in(cast.circle.id)
        assert place
        look = preview_page(
            db, cast.sanne, circle_id=cast.circle.id, membership_id=str(place.id), part="kreds"
        )
        assert look.here.phase == seen
        assert REASON not in str(look)


def test_nothing_is_shown_before_one_is_chosen(db: Session, cast: Cast) -> None:
    assert phase(db, cast.mette, cast).steps == []
    asked = phase(db, cast.sanne, cast)
    assert (asked.now, len(asked.others)) == ("", 3)


def test_a_second_device_hears_what_the_first_did(db: Session, cast: Cast) -> None:
    turned(db, cast.sanne, cast, "start")
    with pytest.raises(Conflict, match="Opstart"):
        turned(db, cast.sanne, cast, "change")


def test_sent_twice_it_is_one(db: Session, cast: Cast) -> None:
    assert turned(db, cast.sanne, cast) is turned(db, cast.sanne, cast)
    assert db.scalar(select(func.count()).select_from(PhaseTurn)) == 1


def test_the_history_keeps_each_with_its_reason(db: Session, cast: Cast) -> None:
    first = turned(db, cast.sanne, cast, "start", reason="Vi begynder.")
    turned(db, cast.sanne, cast, "upkeep", seen=str(first.id))
    assert circle_page(db, cast.mette, circle_id=cast.circle.id).phase == "Vedligeholdelse"
    seen = phase(db, cast.mette, cast)
    assert seen.now == "Vedligeholdelse"
    assert [(turn.label, turn.reason) for turn in seen.earlier] == [("Opstart", "Vi begynder.")]


@pytest.mark.parametrize("wrong", ["", "forandring", None, 1, ["change"]])
def test_only_one_of_the_three(db: Session, cast: Cast, wrong: object) -> None:
    with pytest.raises(Invalid) as refused:
        turned(db, cast.sanne, cast, wrong, reason=" ")
    assert set(refused.value.fields) == {"phase", "reason"}


def test_not_the_phase_one_is_in(db: Session, cast: Cast) -> None:
    first = turned(db, cast.sanne, cast)
    with pytest.raises(Invalid) as refused:
        turned(db, cast.sanne, cast, seen=str(first.id))
    assert set(refused.value.fields) == {"phase"}


def test_who_reads_the_reason_is_said_before(db: Session, cast: Cast) -> None:
    sight = phase(db, cast.sanne, cast).sight
    assert sight.line == "Mette, Anders, Freja og Peter kan læse hvorfor."
    assert "Inger, mormor" in sight.cannot


def test_sanne_takes_her_reasons_along(db: Session, cast: Cast) -> None:
    turned(db, cast.sanne, cast)
    assert REASON in as_json(db, cast.sanne)
    assert REASON not in as_json(db, cast.mette)
