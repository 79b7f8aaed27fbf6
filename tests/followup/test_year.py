"""A whole year of one circle, day by day, as it was lived; and whatever else people may do."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.commands import hand_over
from herning_pwa.circles.commands.carrying_out import settle as carry_out
from herning_pwa.circles.models import Circle
from herning_pwa.desk.queries.follow_ups import follow_up_lines
from herning_pwa.errors import DomainError
from herning_pwa.followup.commands import (
    change_rhythm,
    hold_follow_up,
    hold_round,
    move_round,
    skip_round,
)
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.followup.models import Round, RoundState, calendar
from herning_pwa.followup.queries.page import follow_up_page
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import cancel_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries.calendar import calendar_feed
from herning_pwa.notifications.models import Mail
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.commands.calendar import make_feed
from herning_pwa.people.models import Person
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.chance import examples
from tests.followup.rounds import (
    FIRST,
    START,
    Travel,
    at,
    current,
    follow_up_meeting,
    of_round,
    rounds,
)

WEEK = timedelta(weeks=1)
pytestmark = pytest.mark.usefixtures("january")  # before the cast moves in


News = list[tuple[date, list[str]]]


def live_until(db: Session, circle: Circle, travel: Travel, day: date) -> News:
    """Let the days pass: the loops come by each morning, and the post goes out.

    Gives the days on which the app asked somebody for news, and whom.
    """
    told: News = []
    while today() < day:
        travel.move_to(at(today() + timedelta(days=1), 8), tick=False)
        carry_out(db, circle.id)
        settle(db, circle.id)
        holds(db, circle)
        if names := _post(db):
            told.append((today(), names))
    db.flush()
    db.expire_all()
    return told


def _post(db: Session) -> list[str]:
    """Everybody whom there is news for, apart from their meetings."""
    waiting = list(db.scalars(select(Mail).where(Mail.sent_at.is_(None))))
    for mail in waiting:
        mail.sent_at = clock.now()
    return sorted(
        mail.to_person.first_name for mail in waiting if mail.to_person and not mail.meeting_id
    )


def holds(db: Session, circle: Circle) -> None:
    """What is always true of a circle's follow-ups."""
    db.flush()
    every = list(
        db.scalars(select(Round).where(Round.circle_id == circle.id).order_by(Round.number))
    )
    ahead = [one for one in every if one.is_current]
    assert ahead == every[-1:]
    days = [one.due_on for one in every]
    assert days == sorted(set(days))
    for one in every:
        assert one.due_on > one.counts_from
        assert one.opens_at == calendar.opens_at(one.due_on)
    for before, after in pairwise(every):
        assert before.closed_at
        assert after.opened_at is None or before.closed_at <= after.opened_at


HOME = ("Anders", "Freja", "Inger", "Jens", "Mette", "Peter")
ASKED = sorted({*HOME, "Sanne"})
AS_METTE_READS_IT = [
    ("Opfølgningen den 11. august er sprunget over.", "Sommerferie."),
    ("Opfølgningen den 30. juni blev ikke til noget.", ""),
    ("Opfølgningen den 19. maj blev ikke til noget.", ""),
    ("Opfølgningen den 7. april er holdt.", ""),
    ("Opfølgningen den 31. marts er flyttet til den 7. april.", "Påske."),
    ("Opfølgningen den 17. februar er holdt.", ""),
]


def read_by(db: Session, reader: Person) -> list[tuple[str, str]]:
    """What has happened, as the follow-ups' page tells it."""
    circle_id = reader.active_memberships[0].circle_id
    story = follow_up_page(db, reader, circle_id=circle_id).story
    return [(line.title, line.reason) for line in story]


def on_the_desk(db: Session, professional: Person) -> list[tuple[str, str]]:
    return [(line.what, line.due) for line in follow_up_lines(db, professional)]


def events_of(db: Session, person: Person) -> int:
    """How many meetings the person's own calendar holds."""
    feed = feed_of(db, person)
    assert feed
    return calendar_feed(db, secret=secret_of(feed)).count(b"BEGIN:VEVENT")


def test_a_year_of_one_circle(db: Session, cast: Cast, january: Travel) -> None:
    circle, sanne, parents = cast.circle, cast.sanne, (cast.mette, cast.anders)
    agreed_goal(db, circle, cast.mette)
    make_feed(db, cast.mette)
    _post(db)  # a mail has told her of it
    settle(db, circle.id)

    told = live_until(db, circle, january, FIRST - 2 * WEEK)
    meeting = follow_up_meeting(db, sanne, circle, FIRST + timedelta(days=1), *parents)
    told += live_until(db, circle, january, FIRST + timedelta(days=1))
    january.move_to(at(today(), 10, 30), tick=False)
    hold_round(db, sanne, meeting_id=meeting.id)  # the first, at its meeting
    second = FIRST + timedelta(days=1) + 6 * WEEK
    told += live_until(db, circle, january, second - WEEK)
    moved = of_round(current(db, circle), day=(second + WEEK).isoformat(), reason="Påske.")
    move_round(db, sanne, **moved)  # the second, moved while it is open
    told += live_until(db, circle, january, second + WEEK)
    assert on_the_desk(db, sanne) == [("Opfølgning tirsdag den 7. april", "Det er i dag")]
    assert on_the_desk(db, cast.frede) == []
    assert events_of(db, cast.mette) == 1
    hold_follow_up(db, sanne, **of_round(current(db, circle)))

    frede = {"who": cast.frede.email, "lasting": "for_good", "reason": "Barsel."}
    hand_over(
        db,
        sanne,
        circle_id=circle.id,
        fields={**frede, "starts_on": (today() + WEEK).isoformat()},
    )
    third = second + 7 * WEEK  # the third and fourth are missed while Frede finds his feet
    fifth = third + 12 * WEEK
    told += live_until(db, circle, january, fifth - timedelta(days=3))
    assert on_the_desk(db, cast.frede) == [("Opfølgning tirsdag den 11. august", "3 dage endnu")]
    assert on_the_desk(db, sanne) == []
    db.expire_all()
    skip_round(db, cast.frede, **of_round(current(db, circle), reason="Sommerferie."))
    told += live_until(db, circle, january, fifth + 2 * WEEK)
    assert told == [
        *((day - WEEK, ASKED) for day in (FIRST + timedelta(days=1), second)),
        (second + WEEK + timedelta(days=1), sorted({*HOME, "Frede", "Karl"})),  # the handover
        *((day - WEEK, sorted({*HOME, "Frede"})) for day in (third, third + 6 * WEEK, fifth)),
    ]
    assert read_by(db, cast.mette) == AS_METTE_READS_IT
    for place in circle.active_memberships:  # the circle closes: everybody leaves
        place.end(cast.frede)
    assert live_until(db, circle, january, START + timedelta(days=364)) == []
    assert events_of(db, cast.mette) == 0
    assert follow_up_lines(db, cast.frede) == []
    assert rounds(db, circle) == [
        ("held", FIRST + timedelta(days=1)),
        ("held", second + WEEK),
        ("missed", third),
        ("missed", third + 6 * WEEK),
        ("skipped", fifth),
        ("planned", fifth + 6 * WEEK),
    ]


Act = tuple[str, int]
ACTS = some.lists(
    some.one_of(
        some.tuples(some.just("days"), some.integers(1, 80)),
        some.tuples(some.just("hold"), some.integers(0, 150)),
        some.tuples(some.just("skip"), some.just(0)),
        some.tuples(some.just("move"), some.integers(0, 60)),
        some.tuples(some.just("weeks"), some.integers(2, 26)),
        some.tuples(some.just("start"), some.integers(-400, 200)),
        some.tuples(some.just("meeting"), some.integers(1, 90)),
        some.tuples(some.just("call off"), some.just(0)),
    ),
    max_size=14,
)


@settings(max_examples=examples(25))
@given(acts=ACTS)
def test_whatever_people_do(db: Session, cast: Cast, january: Travel, acts: list[Act]) -> None:
    january.move_to(at(START), tick=False)
    savepoint = db.begin_nested()
    try:
        settle(db, cast.circle.id)
        for what, number in acts:
            _do(db, cast, january, what, number)
            settle(db, cast.circle.id)
            holds(db, cast.circle)
    finally:
        savepoint.rollback()
        db.expire_all()


def _do(db: Session, cast: Cast, travel: Travel, what: str, number: int) -> None:
    """The act, when it can be done: a refusal changes nothing."""
    if what == "days":
        travel.move_to(at(today() + timedelta(days=number)), tick=False)
        return
    day, sanne, circle = today() + timedelta(days=number), cast.sanne, cast.circle
    one = of_round(current(db, circle), reason="Fordi.")
    rhythm = {"circle_id": circle.id, "reason": "Fordi."}
    acts: dict[str, Any] = {
        "hold": lambda: hold_follow_up(
            db, sanne, round_id=one["round_id"], shown=one["shown"], next_on=day.isoformat()
        ),
        "skip": lambda: skip_round(db, sanne, **one),
        "move": lambda: move_round(db, sanne, **one, day=day.isoformat()),
        "weeks": lambda: change_rhythm(
            db, sanne, weeks=number, started_on=START.isoformat(), **rhythm
        ),
        "start": lambda: change_rhythm(
            db, sanne, weeks="6", started_on=(START + timedelta(days=number)).isoformat(), **rhythm
        ),
        "meeting": lambda: follow_up_meeting(db, sanne, circle, day, cast.mette, cast.anders),
        "call off": lambda: _call_off(db, sanne, circle),
    }
    try:
        with db.begin_nested():
            acts[what]()
    except DomainError:
        db.expire_all()


def _call_off(db: Session, by: Person, circle: Circle) -> None:
    for meeting in db.scalars(select(Meeting).where(Meeting.circle_id == circle.id)):
        if meeting.is_open:
            cancel_meeting(
                db, by, meeting_id=meeting.id, sequence=meeting.sequence, reason="Sygdom."
            )


def test_a_round_that_is_held_stays_so(db: Session, cast: Cast) -> None:
    first = settle(db, cast.circle.id)
    assert first
    hold_follow_up(db, cast.sanne, **of_round(first))
    settle(db, cast.circle.id)
    assert first.state is RoundState.HELD
