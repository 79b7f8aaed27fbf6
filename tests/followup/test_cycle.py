"""What becomes of a circle's follow-ups by themselves, and through those who steer them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.followup.commands import (
    change_rhythm,
    hold_follow_up,
    hold_round,
    move_round,
    skip_round,
)
from herning_pwa.followup.models import RoundClosed, RoundState
from herning_pwa.followup.queries.page import follow_up_page
from herning_pwa.meetings.commands import cancel_meeting, change_meeting, choose_time
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.followup.rounds import (
    FIRST,
    START,
    Travel,
    arrive,
    at,
    current,
    follow_up_meeting,
    of_round,
    rounds,
)
from tests.meeting_plans import meeting_called_by
from tests.meetings.acts import offers

WEEK = timedelta(weeks=1)
pytestmark = pytest.mark.usefixtures("january")  # before the cast moves in


def test_the_first_is_six_weeks_after_the_circle_was_opened(
    db: Session, cast: Cast, january: Travel
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    assert (first.due_on, first.state) == (FIRST, RoundState.PLANNED)
    arrive(db, cast.circle, january, at(FIRST - WEEK, 7, 59))
    assert current(db, cast.circle).state is RoundState.PLANNED
    opened = arrive(db, cast.circle, january, at(FIRST - WEEK, 8))
    assert opened.state is RoundState.OPEN


def test_who_reads_the_reason_is_said_by_name_before_it_is_sent(
    db: Session, cast: Cast, january: Travel
) -> None:
    """Karl, who sees no follow-ups, is not among them."""
    arrive(db, cast.circle, january, at(START))
    seen = follow_up_page(db, cast.sanne, circle_id=cast.circle.id).steering.sight
    assert seen.line == "Mette, Anders, Freja, Inger, Jens og Peter kan læse hvorfor."
    assert seen.cannot == ["Karl, far"]
    assert follow_up_page(db, cast.mette, circle_id=cast.circle.id).steering.sight.line == ""


def test_who_sees_a_goal_is_told_once_and_nobody_else(
    db: Session, cast: Cast, january: Travel
) -> None:
    agreed_goal(db, cast.circle, cast.mette)
    arrive(db, cast.circle, january, at(START))
    before = set(db.scalars(select(Mail.id)))
    for minute in (0, 1):
        arrive(db, cast.circle, january, at(FIRST - WEEK, 8, minute))
    told = [mail.to_person for mail in db.scalars(select(Mail)) if mail.id not in before]
    names = sorted(person.first_name for person in told if person)
    assert names == ["Anders", "Freja", "Inger", "Jens", "Mette", "Peter", "Sanne"]


def test_late_at_night_the_mail_waits_for_the_morning(
    db: Session, cast: Cast, january: Travel
) -> None:
    agreed_goal(db, cast.circle, cast.mette)
    arrive(db, cast.circle, january, at(START))
    arrive(db, cast.circle, january, at(FIRST - WEEK, 22))
    due = set(db.scalars(select(Mail.due_at)))
    assert due == {at(FIRST - 6 * timedelta(days=1), 8)}


def test_what_nobody_held_gives_way_when_the_next_opens(
    db: Session, cast: Cast, january: Travel
) -> None:
    arrive(db, cast.circle, january, at(START))
    arrive(db, cast.circle, january, at(FIRST + 4 * WEEK))
    assert rounds(db, cast.circle) == [("open", FIRST)]
    arrive(db, cast.circle, january, at(FIRST + 5 * WEEK, 8))
    assert rounds(db, cast.circle) == [("missed", FIRST), ("open", FIRST + 6 * WEEK)]


def test_the_follow_up_follows_its_meeting(db: Session, cast: Cast, january: Travel) -> None:
    arrive(db, cast.circle, january, at(START))
    near, later = FIRST + 2 * timedelta(days=1), FIRST + WEEK
    both = (cast.mette, cast.anders)
    meeting = follow_up_meeting(db, cast.sanne, cast.circle, near, *both)
    assert arrive(db, cast.circle, january, at(START)).due_on == near
    change_meeting(
        db,
        cast.sanne,
        meeting_id=meeting.id,
        sequence=meeting.sequence,
        day=later.isoformat(),
        start="10:00",
        end="11:00",
        place=meeting.place,
        link="",
        reason="Ferie.",
    )
    assert arrive(db, cast.circle, january, at(START)).due_on == later
    cancel_meeting(
        db, cast.sanne, meeting_id=meeting.id, sequence=meeting.sequence, reason="Sygdom."
    )
    stands = arrive(db, cast.circle, january, at(START))
    assert (stands.due_on, stands.meeting) == (later, None)


@pytest.fixture
def carried(db: Session, cast: Cast, january: Travel) -> Meeting:
    """The meeting of the first follow-up, on its day: with both homes, without the network."""
    arrive(db, cast.circle, january, at(START))
    meeting = follow_up_meeting(db, cast.sanne, cast.circle, FIRST, cast.mette, cast.anders)
    arrive(db, cast.circle, january, at(START))
    return meeting


def told(db: Session, cast: Cast, reader: Person) -> list[tuple[str, str, str]]:
    """What the follow-ups' page says has happened."""
    story = follow_up_page(db, reader, circle_id=cast.circle.id).story
    return [(line.title, line.reason or line.note, line.by) for line in story]


MOVED_ALONG = "Opfølgningen den 16. februar er flyttet til den 23. februar sammen med mødet."


def test_moving_the_meeting_takes_a_reason_that_both_homes_read(
    db: Session, cast: Cast, january: Travel, carried: Meeting
) -> None:
    later = {"day": (FIRST + WEEK).isoformat(), "start": "10:00", "end": "11:00"}
    form = {"meeting_id": carried.id, "sequence": 0, "place": "Skolen", "link": "", **later}
    with pytest.raises(Invalid, match="hvorfor mødet flyttes"):
        change_meeting(db, cast.sanne, **form)
    change_meeting(db, cast.sanne, **form, reason="Mette er på kursus.")
    arrive(db, cast.circle, january, at(START))
    for parent in (cast.mette, cast.anders):
        assert told(db, cast, parent) == [(MOVED_ALONG, "Mette er på kursus.", "Sanne, 5. januar")]
    for other in (cast.freja, cast.jens):  # who are not asked to the meeting
        assert told(db, cast, other) == [(MOVED_ALONG, "", "Sanne, 5. januar")]


def test_a_time_that_was_offered_says_that_it_was_chosen(
    db: Session, cast: Cast, january: Travel, carried: Meeting
) -> None:
    offers(db, cast.sanne, carried, ((FIRST + WEEK).isoformat(), "10:00", "11:00"))
    choose_time(db, cast.sanne, offer_id=carried.open_offers[0].id, sequence=0)
    arrive(db, cast.circle, january, at(START))
    chosen = "Det er en af de tider, I blev spurgt om."
    assert told(db, cast, cast.mette) == [(MOVED_ALONG, chosen, "Sanne, 5. januar")]
    assert meeting_page(db, cast.mette, meeting_id=carried.id).story[-1].sentence.endswith(chosen)


def test_another_time_on_the_same_day_is_no_move_of_the_follow_up(
    db: Session, cast: Cast, january: Travel, carried: Meeting
) -> None:
    form = {"sequence": 0, "day": FIRST.isoformat(), "start": "12:00", "end": "13:00"}
    change_meeting(
        db, cast.sanne, meeting_id=carried.id, **form, place="Skolen", link="", reason="Frokost."
    )
    arrive(db, cast.circle, january, at(START))
    assert told(db, cast, cast.mette) == []


def test_the_other_home_never_reads_the_day_of_a_meeting_it_is_not_asked_to(
    db: Session, cast: Cast, january: Travel
) -> None:
    arrive(db, cast.circle, january, at(START))
    day = FIRST - timedelta(days=3)
    follow_up_meeting(db, cast.sanne, cast.circle, day, cast.mette)
    meeting_called_by(db, cast.sanne, cast.circle, cast.mette, cast.anders, day=day)
    assert arrive(db, cast.circle, january, at(START)).due_on == FIRST
    assert str(day.day) not in follow_up_page(db, cast.anders, circle_id=cast.circle.id).next.day


def test_a_meeting_that_was_held_is_a_follow_up_that_was_held(
    db: Session, cast: Cast, january: Travel
) -> None:
    arrive(db, cast.circle, january, at(START))
    follow_up_meeting(db, cast.sanne, cast.circle, FIRST, cast.mette, cast.anders)
    arrive(db, cast.circle, january, at(START))
    arrive(db, cast.circle, january, at(FIRST + 5 * WEEK, 8))
    assert rounds(db, cast.circle)[0] == ("held", FIRST)


def test_holding_sets_the_next_day(db: Session, cast: Cast, january: Travel) -> None:
    arrive(db, cast.circle, january, at(START))
    first = arrive(db, cast.circle, january, at(FIRST))
    day = FIRST + 5 * WEEK
    coming = hold_follow_up(db, cast.peter, **of_round(first, next_on=day.isoformat()))
    assert (coming.due_on, coming.is_agreed) == (day, True)
    assert rounds(db, cast.circle) == [("held", FIRST), ("planned", day)]
    with pytest.raises(RoundClosed):
        hold_follow_up(db, cast.sanne, **of_round(first))


def test_the_next_is_the_meeting_that_was_called_however_soon(
    db: Session, cast: Cast, january: Travel
) -> None:
    parents, soon = (cast.mette, cast.anders), FIRST + 2 * WEEK
    arrive(db, cast.circle, january, at(START))
    meeting = follow_up_meeting(db, cast.sanne, cast.circle, FIRST, *parents)
    arrive(db, cast.circle, january, at(FIRST, 10, 30))
    following = follow_up_meeting(db, cast.sanne, cast.circle, soon, *parents)
    coming = hold_round(db, cast.sanne, meeting_id=meeting.id)
    assert (coming.due_on, coming.meeting) == (soon, following)


def test_two_professionals_close_it_at_the_meeting_once(
    db: Session, cast: Cast, january: Travel
) -> None:
    people = (cast.mette, cast.anders, cast.peter)
    arrive(db, cast.circle, january, at(START))
    meeting = follow_up_meeting(db, cast.sanne, cast.circle, FIRST, *people)
    arrive(db, cast.circle, january, at(FIRST, 10, 30))
    coming = hold_round(db, cast.sanne, meeting_id=meeting.id)
    assert coming.due_on == FIRST + 6 * WEEK
    assert hold_round(db, cast.peter, meeting_id=meeting.id) is coming
    other = (coming.due_on + WEEK).isoformat()
    with pytest.raises(Conflict, match="allerede afsluttet"):
        hold_round(db, cast.peter, meeting_id=meeting.id, next_on=other)
    with pytest.raises(NotAllowed):
        hold_round(db, cast.mette, meeting_id=meeting.id)


def test_passing_over_and_moving_carry_a_reason_that_the_family_reads(
    db: Session, cast: Cast, january: Travel
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    day = (FIRST + WEEK).isoformat()
    move_round(db, cast.sanne, **of_round(first, day=day, reason="Vinterferie."))
    skip_round(db, cast.sanne, **of_round(first, reason="Emil er indlagt."))
    assert rounds(db, cast.circle) == [
        ("skipped", FIRST + WEEK),
        ("planned", FIRST + 7 * WEEK),
    ]
    for who in (cast.mette, cast.anders, cast.freja, cast.inger):
        told = follow_up_page(db, who, circle_id=cast.circle.id).story
        assert [line.reason for line in told] == ["Emil er indlagt.", "Vinterferie."]
        assert {line.by for line in told} == {"Sanne, 5. januar"}


@pytest.mark.parametrize("who", ["mette", "freja", "inger", "peter"])
def test_only_the_responsible_professional_steers(
    db: Session, cast: Cast, january: Travel, who: str
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    actor, often = cast.people[who], {"weeks": "4", "started_on": START.isoformat()}
    with pytest.raises(NotAllowed):
        skip_round(db, actor, **of_round(first, reason="Nej."))
    with pytest.raises(NotAllowed):
        change_rhythm(db, actor, circle_id=cast.circle.id, reason="Nej.", **often)


@pytest.mark.parametrize("who", ["karl", "fatima", "frede"])
def test_for_others_there_are_no_follow_ups(
    db: Session, cast: Cast, january: Travel, who: str
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    with pytest.raises(NotFound):
        follow_up_page(db, cast.people[who], circle_id=cast.circle.id)
    with pytest.raises(NotFound):
        skip_round(db, cast.people[who], **of_round(first, reason="Nej."))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"day": "", "reason": "Ferie."}, "day"),
        ({"day": "2026-01-01", "reason": "Ferie."}, "day"),
        ({"day": FIRST.isoformat(), "reason": "Ferie."}, "day"),
        ({"day": "2029-01-01", "reason": "Ferie."}, "day"),
        ({"day": "2026-02-20", "reason": " \n "}, "reason"),
        ({"day": ["2026-02-20"], "reason": {"a": 1}}, "day"),
    ],
)
def test_what_cannot_be_moved_like_that(
    db: Session, cast: Cast, january: Travel, fields: dict[str, object], wrong: str
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    with pytest.raises(Invalid) as refused:
        move_round(db, cast.sanne, **of_round(first, **fields))
    assert wrong in refused.value.fields
    assert rounds(db, cast.circle) == [("planned", FIRST)]


def test_who_looked_at_another_day_is_told_the_present_one(
    db: Session, cast: Cast, january: Travel
) -> None:
    first = arrive(db, cast.circle, january, at(START))
    seen = of_round(first, reason="Ferie.")
    move_round(db, cast.sanne, **seen, day=(FIRST + WEEK).isoformat())
    with pytest.raises(Conflict, match=r"Den er nu mandag den 23\. februar"):
        skip_round(db, cast.sanne, **seen)


def test_a_meeting_is_moved_and_called_off_as_a_meeting(
    db: Session, cast: Cast, january: Travel
) -> None:
    arrive(db, cast.circle, january, at(START))
    follow_up_meeting(db, cast.sanne, cast.circle, FIRST, cast.mette, cast.anders)
    first = arrive(db, cast.circle, january, at(START))
    with pytest.raises(Conflict, match="Flyt mødet"):
        move_round(db, cast.sanne, **of_round(first, day="2026-02-20", reason="Ferie."))
    with pytest.raises(Conflict, match="Aflys mødet"):
        skip_round(db, cast.sanne, **of_round(first, reason="Ferie."))


@pytest.mark.parametrize("weeks", ["1", "27", "", "seks", "6.5", "-6", None, ["6"]])
def test_a_rhythm_is_two_to_twenty_six_weeks(db: Session, cast: Cast, weeks: object) -> None:
    with pytest.raises(Invalid) as refused:
        change_rhythm(
            db,
            cast.sanne,
            circle_id=cast.circle.id,
            weeks=weeks,
            started_on=START.isoformat(),
            reason="Vi ses mere.",
        )
    assert "weeks" in refused.value.fields


def test_a_new_rhythm_moves_the_day_nobody_chose(db: Session, cast: Cast, january: Travel) -> None:
    arrive(db, cast.circle, january, at(START))
    set_to = {"circle_id": cast.circle.id, "started_on": START.isoformat(), "reason": "Oftere."}
    change_rhythm(db, cast.sanne, weeks="3", **set_to)
    assert rounds(db, cast.circle) == [("planned", START + 3 * WEEK)]
    change_rhythm(db, cast.sanne, weeks="26", **set_to)
    [(_state, due_on)] = rounds(db, cast.circle)
    assert due_on.isoformat() == "2026-04-05"  # the law's three months, not half a year
    told = follow_up_page(db, cast.mette, circle_id=cast.circle.id)
    assert told.rhythm == "Hver 26. uge"
    assert told.story[0].reason == "Oftere."


def test_a_new_rhythm_leaves_an_agreed_day_be(db: Session, cast: Cast, january: Travel) -> None:
    first = arrive(db, cast.circle, january, at(START))
    day = FIRST + WEEK
    move_round(db, cast.sanne, **of_round(first, day=day.isoformat(), reason="Ferie."))
    start, why = START.isoformat(), "Mere ro."
    change_rhythm(
        db, cast.sanne, circle_id=cast.circle.id, weeks="10", started_on=start, reason=why
    )
    assert rounds(db, cast.circle) == [("planned", day)]
    arrive(db, cast.circle, january, at(day + 9 * WEEK, 8))
    assert rounds(db, cast.circle)[1] == ("open", day + 10 * WEEK)


def test_the_laws_day_is_for_professionals_until_the_first_was_held(
    db: Session, cast: Cast, january: Travel
) -> None:
    first = arrive(db, cast.circle, january, at(FIRST))

    def deadline(who: Person) -> str:
        return follow_up_page(db, who, circle_id=cast.circle.id).deadline

    assert "søndag den 5. april. 48 dage endnu" in deadline(cast.sanne)
    assert deadline(cast.peter)
    assert not deadline(cast.mette)
    hold_follow_up(db, cast.sanne, **of_round(first))
    assert not deadline(cast.sanne)


def test_a_circle_nobody_answers_for_rests(db: Session, cast: Cast, january: Travel) -> None:
    first = arrive(db, cast.circle, january, at(START))
    place = cast.circle.responsible
    assert place
    place.is_responsible = False
    arrive(db, cast.circle, january, at(FIRST + 30 * WEEK))
    assert rounds(db, cast.circle) == [("planned", FIRST)]
    place.is_responsible = True
    late = arrive(db, cast.circle, january, at(FIRST + 30 * WEEK))
    assert late.due_on == FIRST + 30 * WEEK
    assert late.id != first.id
    assert db.scalar(select(func.count()).select_from(Mail)) == 0
