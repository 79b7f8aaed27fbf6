"""The settings page's part about one's own calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.calendar_feeds import feed_of, find_feed, secret_of
from herning_pwa.people.commands.calendar import (
    choose_feed_details,
    choose_meeting_mail,
    make_feed,
    remove_feed,
)
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import CalendarFeed, Method, Person
from herning_pwa.people.queries.own_access import own_access
from herning_pwa.people.queries.own_calendar import OwnCalendarView
from tests.cast import Cast
from tests.people.test_passkeys import added, here


def seen_by(db: Session, person: Person, method: Method = Method.PASSWORD_AND_MAIL):
    return own_access(db, person, session_id=here(db, person, method)).calendar


def test_mette_sees_the_address_she_has_made(db: Session, cast: Cast) -> None:
    assert seen_by(db, cast.mette) == OwnCalendarView(wants_mail=True)
    make_feed(db, cast.mette)
    seen = seen_by(db, cast.mette)
    feed = feed_of(db, cast.mette)
    assert seen.address.endswith(f"/api/kalender/{secret_of(feed)}.ics")
    assert seen.opens_calendar.partition("://") == ("webcal", "://", seen.address.split("://")[1])
    assert find_feed(db, secret_of(feed)) is feed
    assert seen_by(db, cast.anders) == OwnCalendarView(wants_mail=True)


def test_ten_minutes_later_it_is_hidden_again(db: Session, cast: Cast) -> None:
    make_feed(db, cast.mette)
    session_id = here(db, cast.mette)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        seen = own_access(db, cast.mette, session_id=session_id).calendar
    assert (seen.address, seen.opens_calendar) == ("", "")
    assert seen.story


def test_staff_who_must_show_more_see_nothing_of_it(db: Session, cast: Cast) -> None:
    make_feed(db, cast.sanne)
    assert seen_by(db, cast.sanne) == OwnCalendarView()
    added(db, cast.sanne)
    seen = seen_by(db, cast.sanne, Method.PASSKEY)
    assert seen.address
    assert not seen.can_have_details


def test_the_secret_itself_is_not_in_the_database(db: Session, cast: Cast) -> None:
    make_feed(db, cast.mette)
    db.flush()
    feed = feed_of(db, cast.mette)
    stored = f"{feed.secret_hash} {feed.sealed_secret!r}"
    assert secret_of(feed) not in stored


def test_one_persons_seal_opens_nothing_for_another(db: Session, cast: Cast) -> None:
    make_feed(db, cast.mette)
    make_feed(db, cast.anders)
    theirs, own = feed_of(db, cast.anders), feed_of(db, cast.mette)
    own.sealed_secret = theirs.sealed_secret
    assert secret_of(own) == ""


def test_an_address_is_told_to_its_owner_by_mail(db: Session, cast: Cast) -> None:
    make_feed(db, cast.mette)
    [mail] = db.scalars(select(Mail).where(Mail.to_address == cast.mette.email))
    assert secret_of(feed_of(db, cast.mette)) not in mail.text


@pytest.mark.parametrize("command", [make_feed, choose_feed_details])
def test_what_lets_more_out_asks_for_a_fresh_sign_in(command) -> None:
    assert is_sensitive(command)


def test_details_need_a_feed(db: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        choose_feed_details(db, cast.mette, detailed=True)


@pytest.mark.parametrize("odd", ["ja", 1, None, ["x"], {}])
def test_only_yes_is_yes(db: Session, cast: Cast, odd: object) -> None:
    make_feed(db, cast.mette)
    choose_feed_details(db, cast.mette, detailed=odd)
    choose_meeting_mail(db, cast.mette, wanted=odd)
    assert not feed_of(db, cast.mette).is_detailed
    assert not cast.mette.wants_meeting_mail


def test_removing_leaves_nothing(db: Session, cast: Cast) -> None:
    make_feed(db, cast.mette)
    remove_feed(db, cast.mette)
    db.flush()
    assert db.scalars(select(CalendarFeed)).all() == []
