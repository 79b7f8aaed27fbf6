"""The demo's mailbox: it stands in for the mail server, and exists nowhere else."""

from __future__ import annotations

import pytest

from herning_pwa.db import reading, transaction
from herning_pwa.errors import NotFound
from herning_pwa.notifications.commands import tell_there_is_news, write_mail
from herning_pwa.notifications.queries.mailbox import mailbox
from tests.cast import assemble
from tests.notifications.conftest import Install


def test_a_demo_shows_the_newest_mail_first_with_its_link(install: Install) -> None:
    install(HERNING_DEMO="1")
    with transaction() as db:
        cast = assemble(db)
        tell_there_is_news(db, cast.mette)
        mail = write_mail(
            db,
            address="asta@familie.example",
            subject="Inviteret",
            body="Hej\n\n{link}\n\nHilsen",
            link_path="/invitation?kode=",
        )
        link = f"/invitation?kode={mail.secret}"
    with reading() as db:
        invited, news = mailbox(db)
    assert (invited.before, invited.link, invited.after) == ("Hej", link, "Hilsen")
    assert (news.receiver, news.link) == ("mette@familie.example", "")


def test_anywhere_else_there_is_no_mailbox(install: Install) -> None:
    install(HERNING_DEMO="0")
    with reading() as db, pytest.raises(NotFound):
        mailbox(db)
