"""Handing mail over: with TLS, or only to this machine."""

from __future__ import annotations

import asyncio

import pytest

from herning_pwa.db import reading, transaction
from herning_pwa.notifications import run
from herning_pwa.notifications.commands import write_mail
from herning_pwa.notifications.delivery.mail import NotDelivered, deliver, letter_for, read_server
from herning_pwa.notifications.models import Mail
from herning_pwa.notifications.run import deliver_due, deliver_forever
from tests.notifications.conftest import Install, Postman


def letter() -> Mail:
    with transaction() as db:
        return write_mail(db, address="asta@familie.example", subject="Hej", body="Hej")


def test_without_tls_nothing_is_said_to_another_machine(install: Install, postman: Postman) -> None:
    install(HERNING_SMTP_URL=postman.url("127.0.0.2"))  # not one of this machine's own names
    with pytest.raises(NotDelivered, match="SMTPNotSupportedError"):
        deliver(letter_for(letter()))
    assert not [line for line in postman.heard if line.startswith(("MAIL", "AUTH", "DATA"))]


def test_a_password_is_not_sent_to_a_server_without_sign_in(
    install: Install, postman: Postman
) -> None:
    install(HERNING_SMTP_URL=f"smtp://sammen:hemmelig@127.0.0.1:{postman.port}")
    with pytest.raises(NotDelivered):
        deliver(letter_for(letter()))
    assert not [line for line in postman.heard if "hemmelig" in line]


def test_an_smtps_server_must_speak_tls_from_the_start(install: Install, postman: Postman) -> None:
    install(HERNING_SMTP_URL=f"smtps://127.0.0.1:{postman.port}")
    with pytest.raises(NotDelivered, match="SSL"):
        deliver(letter_for(letter()))


@pytest.mark.parametrize(
    ("url", "port", "secure"),
    [("smtp://post.example", 25, False), ("smtps://post.example", 465, True)],
)
def test_the_usual_ports(url: str, port: int, *, secure: bool) -> None:
    server = read_server(url)
    assert (server.port, server.tls_from_start) == (port, secure)


def test_signs_in_the_address_are_read_back() -> None:
    server = read_server("smtp://bruger%40by:p%2Fw@post.example:587")
    assert (server.user, server.password, server.port) == ("bruger@by", "p/w", 587)


@pytest.mark.parametrize("url", ["", "post.example", "http://post.example", "smtp://"])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="HERNING_SMTP_URL"):
        read_server(url)


def test_without_a_mail_server_mail_stays_at_home_untried(install: Install) -> None:
    install(HERNING_SMTP_URL="")
    mail_id = letter().id
    assert deliver_due() == 0
    with reading() as db:
        assert db.get_one(Mail, mail_id).attempts == 0


def test_the_loop_sends_what_is_there(
    install: Install, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "PAUSE_SECONDS", 0.1)
    install(HERNING_SMTP_URL=postman.url())
    letter()
    asyncio.run(some_rounds_after_the_first(postman))
    assert len(postman.letters) == 1


async def some_rounds_after_the_first(postman: Postman) -> None:
    loop = asyncio.create_task(deliver_forever())
    assert await asyncio.to_thread(postman.has_come.wait, 60)
    await asyncio.sleep(1)
    assert not loop.done(), "it goes on for ever"
    loop.cancel()
