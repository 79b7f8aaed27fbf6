"""A last day for somebody's place: agreed, moved, taken away, and over when it is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import accept_invitation, agree_last_day, remove_last_day
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries import circle_page, person_page
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.i18n import COPENHAGEN, today
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, place_of, secret_of

THURSDAY = date(2026, 12, 3)


def test_inger_is_there_to_the_end_of_the_day_and_not_a_second_longer(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    place = place_of(db, cast.inger)
    agree_last_day(db, cast.mette, membership_id=place.id, day=THURSDAY.isoformat())
    assert person_page(db, cast.inger, membership_id=place.id).until.endswith("3. december")
    november.move_to(datetime(2026, 12, 3, 23, 59, 59, tzinfo=COPENHAGEN))
    assert cast.inger.membership_in(cast.circle.id) is place
    november.move_to(datetime(2026, 12, 4, tzinfo=COPENHAGEN))
    assert cast.inger.membership_in(cast.circle.id) is None
    with pytest.raises(NotFound):
        circle_page(db, cast.inger, circle_id=cast.circle.id)
    over = person_page(db, cast.mette, membership_id=place.id).over
    assert over == "Inger var med til og med torsdag den 3. december."


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2027, 10, 31)])
def test_the_nights_the_clocks_change_have_an_end_too(db: Session, cast: Cast, night: date) -> None:
    place = place_of(db, cast.inger)
    agree_last_day(db, cast.mette, membership_id=place.id, day=night.isoformat())
    assert place.last_day == night
    assert place.ends_at == datetime.combine(
        night + timedelta(days=1), datetime.min.time(), tzinfo=COPENHAGEN
    )


def test_it_can_be_moved_and_taken_away(db: Session, cast: Cast) -> None:
    place = place_of(db, cast.inger)
    agree_last_day(db, cast.mette, membership_id=place.id, day=THURSDAY.isoformat())
    agree_last_day(db, cast.anders, membership_id=place.id, day="2026-12-10")
    assert place.last_day == date(2026, 12, 10)
    remove_last_day(db, cast.mette, membership_id=place.id)
    assert place.ends_at is None


@pytest.mark.parametrize("name", ["inger", "jens", "freja", "sanne", "peter"])
def test_others_in_the_circle_may_not(db: Session, cast: Cast, name: str) -> None:
    place = place_of(db, cast.inger)
    with pytest.raises(NotAllowed):
        agree_last_day(db, cast.people[name], membership_id=place.id, day="2026-12-03")
    with pytest.raises(NotAllowed):
        remove_last_day(db, cast.people[name], membership_id=place.id)


@pytest.mark.parametrize("name", ["karl", "fatima", "frede", "birgit", "otto"])
def test_those_who_do_not_see_her_cannot_even_find_it(db: Session, cast: Cast, name: str) -> None:
    place = place_of(db, cast.inger)
    with pytest.raises(NotFound):
        agree_last_day(db, cast.people[name], membership_id=place.id, day="2026-12-03")
    with pytest.raises(NotFound):
        person_page(db, cast.people[name], membership_id=place.id)


@pytest.mark.parametrize("name", ["anders", "sanne", "freja", "mette"])
def test_a_parent_a_professional_or_the_young_has_no_last_day_here(
    db: Session, cast: Cast, name: str
) -> None:
    with pytest.raises(NotAllowed):
        agree_last_day(
            db, cast.mette, membership_id=place_of(db, cast.people[name]).id, day="2026-12-03"
        )


@pytest.mark.parametrize("day", ["2026-11-19", "", "i morgen", None, ["2026-12-03"], "9999-01-01"])
def test_a_day_that_cannot_be_is_said_at_the_field(db: Session, cast: Cast, day: object) -> None:
    with pytest.raises(Invalid) as wrong:
        agree_last_day(db, cast.mette, membership_id=place_of(db, cast.inger).id, day=day)
    assert set(wrong.value.fields) == {"last_day"}


def test_a_guest_invited_to_a_day_has_a_place_to_that_day(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invitation = inviting(last_day=THURSDAY.isoformat())
    asta = accept_invitation(
        db, secret_of(db, invitation), signed_in=None, first_name="Asta", password=PASSWORD
    )
    place = place_of(db, asta)
    assert place.last_day == THURSDAY
    remove_last_day(db, cast.mette, membership_id=place.id)
    assert place.ends_at is None


def test_who_brings_a_supporter_agrees_their_last_day_and_the_other_parent_does_not(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invitation = inviting(place="supporter:supporter")
    asta = accept_invitation(
        db, secret_of(db, invitation), signed_in=None, first_name="Asta", password=PASSWORD
    )
    place = place_of(db, asta)
    with pytest.raises(NotFound):
        agree_last_day(db, cast.anders, membership_id=place.id, day="2026-12-03")
    agree_last_day(db, cast.mette, membership_id=place.id, day="2026-12-03")
    assert place.last_day == THURSDAY


def test_only_some_places_can_be_offered_with_a_last_day(cast: Cast, inviting: Inviting) -> None:
    with pytest.raises(Invalid) as wrong:
        inviting(cast.sanne, place="professional:teacher", last_day="2026-12-03")
    assert set(wrong.value.fields) == {"last_day"}


def test_somebody_whose_last_day_has_passed_can_come_back(
    db: Session, cast: Cast, inviting: Inviting, november: time_machine.Traveller
) -> None:
    old = place_of(db, cast.inger)
    agree_last_day(db, cast.mette, membership_id=old.id, day=today().isoformat())
    november.shift(timedelta(days=2))
    invitation = inviting(email=cast.inger.email, name="Inger")
    accept_invitation(db, secret_of(db, invitation), signed_in=cast.inger)
    assert old.ended_at == old.ends_at
    assert cast.inger.membership_in(cast.circle.id) is not None


def test_who_took_part_is_told_to_those_who_decide_and_to_nobody_else(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    place: Membership = place_of(db, cast.jens)
    agree_last_day(db, cast.mette, membership_id=place.id, day=today().isoformat())
    november.shift(timedelta(days=1))
    for name in ("mette", "anders", "sanne", "peter"):
        view = circle_page(db, cast.people[name], circle_id=cast.circle.id)
        assert [(person.name, person.until) for person in view.past] == [
            ("Jens", "Var med til og med fredag den 20. november")
        ]
    for name in ("inger", "freja", "karl"):
        assert circle_page(db, cast.people[name], circle_id=cast.circle.id).past == []
        with pytest.raises(NotFound):
            person_page(db, cast.people[name], membership_id=place.id)
