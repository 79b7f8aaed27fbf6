"""The demo's mailbox: it stands in for the mail server, and exists nowhere else."""

from __future__ import annotations

import pytest

from herning_pwa.db import reading, transaction
from herning_pwa.errors import NotFound
from herning_pwa.meetings.commands import cancel_meeting
from herning_pwa.notifications.commands import tell_there_is_news, write_mail
from herning_pwa.notifications.queries.mailbox import mailbox
from herning_pwa.people.models import Person
from tests.cast import assemble
from tests.meeting_plans import meeting_called_by
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


def test_mail_about_a_meeting_is_shown_as_it_would_go_now(install: Install) -> None:
    install(HERNING_DEMO="1")
    with transaction() as db:
        cast = assemble(db)
        meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    with reading() as db:
        shown = {view.receiver: view for view in mailbox(db)}
    assert set(shown) == {"sanne@kommune.example", "mette@familie.example"}
    mettes = shown["mette@familie.example"]
    assert (mettes.subject, mettes.enclosed) == (
        "Invitation til et møde",
        "Med en fil til kalenderen",
    )
    assert "kl. 10.00–11.00" in mettes.before
    with transaction() as db:
        sanne = db.get_one(Person, cast.sanne.id)
        cancel_meeting(db, sanne, meeting_id=meeting.id, sequence=0, reason="Sne")
    with reading() as db:
        assert mailbox(db) == []


def test_anywhere_else_there_is_no_mailbox(install: Install) -> None:
    install(HERNING_DEMO="0")
    with reading() as db, pytest.raises(NotFound):
        mailbox(db)
