"""News by push: to the right browsers, once, and saying nothing; by mail where that fails."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.db import reading, transaction
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.models import CLAIM_LIFE, Channel, Mail, PushSubscription
from herning_pwa.notifications.models.subscription import FAILURES_AT_MOST
from herning_pwa.notifications.run import deliver_due
from herning_pwa.people.models import NewsBy, Person
from tests.cast import assemble
from tests.meeting_plans import meeting_called_by
from tests.meetings.acts import NOW
from tests.notifications.conftest import Install, Postman
from tests.notifications.push import Browser, PushService, push_service, says_yes

METTE = "mette@familie.example"


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def house(install: Install, postman: Postman) -> Iterator[None]:
    """By day, an installation with a mail server, Mette and the others."""
    install(HERNING_SMTP_URL=postman.url(), HERNING_FAKE_PUSH="1", HERNING_DEMO="1")
    with time_machine.travel(NOW, tick=False):
        with transaction() as db:
            assemble(db)
        yield


@pytest.fixture
def mettes(house: None, service: PushService) -> Browser:
    """Mette's phone, which gets her messages; there is news for her."""
    browser = Browser(service.endpoint("mette"))
    with transaction() as db:
        says_yes(db, mette(db), browser)
        tell_there_is_news(db, mette(db))
    return browser


def mette(db: Session) -> Person:
    return db.scalars(select(Person).where(Person.email == METTE)).one()


def told() -> Mail:
    with reading() as db:
        return db.scalars(select(Mail).where(Mail.opens == "/")).one()


def test_news_comes_to_the_phone_instead_of_the_mailbox_and_names_nobody(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    with transaction() as db:  # the number on the icon is what waits for her
        sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
        meeting_called_by(db, sanne, sanne.active_memberships[0].circle, mette(db))
    assert deliver_due(Mail.opens == "/") == 1
    [received] = service.received
    assert mettes.shown(received) == {
        "web_push": 8030,
        "notification": {
            "title": "Der er nyt til dig",
            "body": "Åbn appen for at se det.",
            "navigate": "http://localhost:3000/",
            "lang": "da",
            "tag": "news",
        },
        "app_badge": 1,
    }
    outside = f"{received.path} {received.headers}"
    for name in ("Mette", "Emil", "Freja", "Kredsen", "familie.example"):
        assert name not in mettes.opened(received) + outside
    assert postman.letters == []
    assert told().channel is Channel.PUSH
    assert deliver_due(Mail.opens == "/") == 0


def test_every_browser_of_hers_gets_it_and_nobody_elses(
    mettes: Browser, service: PushService
) -> None:
    with transaction() as db:
        says_yes(db, mette(db), Browser(service.endpoint("mettes-anden")), browser_hash="anden")
        anders = db.scalars(select(Person).where(Person.first_name == "Anders")).one()
        says_yes(db, anders, Browser(service.endpoint("anders")), browser_hash="anders")
    assert deliver_due() == 1
    assert {each.path for each in service.received} == {"/mette", "/mettes-anden"}


def test_two_loops_at_once_send_it_once(mettes: Browser, service: PushService) -> None:
    start = Barrier(4)

    def loop(_n: int) -> int:
        start.wait()
        return deliver_due()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(loop, range(4))) == 1
    assert len(service.received) == 1


def test_one_held_by_a_process_that_died_is_taken_up_again(
    mettes: Browser, service: PushService
) -> None:
    with transaction() as db:
        db.get_one(Mail, told().id).claimed_at = clock.now()
    assert deliver_due() == 0
    with time_machine.travel(NOW + CLAIM_LIFE + timedelta(seconds=1), tick=False):
        assert deliver_due() == 1
    assert len(service.received) == 1


def test_a_browser_that_is_gone_is_forgotten_and_the_news_comes_by_mail(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    service.answers["/mette"] = 410
    assert deliver_due() == 1
    assert postman.receivers == [METTE]
    assert told().channel is Channel.MAIL
    with reading() as db:
        assert db.scalar(select(PushSubscription.id)) is None


def test_a_service_that_is_down_is_kept_for_the_next_time(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    service.answers["/mette"] = 503
    assert deliver_due() == 1
    assert postman.receivers == [METTE]
    with reading() as db:
        assert db.scalar(select(PushSubscription.failures)) == 1
    with transaction() as db:
        db.scalars(select(PushSubscription)).one().failures = FAILURES_AT_MOST - 1
        tell_there_is_news(db, mette(db), can_wait=False)
    deliver_due()
    with reading() as db:
        assert db.scalar(select(PushSubscription.id)) is None


def test_one_browser_that_is_reached_is_enough(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    with transaction() as db:
        says_yes(db, mette(db), Browser(service.endpoint("ny")), browser_hash="ny")
    service.answers["/mette"] = 410
    assert deliver_due() == 1
    assert postman.letters == []
    with reading() as db:
        assert db.scalars(select(PushSubscription.endpoint)).all() == [service.endpoint("ny")]


def test_a_browser_whose_key_has_been_spoilt_holds_back_no_other(
    mettes: Browser, service: PushService
) -> None:
    with transaction() as db:
        db.scalars(select(PushSubscription)).one().p256dh = b"\x04" + bytes(64)
        says_yes(db, mette(db), Browser(service.endpoint("ny")), browser_hash="ny")
    assert deliver_due() == 1
    assert [each.path for each in service.received] == ["/ny"]


def test_what_she_chooses_before_it_is_sent_counts(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    with transaction() as db:
        mette(db).news_by = NewsBy.NOTHING
    assert deliver_due() == 0
    with transaction() as db:
        mette(db).news_by = NewsBy.PUSH
        tell_there_is_news(db, mette(db), can_wait=False)
        mette(db).news_by = NewsBy.MAIL
    assert deliver_due() == 1
    assert (postman.receivers, service.received) == ([METTE], [])


def test_without_a_mail_server_phones_are_told_all_the_same(
    mettes: Browser, service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HERNING_SMTP_URL", "")
    settings.cache_clear()
    with transaction() as db:
        anders = db.scalars(select(Person).where(Person.first_name == "Anders")).one()
        tell_there_is_news(db, anders)
    assert deliver_due() == 1
    assert [each.path for each in service.received] == ["/mette"]


def at(hour: int, minute: int = 0, *, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


def test_news_that_is_late_lights_no_phone_at_night(
    mettes: Browser, service: PushService, postman: Postman
) -> None:
    """Neither after a failure nor when the app itself was down in the evening."""
    service.answers["/mette"], postman.answers["RCPT"] = 503, "451 senere"
    with time_machine.travel(at(19, 59), tick=False) as traveller:
        assert deliver_due() == 0
        service.answers.clear()
        postman.answers.clear()
        for night in (at(20), at(23, 30), at(3, day=21), at(7, 59, day=21)):
            traveller.move_to(night)
            assert deliver_due() == 0
        traveller.move_to(at(8, day=21))
        assert deliver_due() == 1
    assert len(service.received) == 2


def test_what_the_morning_would_be_too_late_for_comes_at_night(
    mettes: Browser, service: PushService
) -> None:
    with time_machine.travel(at(19, 59), tick=False) as traveller:
        with transaction() as db:
            sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
            circle = sanne.active_memberships[0].circle
            meeting_called_by(db, sanne, circle, mette(db), day=date(2026, 11, 21))
        traveller.move_to(at(22))  # the app was down until then
        assert deliver_due(Mail.opens.is_not(None)) == 1
    assert service.received[-1].headers["ttl"] == str(24 * 60 * 60)


def test_a_phone_that_is_off_in_the_evening_is_not_lit_when_it_is_put_on_at_night(
    mettes: Browser, service: PushService
) -> None:
    with time_machine.travel(at(19, 30), tick=False):
        assert deliver_due() == 1
    assert service.received[-1].headers["ttl"] == str(30 * 60)
