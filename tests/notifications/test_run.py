"""The loop: what is written down is sent once, and tried again when it cannot be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
import time_machine

from herning_pwa import clock
from herning_pwa.db import reading, transaction
from herning_pwa.notifications.commands import cancel_mail, write_mail
from herning_pwa.notifications.commands.claiming import claim, pack
from herning_pwa.notifications.models import CLAIM_LIFE, WAITS, Mail
from herning_pwa.notifications.run import deliver_due
from tests.notifications.conftest import Install, Postman

pytestmark = pytest.mark.usefixtures("house")

LINK = "/invitation?kode="


def written(n: int = 1, address: str = "asta@familie.example") -> list[UUID]:
    with transaction() as db:
        return [
            write_mail(
                db,
                address=address,
                subject="Du er inviteret til Sammen",
                body="Hej Åse\n\nÅbn linket:\n{link}\n",
                link_path=LINK,
            ).id
            for _n in range(n)
        ]


def kept(mail_id: UUID) -> Mail:
    with reading() as db:
        return db.get_one(Mail, mail_id)


def test_a_mail_arrives_with_its_link_and_danish_letters(postman: Postman) -> None:
    [mail_id] = written()
    link = kept(mail_id).link
    assert deliver_due() == 1
    [letter] = postman.letters
    assert postman.receivers == ["asta@familie.example"]
    assert link in letter.get_content()
    assert "Åse" in letter.get_content()
    assert letter["Auto-Submitted"] == "auto-generated"
    assert str(mail_id) in letter["Message-ID"]


def test_when_it_is_sent_the_link_cannot_be_read_out_of_the_database_any_more() -> None:
    [mail_id] = written()
    deliver_due()
    mail = kept(mail_id)
    assert (mail.link_seed, mail.secret, mail.link) == (None, "", "")
    assert mail.sent_at is not None


def test_nothing_is_sent_twice(postman: Postman) -> None:
    written(3)
    assert deliver_due() == 3
    assert deliver_due() == 0
    assert len(postman.letters) == 3


def test_two_loops_at_once_send_each_mail_once(postman: Postman) -> None:
    written(10)
    start = Barrier(4)

    def loop(_n: int) -> int:
        start.wait()
        return deliver_due()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(loop, range(4))) == 10
    assert len({letter["Message-ID"] for letter in postman.letters}) == 10
    assert len(postman.letters) == 10


def test_a_mail_the_server_does_not_take_now_waits_longer_each_time(postman: Postman) -> None:
    postman.answers["RCPT"] = "451 senere"
    with time_machine.travel(clock.now(), tick=False) as traveller:
        [mail_id] = written()
        for attempt, wait in enumerate(WAITS, start=1):
            assert deliver_due() == 0
            mail = kept(mail_id)
            assert (mail.attempts, mail.last_error) == (attempt, "SMTP 451")
            assert mail.due_at == clock.now() + wait
            assert deliver_due() == 0
            traveller.shift(wait)
        deliver_due()
        assert kept(mail_id).has_failed
    assert postman.letters == []


def test_it_goes_out_when_the_server_is_back(postman: Postman) -> None:
    postman.answers["RCPT"] = "451 senere"
    with time_machine.travel(clock.now(), tick=False) as traveller:
        [mail_id] = written()
        deliver_due()
        postman.answers.clear()
        traveller.shift(WAITS[0])
        assert deliver_due() == 1
        assert kept(mail_id).last_error == ""


def test_an_address_that_does_not_exist_is_not_tried_again(postman: Postman) -> None:
    postman.answers["RCPT"] = "550 ukendt"
    [mail_id] = written()
    deliver_due()
    assert kept(mail_id).has_failed


def test_the_error_that_is_kept_names_nobody(postman: Postman) -> None:
    postman.answers["RCPT"] = "451 asta@familie.example har fuld postkasse"
    [mail_id] = written()
    deliver_due()
    assert "asta" not in kept(mail_id).last_error


def test_an_address_no_mail_can_be_written_to_is_given_up(postman: Postman) -> None:
    [mail_id] = written(address=f"asta@{'x' * 70}.example")
    deliver_due()
    assert kept(mail_id).has_failed
    assert postman.heard == []


def test_one_that_cannot_be_worded_holds_back_none_and_is_given_up_in_the_end(
    postman: Postman, caplog: pytest.LogCaptureFixture
) -> None:
    """A heading of two lines is a mistake in the app that nobody foresaw."""
    with time_machine.travel(clock.now(), tick=False) as traveller:
        [poison] = written()
        with transaction() as db:
            db.get_one(Mail, poison).subject = "Hej\nÅse"
        written()
        assert deliver_due() == 1
        assert len(postman.letters) == 1
        for attempt, wait in enumerate(WAITS, start=1):
            mail = kept(poison)
            assert (mail.attempts, mail.last_error) == (attempt, "ValueError")
            assert mail.due_at == clock.now() + wait
            traveller.shift(wait)
            assert deliver_due() == 0
        assert kept(poison).has_failed
    assert "was left for later: ValueError" in caplog.text
    assert "Åse" not in caplog.text


def test_one_that_is_cancelled_while_it_is_being_sent_stays_at_home() -> None:
    [mail_id] = written()
    with transaction() as db:
        assert claim(db, mail_id)
    with transaction() as db:
        cancel_mail(db, mail_id)
    with transaction() as db:
        assert pack(db, mail_id) is None


def test_a_danish_domain_is_written_as_the_net_wants_it(postman: Postman) -> None:
    written(address="asta@blåbær.example")
    assert deliver_due() == 1
    assert postman.receivers == ["asta@xn--blbr-roah.example"]


def test_a_mail_held_by_a_process_that_died_is_taken_up_again(postman: Postman) -> None:
    with time_machine.travel(clock.now(), tick=False) as traveller:
        [mail_id] = written()
        with transaction() as db:
            db.get_one(Mail, mail_id).claimed_at = clock.now()
        assert deliver_due() == 0
        traveller.shift(CLAIM_LIFE + timedelta(seconds=1))
        assert deliver_due() == 1


def test_a_cancelled_mail_stays_at_home(postman: Postman) -> None:
    [mail_id] = written()
    with transaction() as db:
        cancel_mail(db, mail_id)
        cancel_mail(db, None)
    assert deliver_due() == 0
    assert postman.letters == []


def test_a_server_that_is_not_there_is_a_reason_to_wait(install: Install, postman: Postman) -> None:
    install(HERNING_SMTP_URL="smtp://127.0.0.1:9")
    [mail_id] = written()
    deliver_due()
    assert kept(mail_id).last_error == "ConnectionRefusedError"
    assert not kept(mail_id).has_failed
