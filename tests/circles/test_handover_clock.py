"""The agreed moments: nobody in before, nobody left after, however late the loop comes by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import hand_over
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.commands.handover import AlreadyHandedOver
from herning_pwa.circles.models import Handover, Invitation, Membership, Relation, Role
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.desk.queries import desk_page
from herning_pwa.goals.commands.answer import agree_to_goal
from herning_pwa.goals.models import Audience, Goal, Lifecycle
from herning_pwa.goals.policy import visible_to as goals_of
from herning_pwa.meetings.policy import visible_to as meetings_of
from tests.cast import Cast
from tests.circles.conftest import Inviting, place_of
from tests.circles.handing import (
    FERIE,
    FOR_GOOD,
    Travel,
    arrive,
    given,
    midnight,
    sees,
    who_answers,
)
from tests.goals.making import proposed

START, END = midnight("2026-12-01"), midnight("2026-12-15")
A_MOMENT = timedelta(microseconds=1)


def log(db: Session, handover: Handover) -> list[str]:
    rows = select(Activity.action).where(Activity.object_id == handover.id).order_by(Activity.id)
    return list(db.scalars(rows))


def test_frede_is_in_from_the_first_moment_to_the_last(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast)
    arrive(db, cast, november, START - A_MOMENT)
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert not sees(db, cast.frede, cast.circle)
    arrive(db, cast, november, START)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assert sees(db, cast.sanne, cast.circle)
    arrive(db, cast, november, END - A_MOMENT)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    arrive(db, cast, november, END)
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert not sees(db, cast.frede, cast.circle)
    assert log(db, handover) == ["handover.agreed", "handover.begun", "handover.ended"]
    assert handover.outcome is Outcome.OVER


def test_a_loop_that_never_comes_lets_nobody_in_and_nobody_stay(
    db: Session, cast: Cast, november: Travel
) -> None:
    given(db, cast)
    november.move_to(START + timedelta(hours=3), tick=False)
    assert not sees(db, cast.frede, cast.circle)
    settle(db, cast.circle.id)
    assert sees(db, cast.frede, cast.circle)
    november.move_to(END, tick=False)
    assert not sees(db, cast.frede, cast.circle)
    assert "Frede" not in who_answers(db, cast.circle.id)


def test_peter_keeps_his_own_place_but_not_the_responsibility(
    db: Session, cast: Cast, november: Travel
) -> None:
    given(db, cast, who="peter")
    place = place_of(db, cast.peter)
    arrive(db, cast, november, START)
    assert who_answers(db, cast.circle.id) == ["Peter"]
    november.move_to(END, tick=False)  # and the loop is late
    assert who_answers(db, cast.circle.id) == []
    settle(db, cast.circle.id)
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert place_of(db, cast.peter) is place
    assert place.is_active


def test_for_good_sanne_is_out_on_time_without_any_loop(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast, plan=FOR_GOOD)
    november.move_to(START - A_MOMENT, tick=False)
    assert sees(db, cast.sanne, cast.circle)
    november.move_to(START, tick=False)
    assert not sees(db, cast.sanne, cast.circle)
    settle(db, cast.circle.id)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assert handover.outcome is Outcome.CARRIED_OUT
    arrive(db, cast, november, START + timedelta(days=400))
    assert who_answers(db, cast.circle.id) == ["Frede"]


def test_coming_by_twice_changes_nothing_more(db: Session, cast: Cast, november: Travel) -> None:
    handover = given(db, cast)
    for at in (START, START, END, END):
        arrive(db, cast, november, at)
    assert log(db, handover) == ["handover.agreed", "handover.begun", "handover.ended"]
    places = db.scalars(select(Membership).where(Membership.person_id == cast.frede.id)).all()
    assert len(places) == 2, "the one around Alma, and the one that is over"


def test_after_a_long_standstill_it_all_happens_in_order(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast)
    arrive(db, cast, november, END + timedelta(days=3))
    assert log(db, handover) == ["handover.agreed", "handover.begun", "handover.ended"]
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert not sees(db, cast.frede, cast.circle)
    assert handover.taking_place
    assert handover.taking_place.ended_at == END


@pytest.mark.parametrize(("first", "hours"), [("2027-03-28", 23), ("2027-10-31", 25)])
def test_a_day_is_a_day_on_the_nights_the_clocks_change(
    db: Session, cast: Cast, november: Travel, first: str, hours: int
) -> None:
    day_after = date.fromisoformat(first) + timedelta(days=1)
    handover = given(db, cast, starts_on=first, back_on=day_after.isoformat())
    db.refresh(handover)  # moments in UTC, as they are kept
    assert handover.ends_at
    assert handover.ends_at - handover.starts_at == timedelta(hours=hours)
    arrive(db, cast, november, handover.ends_at - A_MOMENT)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    arrive(db, cast, november, handover.ends_at)
    assert who_answers(db, cast.circle.id) == ["Sanne"]


def test_when_the_substitute_goes_sanne_has_it_again(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast)
    arrive(db, cast, november, START)
    assert handover.taking_place
    handover.taking_place.end(cast.sanne)
    arrive(db, cast, november, START + timedelta(days=2))
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert handover.outcome is Outcome.BACK_EARLY


def test_when_sanne_has_gone_the_substitute_goes_on(
    db: Session, cast: Cast, november: Travel
) -> None:
    given(db, cast)
    arrive(db, cast, november, START)
    place_of(db, cast.sanne).end(cast.otto)
    arrive(db, cast, november, END)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assert sees(db, cast.frede, cast.circle)


def test_somebody_who_no_longer_can_does_not_take_over(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast, plan=FOR_GOOD)
    cast.frede.staff = None
    arrive(db, cast, november, START)
    assert handover.outcome is Outcome.LAPSED
    assert who_answers(db, cast.circle.id) == ["Sanne"]
    assert not sees(db, cast.frede, cast.circle)


def test_neither_does_somebody_who_became_family_meanwhile(
    db: Session, cast: Cast, november: Travel
) -> None:
    handover = given(db, cast)
    uncle = Membership(
        circle_id=cast.circle.id,
        person_id=cast.frede.id,
        role=Role.NETWORK_MEMBER,
        relation=Relation.UNCLE,
    )
    db.add(uncle)
    arrive(db, cast, november, START)
    assert handover.outcome is Outcome.LAPSED
    assert who_answers(db, cast.circle.id) == ["Sanne"]


def test_a_network_members_agreed_end_is_written_down(
    db: Session, cast: Cast, november: Travel, inviting: Inviting
) -> None:
    place, guest = place_of(db, cast.jens), inviting(cast.mette, email=cast.jens.email)
    place.ends_at = START
    db.flush()
    arrive(db, cast, november, START + timedelta(seconds=9))
    assert place.ended_at == START
    assert place.ended_by_id is None
    assert db.get_one(Invitation, guest.id).ending is not None, "no link leads around the end"
    row = db.scalars(select(Activity).where(Activity.object_id == place.id)).one()
    assert (row.action, row.actor_id) == ("membership.ran_out", None)


def test_the_new_one_answers_what_waited_and_sees_what_was_promised(
    db: Session, cast: Cast, november: Travel
) -> None:
    goal = proposed(db, cast, cast.mette)
    wording = goal.open_wording
    assert wording
    promised = wording.answer_due_on
    november.shift(timedelta(minutes=1))
    given(db, cast, starts_on="2026-11-20", told="ja")
    db.expire_all()
    assert any(line.target == str(goal.id) for line in desk_page(db, cast.frede).waiting)
    assert not any(line.target == str(goal.id) for line in desk_page(db, cast.sanne).waiting)
    assert wording.answer_due_on == promised
    agree_to_goal(db, cast.frede, goal_id=goal.id, wording_id=wording.id, words="")
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_what_is_only_for_the_social_worker_follows_the_responsibility(
    db: Session, cast: Cast, november: Travel
) -> None:
    secret = proposed(db, cast, cast.freja, audience=Audience.CHILD)
    given(db, cast)

    def reads(name: str) -> bool:
        found = goals_of(cast.people[name]).where(Goal.id == secret.id)
        return db.scalar(found) is not None

    assert [reads("sanne"), reads("frede")] == [True, False]
    arrive(db, cast, november, START)
    assert [reads("sanne"), reads("frede")] == [False, True]
    november.move_to(END, tick=False)  # and the loop is late
    assert [reads("sanne"), reads("frede")] == [False, False]
    settle(db, cast.circle.id)
    assert [reads("sanne"), reads("frede")] == [True, False]


def test_the_new_one_cannot_hand_it_on_meanwhile(db: Session, cast: Cast, november: Travel) -> None:
    given(db, cast)
    arrive(db, cast, november, START)
    with pytest.raises(AlreadyHandedOver):
        hand_over(
            db,
            cast.frede,
            circle_id=cast.circle.id,
            fields={**FERIE, "who": "peter", "starts_on": "2026-12-05"},
        )
    assert db.scalars(meetings_of(cast.frede)).all() == []
