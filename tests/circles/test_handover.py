"""Handing the circle on: who may, to whom, from when, and what everybody is told before."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import end_early, hand_over, take_back
from herning_pwa.circles.commands.handover import AlreadyHandedOver
from herning_pwa.circles.models import AlreadyBegun, Handover
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.circles.queries.handing import preview_handover
from herning_pwa.circles.queries.handover import (
    hand_over_page,
    handover_notice,
    handovers_to_me,
)
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.models import Mail
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import Staff
from tests.cast import Cast
from tests.circles.conftest import place_of
from tests.circles.handing import FERIE, FOR_GOOD, Travel, given, midnight, sees, who_answers


def problems(db: Session, cast: Cast, **other: str) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        given(db, cast, **other)
    return refused.value.fields


def test_sanne_agrees_with_frede_and_nothing_has_changed_yet(db: Session, cast: Cast) -> None:
    handover = given(db, cast)
    assert handover.starts_at == midnight("2026-12-01")
    assert handover.ends_at == midnight("2026-12-15")
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert not sees(db, cast.frede, cast.circle)


def test_frede_is_also_found_by_his_first_name(db: Session, cast: Cast) -> None:
    assert given(db, cast, who="frede").given_to is cast.frede


@pytest.mark.parametrize("who", ["mette", "anders", "freja", "inger", "peter"])
def test_nobody_else_in_the_circle_hands_it_over(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        given(db, cast, by=who)


@pytest.mark.parametrize("who", ["fatima", "frede", "birgit", "otto"])
def test_those_outside_do_not_find_it(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotFound):
        given(db, cast, by=who)


@pytest.mark.parametrize("act", [hand_over, take_back, end_early])
def test_each_act_asks_for_a_fresh_sign_in(act: object) -> None:
    assert is_sensitive(act)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "who",
    ["birgit@kommune.example", "otto@kommune.example", "fatima@familie.example", "Hugo", "", "%"],
)
def test_only_a_professional_takes_over(db: Session, cast: Cast, who: str) -> None:
    assert set(problems(db, cast, who=who)) == {"who"}


def test_not_sanne_herself_and_not_the_family(db: Session, cast: Cast) -> None:
    assert "who" in problems(db, cast, who="Sanne")
    cast.mette.staff = Staff.PROFESSIONAL  # works in the municipality, and is Emil's mother
    db.flush()
    assert "who" in problems(db, cast, who="mette@familie.example")


def test_two_with_one_name_are_told_apart_by_e_mail(db: Session, cast: Cast) -> None:
    cast.peter.first_name = "Frede"
    db.flush()
    assert "who" in problems(db, cast, who="Frede")
    assert given(db, cast, who="peter@kommune.example").given_to is cast.peter


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"starts_on": "2026-11-19"}, "starts_on"),
        ({"starts_on": "2028-01-01"}, "starts_on"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "i morgen"}, "starts_on"),
        ({"back_on": "2026-12-01"}, "back_on"),
        ({"back_on": ""}, "back_on"),
        ({"lasting": "altid"}, "lasting"),
        ({"reason": " "}, "reason"),
        ({"reason": "x" * 201}, "reason"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(
    db: Session, cast: Cast, other: dict[str, str], field: str
) -> None:
    assert list(problems(db, cast, **other)) == [field]


def test_fields_of_other_types_are_refused(db: Session, cast: Cast) -> None:
    odd: dict[str, object] = {field: [1] for field in FERIE}
    with pytest.raises(Invalid):
        hand_over(db, cast.sanne, circle_id=cast.circle.id, fields=odd)
    with pytest.raises(NotFound):
        hand_over(db, cast.sanne, circle_id={"id": 1}, fields={**FERIE})


def test_beginning_today_asks_whether_the_family_has_been_called(db: Session, cast: Cast) -> None:
    assert list(problems(db, cast, starts_on="2026-11-20")) == ["told"]
    given(db, cast, starts_on="2026-11-20", told="ja")
    assert who_answers(db, cast.circle.id) == ["Frede"]


def test_so_does_tomorrow_when_no_mail_goes_out_before(
    db: Session, cast: Cast, november: Travel
) -> None:
    november.move_to(datetime(2026, 11, 20, 20, 30, tzinfo=COPENHAGEN), tick=False)
    assert list(problems(db, cast, starts_on="2026-11-21")) == ["told"]
    assert given(db, cast, starts_on="2026-11-22").starts_at == midnight("2026-11-22")


def test_it_is_told_on_a_day_that_has_had_its_message(db: Session, cast: Cast) -> None:
    tell_there_is_news(db, cast.mette)
    db.flush()
    db.scalars(select(Mail)).one().was_sent()
    given(db, cast)
    hers = select(func.count()).where(Mail.to_person_id == cast.mette.id)
    assert db.scalar(hers) == 2


def test_everybody_gets_a_mail_that_says_nothing(db: Session, cast: Cast) -> None:
    given(db, cast)
    mails = db.scalars(select(Mail)).all()
    told = {mail.to_person.first_name for mail in mails if mail.to_person}
    assert told == {"Mette", "Anders", "Karl", "Freja", "Inger", "Jens", "Peter", "Frede"}
    for mail in mails:
        for secret in ("Sanne", "Frede", "Emil", "ferie", "rådgiver"):
            assert secret not in mail.subject + mail.body


def test_the_circle_reads_who_from_when_and_until_when(db: Session, cast: Cast) -> None:
    given(db, cast)
    notice = handover_notice(db, cast.inger, cast.circle.id)
    assert "Frede" in notice.heading
    assert "1. december" in notice.heading
    assert "15. december" in " ".join(notice.lines)


def test_why_is_for_parents_the_young_person_and_professionals(db: Session, cast: Cast) -> None:
    given(db, cast)
    for name in ("mette", "anders", "freja", "peter", "sanne"):
        assert "ferie" in handover_notice(db, cast.people[name], cast.circle.id).reason
    for name in ("inger", "jens", "karl"):
        notice = handover_notice(db, cast.people[name], cast.circle.id)
        assert notice.heading
        assert notice.reason == ""
    for name in ("fatima", "birgit", "frede"):
        assert handover_notice(db, cast.people[name], cast.circle.id).heading == ""


def test_the_preview_says_who_reads_why_and_changes_nothing(db: Session, cast: Cast) -> None:
    preview = preview_handover(db, cast.sanne, circle_id=cast.circle.id, fields={**FERIE})
    assert preview.reason_read_by == (
        "Mette, Anders, Freja, Peter og Frede kan læse, hvorfor du gør det."
    )
    for name in ("Inger", "Karl", "Jens"):
        assert name not in preview.reason_read_by
        assert name in preview.told
    assert db.scalar(select(Handover)) is None
    for name in ("mette", "peter"):
        with pytest.raises(NotAllowed):
            preview_handover(db, cast.people[name], circle_id=cast.circle.id, fields={**FERIE})


def test_frede_hears_of_it_without_a_childs_name(db: Session, cast: Cast) -> None:
    given(db, cast)
    [line] = handovers_to_me(db, cast.frede)
    assert "Sanne" in line
    assert "1. december" in line
    assert "Emil" not in line
    assert handovers_to_me(db, cast.peter) == []


def test_a_second_one_on_top_is_refused_kindly(db: Session, cast: Cast) -> None:
    given(db, cast)
    with pytest.raises(AlreadyHandedOver):
        given(db, cast, who="peter", starts_on="2026-12-05")


def test_sanne_changes_it_and_both_are_kept(db: Session, cast: Cast) -> None:
    first = given(db, cast, plan=FOR_GOOD)
    assert place_of(db, cast.sanne).ends_at == midnight("2026-12-01")
    second = given(db, cast, back_on="2026-12-20", handover_id=str(first.id))
    assert first.outcome is Outcome.CHANGED
    assert second.ends_at == midnight("2026-12-20")
    assert place_of(db, cast.sanne).ends_at is None
    page = hand_over_page(db, cast.sanne, circle_id=cast.circle.id)
    assert page.handover_id == str(second.id)
    assert len(page.earlier) == 1


def test_an_old_page_does_not_change_a_newer_agreement(db: Session, cast: Cast) -> None:
    first = given(db, cast)
    given(db, cast, handover_id=str(first.id))
    with pytest.raises(Conflict):
        given(db, cast, who="peter", handover_id=str(first.id))
    with pytest.raises(Conflict):
        given(db, cast, who="peter", handover_id="no id at all")


def test_sanne_takes_it_back_and_goes_on(db: Session, cast: Cast, november: Travel) -> None:
    handover = given(db, cast, plan=FOR_GOOD)
    take_back(db, cast.sanne, handover_id=str(handover.id))
    november.move_to(midnight("2026-12-02"), tick=False)
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert handover.outcome is Outcome.TAKEN_BACK
    with pytest.raises(NotFound):  # the page of somebody who has no part in it
        hand_over_page(db, cast.peter, circle_id=cast.circle.id)


def test_the_family_is_told_that_nothing_comes_of_it(db: Session, cast: Cast) -> None:
    handover = given(db, cast)
    take_back(db, cast.sanne, handover_id=handover.id)
    assert "Sanne" in handover_notice(db, cast.mette, cast.circle.id).heading


@pytest.mark.parametrize("who", ["mette", "peter", "frede", "fatima", "otto"])
def test_nobody_else_takes_it_back(db: Session, cast: Cast, who: str) -> None:
    handover = given(db, cast)
    with pytest.raises(NotFound):
        take_back(db, cast.people[who], handover_id=handover.id)
    with pytest.raises(NotFound):
        end_early(db, cast.people[who], handover_id=handover.id)


def test_it_cannot_be_taken_back_once_its_moment_has_come(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast)
    november.move_to(midnight("2026-12-01"), tick=False)
    with pytest.raises(AlreadyBegun):  # although nobody has come by yet
        take_back(db, cast.sanne, handover_id=handover.id)


def test_for_good_today_sanne_is_out_at_once(db: Session, cast: Cast) -> None:
    given(db, cast, plan=FOR_GOOD, starts_on="2026-11-20", told="ja")
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assert not sees(db, cast.sanne, cast.circle)
    with pytest.raises(NotFound):
        hand_over_page(db, cast.sanne, circle_id=cast.circle.id)


def test_either_of_the_two_ends_it_early(db: Session, cast: Cast, november: Travel) -> None:
    for who in ("sanne", "frede"):
        handover = given(db, cast, starts_on="2026-11-20", told="ja")
        november.shift(timedelta(hours=1))
        db.expire_all()
        end_early(db, cast.people[who], handover_id=handover.id)
        assert handover.outcome is Outcome.BACK_EARLY
        assert who_answers(db, cast.circle.id) == ["Sanne"]
        assert not sees(db, cast.frede, cast.circle)
        db.expire_all()


def test_every_act_is_a_row_in_the_log(db: Session, cast: Cast) -> None:
    first = given(db, cast)
    second = given(db, cast, handover_id=str(first.id))
    take_back(db, cast.sanne, handover_id=second.id)
    log = db.scalars(select(Activity.action).where(Activity.object_type == "handover")).all()
    assert sorted(log) == [
        "handover.agreed",
        "handover.agreed",
        "handover.changed",
        "handover.taken_back",
    ]
