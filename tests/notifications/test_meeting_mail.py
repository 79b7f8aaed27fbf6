"""Mail about meetings, from the act to the mail server: once, to one, as things then are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
import time_machine
from icalendar import Calendar
from sqlalchemy import select

from herning_pwa import clock
from herning_pwa.db import reading, transaction
from herning_pwa.meetings.commands import cancel_meeting
from herning_pwa.meetings.commands.letters import TIME_TO_CORRECT
from herning_pwa.meetings.models import Meeting
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.models import WAITS, Mail
from herning_pwa.notifications.run import deliver_due
from herning_pwa.people.models import Person
from tests.cast import assemble
from tests.meeting_plans import meeting_called_by
from tests.meetings.acts import NOW
from tests.notifications.conftest import Postman

pytestmark = pytest.mark.usefixtures("house")
OTHERS = {"sanne@kommune.example", "mette@familie.example", "anders@familie.example"}


@pytest.fixture
def called(house: None) -> UUID:
    """A meeting Sanne called with Mette and Anders, ten minutes ago."""
    with time_machine.travel(NOW, tick=False) as traveller:
        with transaction() as db:
            cast = assemble(db)
            meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, cast.anders)
        traveller.shift(TIME_TO_CORRECT)
        yield meeting.id


def call_off(meeting_id: UUID) -> None:
    with transaction() as db:
        sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
        cancel_meeting(db, sanne, meeting_id=meeting_id, sequence=0, reason="Sne")


def test_each_gets_a_mail_of_their_own(called: UUID, postman: Postman) -> None:
    assert deliver_due() == 3
    assert set(postman.receivers) == OTHERS
    for letter, receiver in zip(postman.letters, postman.receivers, strict=True):
        assert letter["To"] == receiver
        assert not any(other in str(letter) for other in OTHERS - {receiver})


def test_it_is_built_as_calendars_read_it(called: UUID, postman: Postman) -> None:
    deliver_due()
    letter = postman.letters[0]
    assert letter.get_content_type() == "multipart/alternative"
    text, invitation = letter.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert invitation.get_content_type() == "text/calendar"
    assert invitation.get_param("method") == "REQUEST"
    assert invitation.get_content_charset() == "utf-8"
    calendar = Calendar.from_ical(invitation.get_content())
    assert str(calendar["METHOD"]) == "REQUEST"
    [event] = calendar.walk("VEVENT")
    assert str(event["UID"]) == str(called)
    assert str(event["SUMMARY"]) == "Møde"


def test_what_was_told_is_kept_and_told_once(called: UUID) -> None:
    deliver_due()
    with reading() as db:
        told = list(db.scalars(select(Mail)))
    assert {(mail.method, mail.sequence, mail.meeting_sequence) for mail in told} == {
        ("request", 0, 0)
    }
    assert deliver_due() == 0


def test_a_cancelled_meeting_follows_as_cancel(called: UUID, postman: Postman) -> None:
    deliver_due()
    call_off(called)
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        assert deliver_due() == 3
    _text, invitation = postman.letters[-1].iter_parts()
    assert invitation.get_param("method") == "CANCEL"
    [event] = Calendar.from_ical(invitation.get_content()).walk("VEVENT")
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)


def test_two_loops_at_once_tell_each_person_once(called: UUID, postman: Postman) -> None:
    with transaction() as db:  # a second row for each, as a race could leave
        for mail in list(db.scalars(select(Mail))):
            row = {"to_person_id": mail.to_person_id, "meeting_id": called}
            db.add(Mail(subject="", body="", **row))
    start = Barrier(4)

    def loop(_n: int) -> int:
        start.wait()
        return deliver_due()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(loop, range(4)))
    deliver_due()
    assert sorted(postman.receivers) == sorted(OTHERS)


def test_a_mail_that_failed_tells_the_newest_when_it_goes(called: UUID, postman: Postman) -> None:
    postman.answers["RCPT"] = "451 senere"
    assert deliver_due() == 0
    with transaction() as db:
        db.get_one(Meeting, called).sequence = 3
    postman.answers.clear()
    with time_machine.travel(clock.now() + WAITS[0], tick=False):
        assert deliver_due() == 3
    _text, invitation = postman.letters[0].iter_parts()
    [event] = Calendar.from_ical(invitation.get_content()).walk("VEVENT")
    assert event["SEQUENCE"] == 3


def test_an_invitation_does_not_swallow_the_days_other_news(called: UUID) -> None:
    with transaction() as db:
        mette = db.scalars(select(Person).where(Person.first_name == "Mette")).one()
        tell_there_is_news(db, mette)
        news = select(Mail).where(Mail.to_person_id == mette.id, Mail.meeting_id.is_(None))
        assert len(db.scalars(news).all()) == 1
