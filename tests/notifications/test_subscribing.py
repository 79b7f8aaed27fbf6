"""Which browsers get messages: whose they are, how many, and what ends it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.circles.commands import leave_circle
from herning_pwa.errors import Invalid, NotFound
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import answer_meeting, cancel_meeting
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.commands.subscribing import (
    BROWSERS_AT_MOST,
    choose_news,
    decline_push,
    end_subscriptions_in,
    follow_person,
    subscribe,
    subscriptions_of,
    unsubscribe,
)
from herning_pwa.notifications.models import Mail, PushSubscription
from herning_pwa.notifications.queries.own_messages import key_to_ask_with, own_messages
from herning_pwa.people.commands import end_own_session, shut_out, sign_out_elsewhere
from herning_pwa.people.models import NewsBy, Person, SignInSession
from herning_pwa.people.sessions import end_session
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.meeting_plans import meeting_called_by
from tests.meetings.acts import NOW
from tests.notifications.push import REAL, Browser, base64url, says_yes, signed_in

IS_NEWS = Mail.opens.is_not(None)


def endpoints(db: Session) -> list[str]:
    return list(db.scalars(select(PushSubscription.endpoint).order_by(PushSubscription.endpoint)))


def test_saying_yes_means_messages_instead_of_mail(db: Session, cast: Cast) -> None:
    assert cast.mette.news_by is NewsBy.MAIL
    says_yes(db, cast.mette, Browser())
    assert cast.mette.news_by is NewsBy.PUSH
    assert endpoints(db) == [REAL]


def test_a_browser_that_says_yes_twice_is_one(db: Session, cast: Cast) -> None:
    says_yes(db, cast.mette, Browser())
    says_yes(db, cast.mette, Browser(), browser_hash="nyt")
    assert [each.browser_hash for each in subscriptions_of(db, cast.mette)] == ["nyt"]


def test_a_phone_that_changes_hands_belongs_to_the_one_who_said_yes_last(
    db: Session, cast: Cast
) -> None:
    says_yes(db, cast.mette, Browser())
    says_yes(db, cast.anders, Browser())
    assert subscriptions_of(db, cast.mette) == []
    assert [each.endpoint for each in subscriptions_of(db, cast.anders)] == [REAL]


def test_a_sixth_browser_takes_the_place_of_the_oldest(db: Session, cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        for n in range(BROWSERS_AT_MOST + 1):
            says_yes(db, cast.mette, Browser(f"{REAL}/{n}"), browser_hash=str(n))
            traveller.shift(1)
    assert endpoints(db) == [f"{REAL}/{n}" for n in range(1, BROWSERS_AT_MOST + 1)]


NO_BROWSER_GIVES: list[dict[str, object]] = [
    {"endpoint": "https://evil.example/abc"},
    {"endpoint": None},
    {"endpoint": REAL + "x" * 1000},
    {"p256dh": base64url(b"\x04" + bytes(64))},  # not on the curve
    {"p256dh": base64url(b"\x02" + bytes(32))},
    {"p256dh": "ø" * 87},
    {"p256dh": ["a"]},
    {"auth": base64url(bytes(15))},
    {"auth": ""},
    {"auth": "?" * 22},
]


def test_what_no_browser_gives_is_refused(db: Session, cast: Cast) -> None:
    session_id = signed_in(db, cast.mette)
    for wrong in NO_BROWSER_GIVES:
        given = {"endpoint": REAL, **Browser().keys, **wrong}
        here = {"session_id": session_id, "browser_hash": "hash", "browser": ""}
        with pytest.raises(Invalid, match="Denne browser"):
            subscribe(db, cast.mette, **here, **given)  # type: ignore[arg-type]
    assert endpoints(db) == []


def test_one_browser_is_taken_away_by_its_owner_alone(db: Session, cast: Cast) -> None:
    says_yes(db, cast.mette, Browser())
    [own] = subscriptions_of(db, cast.mette)
    for wrong in (own.id, "junk", None):
        with pytest.raises(NotFound):
            unsubscribe(db, cast.anders, subscription_id=wrong)
    unsubscribe(db, cast.mette, subscription_id=str(own.id))
    assert endpoints(db) == []
    assert own_messages(db, cast.mette, session_id=own.session_id).by == "mail"


def test_signing_out_there_ends_it_there(db: Session, cast: Cast) -> None:
    here, there = signed_in(db, cast.mette), signed_in(db, cast.mette)
    says_yes(db, cast.mette, Browser(f"{REAL}/her"), session_id=here, browser_hash="her")
    says_yes(db, cast.mette, Browser(f"{REAL}/der"), session_id=there, browser_hash="der")
    end_own_session(db, cast.mette, session_id=there)
    assert endpoints(db) == [f"{REAL}/her"]
    end_session(db, db.get_one(SignInSession, here).secret_hash)
    assert endpoints(db) == []


def test_a_session_that_runs_out_does_not_end_it_but_signing_out_later_does(
    db: Session, cast: Cast
) -> None:
    says_yes(db, cast.mette, Browser())
    with time_machine.travel(clock.now().replace(year=clock.now().year + 1)):
        assert endpoints(db) == [REAL]
        end_subscriptions_in(db, "")
        end_subscriptions_in(db, "en anden browser")
        assert endpoints(db) == [REAL]
        end_subscriptions_in(db, "hash")
    assert endpoints(db) == []


def test_signing_out_elsewhere_ends_it_elsewhere(db: Session, cast: Cast) -> None:
    here = signed_in(db, cast.mette)
    says_yes(db, cast.mette, Browser(f"{REAL}/her"), session_id=here, browser_hash="her")
    says_yes(db, cast.mette, Browser(f"{REAL}/der"), browser_hash="der")
    says_yes(db, cast.anders, Browser(f"{REAL}/anders"), browser_hash="anders")
    sign_out_elsewhere(db, cast.mette, session_id=here)
    assert endpoints(db) == [f"{REAL}/anders", f"{REAL}/her"]
    shut_out(db, cast.mette)
    assert endpoints(db) == [f"{REAL}/anders"]


def test_a_browser_keeps_its_messages_when_the_same_person_signs_in_again(
    db: Session, cast: Cast
) -> None:
    says_yes(db, cast.mette, Browser())
    again = db.get_one(SignInSession, signed_in(db, cast.mette))
    follow_person(db, cast.mette, browser_hash="hash", session_hash=again.secret_hash)
    assert own_messages(db, cast.mette, session_id=again.id).is_here


def test_a_browser_where_another_person_signs_in_gets_nothing_more(db: Session, cast: Cast) -> None:
    says_yes(db, cast.mette, Browser())
    theirs = db.get_one(SignInSession, signed_in(db, cast.anders))
    follow_person(db, cast.anders, browser_hash="hash", session_hash=theirs.secret_hash)
    assert endpoints(db) == []


def test_whoever_wants_to_hear_nothing_hears_nothing(db: Session, cast: Cast) -> None:
    choose_news(db, cast.mette, by="nothing")
    tell_there_is_news(db, cast.mette)
    tell_there_is_news(db, cast.mette, can_wait=False)
    assert db.scalar(select(Mail.id)) is None
    for wrong in ("duer", None, ["push"]):
        with pytest.raises(NotFound):
            choose_news(db, cast.mette, by=wrong)


def test_each_sees_their_own_browsers_alone(db: Session, cast: Cast) -> None:
    session_id = signed_in(db, cast.anders)
    says_yes(db, cast.mette, Browser())
    view = own_messages(db, cast.anders, session_id=session_id)
    assert (view.by, view.browsers, view.is_here) == ("mail", [], False)


def test_one_is_asked_after_an_answer_and_never_again_after_a_no(db: Session, cast: Cast) -> None:
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, cast.anders)
    assert key_to_ask_with(db, cast.mette) == ""
    answer_meeting(db, cast.mette, meeting_id=meeting.id, sequence=0, answer="coming")
    assert len(key_to_ask_with(db, cast.mette)) == 87
    assert key_to_ask_with(db, cast.anders) == ""
    decline_push(db, cast.mette)
    assert key_to_ask_with(db, cast.mette) == ""


def test_one_who_has_written_how_it_goes_is_asked_too(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    assert key_to_ask_with(db, cast.anders) == ""
    said = {"client_key": str(uuid4()), "rating": "7", "note": "", "happened_on": ""}
    record_progress(db, cast.anders, goal_id=goal.id, kept_for="all", **said)
    assert key_to_ask_with(db, cast.anders) != ""
    choose_news(db, cast.anders, by="mail")
    assert key_to_ask_with(db, cast.anders) == ""


def told_about(db: Session, person: Person) -> list[str | None]:
    return list(db.scalars(select(Mail.opens).where(Mail.to_person_id == person.id, IS_NEWS)))


def test_a_phone_hears_of_a_meeting_and_whoever_called_it_does_not(db: Session, cast: Cast) -> None:
    for person in (cast.mette, cast.sanne):
        says_yes(db, person, Browser(f"{REAL}/{person.id}"), browser_hash=str(person.id))
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, cast.anders)
    assert told_about(db, cast.mette) == [routes.meeting(meeting.id)]
    assert told_about(db, cast.sanne) == []
    assert told_about(db, cast.anders) == []


def test_one_message_a_day_unless_a_meeting_is_near(db: Session, cast: Cast) -> None:
    says_yes(db, cast.mette, Browser())
    with time_machine.travel(NOW, tick=False):
        far = meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
        meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
        assert told_about(db, cast.mette) == [routes.meeting(far.id)]
        tomorrow = today() + timedelta(days=1)
        near = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, day=tomorrow)
        assert told_about(db, cast.mette)[1:] == [routes.meeting(near.id)]
        cancel_meeting(db, cast.sanne, meeting_id=near.id, sequence=0, reason="Sne")
        assert len(told_about(db, cast.mette)) == 2


def test_whose_last_place_is_over_hears_no_more(db: Session, cast: Cast) -> None:
    """Neither on the phone nor, now that there is none, by mail."""
    says_yes(db, cast.inger, Browser())
    tell_there_is_news(db, cast.inger)
    tell_there_is_news(db, cast.jens)
    [place] = cast.inger.active_memberships
    leave_circle(db, cast.inger, membership_id=place.id)
    assert endpoints(db) == []
    due = select(Mail.to_person_id).where(IS_NEWS, Mail.due_at.is_not(None))
    assert list(db.scalars(due)) == [cast.jens.id]


def test_a_meeting_still_leaves_the_calendar_of_who_has_left(db: Session, cast: Cast) -> None:
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.inger)
    [place] = cast.inger.active_memberships
    leave_circle(db, cast.inger, membership_id=place.id)
    due = select(Mail.meeting_id).where(
        Mail.to_person_id == cast.inger.id, Mail.due_at.is_not(None)
    )
    assert list(db.scalars(due)) == [meeting.id]
