"""The way back in: who may start it, and the day its owner has to stop it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.models import Activity
from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.cli import main
from herning_pwa.db import reading, transaction
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.models import Mail
from herning_pwa.notifications.queries.mailbox import mailbox
from herning_pwa.people.calendar_feeds import feed_of
from herning_pwa.people.commands.calendar import make_feed
from herning_pwa.people.commands.new_access import (
    Answered,
    LinkRefused,
    Way,
    new_access_page,
    stop_recovery,
    use_recovery,
)
from herning_pwa.people.commands.recovery import (
    start_recovery,
    start_recovery_as_operator,
    withdraw_recovery,
)
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import (
    COOLING_PERIOD,
    LINK_LIFE,
    LONG_COOLING_PERIOD,
    Authenticator,
    Device,
    LinkedIdentity,
    Method,
    Passkey,
    Person,
    Recovery,
    RecoveryEnding,
    RecoverySettled,
    RecoveryStanding,
)
from herning_pwa.people.passwords import hash_secret, verify_password
from herning_pwa.people.queries.recovery import recovery_for
from herning_pwa.people.sessions import begin_session, find_live, pages_to_close
from tests.cast import Cast, assemble
from tests.fresh import fresh_database, installation

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=COPENHAGEN)
PASSWORD = "gule gummistøvler i regnen"
MOMENT = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def november() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def place_of(db: Session, person: Person) -> Membership:
    return db.query(Membership).filter_by(person_id=person.id, ended_at=None).one()


def start(db: Session, actor: Person, person: Person, checked_by: object = "met") -> Recovery:
    place = place_of(db, person)
    return start_recovery(db, actor, membership_id=place.id, checked_by=checked_by)


@pytest.fixture
def recovery(db: Session, cast: Cast) -> Recovery:
    """Sanne met Mette and began."""
    return start(db, cast.sanne, cast.mette)


def mails_to(db: Session, person: Person) -> list[Mail]:
    return list(db.scalars(select(Mail).filter_by(to_address=person.email).order_by(Mail.due_at)))


def stop_link(db: Session, person: Person) -> str:
    return next(mail.secret for mail in mails_to(db, person) if "stop=" in (mail.link_path or ""))


def use_link(db: Session, person: Person) -> str:
    return next(mail.secret for mail in mails_to(db, person) if "kode=" in (mail.link_path or ""))


def actions(db: Session) -> list[str]:
    rows = select(Activity.action).where(Activity.action.startswith("recovery."))
    return list(db.scalars(rows.order_by(Activity.at, Activity.id)))


def test_mette_is_told_at_once_and_gets_a_link_a_day_later(
    db: Session, cast: Cast, recovery: Recovery
) -> None:
    told, link = mails_to(db, cast.mette)
    assert told.due_at == clock.now()
    assert link.due_at == clock.now() + COOLING_PERIOD
    assert "lørdag den 21. november kl. 09.00" in told.text
    assert told.secret not in link.text
    assert link.secret not in told.text
    assert actions(db) == ["recovery.started"]


def test_the_secrets_are_not_kept(db: Session, cast: Cast, recovery: Recovery) -> None:
    assert recovery.link_hash == hash_secret(use_link(db, cast.mette))
    kept = {str(value) for value in vars(recovery).values()}
    assert kept.isdisjoint({use_link(db, cast.mette), stop_link(db, cast.mette)})


def test_the_demos_mailbox_keeps_a_link_until_it_is_sent(
    db: Session, recovery: Recovery, november: time_machine.Traveller
) -> None:
    waiting = next(mail for mail in mailbox(db) if mail.subject == "Vælg en ny adgangskode")
    assert not waiting.link
    assert waiting.written.startswith("Sendes ")
    november.shift(COOLING_PERIOD)
    sent = next(mail for mail in mailbox(db) if mail.subject == "Vælg en ny adgangskode")
    assert sent.link


@pytest.mark.parametrize("who", ["mette", "anders", "karl", "freja", "inger"])
def test_sanne_may_help_the_family_and_its_network(db: Session, cast: Cast, who: str) -> None:
    assert start(db, cast.sanne, cast.people[who]).standing is RecoveryStanding.COOLING


@pytest.mark.parametrize("who", ["mette", "anders", "freja", "inger", "peter"])
def test_nobody_else_in_the_circle_may(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        start(db, cast.people[who], cast.jens)


@pytest.mark.parametrize("who", ["peter", "sanne"])
def test_staff_and_oneself_need_an_operator(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        start(db, cast.sanne, cast.people[who])


def test_a_parent_who_is_staff_elsewhere_needs_an_operator(db: Session, cast: Cast) -> None:
    db.add(
        Membership(
            circle=cast.circle,
            person=cast.frede,
            role=Role.NETWORK_MEMBER,
            relation=Relation.UNCLE,
        )
    )
    db.flush()
    place = db.query(Membership).filter_by(person_id=cast.frede.id, circle_id=cast.circle.id).one()
    with pytest.raises(NotAllowed):
        start_recovery(db, cast.sanne, membership_id=place.id, checked_by="met")


def test_a_professional_of_another_circle_cannot_even_find_it(db: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        start(db, cast.frede, cast.mette)
    with pytest.raises(NotFound):
        start(db, cast.birgit, cast.mette)


@pytest.mark.parametrize("checked_by", [None, "", "operator", "gættet", ["met"], 7])
def test_how_it_was_made_sure_must_be_said(db: Session, cast: Cast, checked_by: object) -> None:
    with pytest.raises(Invalid) as invalid:
        start(db, cast.sanne, cast.mette, checked_by)
    assert list(invalid.value.fields) == ["checked_by"]
    assert mails_to(db, cast.mette) == []


NEW = "mette.ny@familie.example"


@pytest.fixture
def moved(db: Session, cast: Cast) -> Recovery:
    """Mette has lost her mailbox; Sanne met her and wrote down the new one."""
    place = place_of(db, cast.mette)
    return start_recovery(
        db,
        cast.sanne,
        membership_id=place.id,
        checked_by="met",
        new_email=" Mette.Ny@familie.example",
        new_email_again=NEW,
    )


def mails_at(db: Session, address: str) -> list[Mail]:
    return list(db.scalars(select(Mail).filter_by(to_address=address).order_by(Mail.due_at)))


def test_a_new_address_gets_the_link_three_days_later_and_both_can_stop_it(
    db: Session, cast: Cast, moved: Recovery
) -> None:
    [old] = mails_at(db, cast.mette.email)
    told, link = mails_at(db, NEW)
    assert old.due_at == told.due_at == clock.now()
    assert link.due_at == clock.now() + LONG_COOLING_PERIOD
    assert moved.link_hash == hash_secret(link.secret)
    assert old.secret == told.secret
    assert NEW not in old.text
    stop_recovery(db, secret=old.secret)
    assert moved.standing is RecoveryStanding.STOPPED
    assert link.due_at is None


def test_the_address_is_mettes_when_she_has_used_the_link_and_not_before(
    db: Session, cast: Cast, moved: Recovery, november: time_machine.Traveller
) -> None:
    old, secret = cast.mette.email, mails_at(db, NEW)[1].secret
    november.shift(LONG_COOLING_PERIOD - MOMENT)
    with pytest.raises(LinkRefused, match="virker fra"):
        use_recovery(db, secret=secret, password=PASSWORD)
    assert cast.mette.email == old
    november.shift(MOMENT)
    use_recovery(db, secret=secret, password=PASSWORD)
    assert cast.mette.email == NEW
    for address in (old, NEW):
        assert "Du har fået en ny adgangskode" in {mail.subject for mail in mails_at(db, address)}


def test_an_address_that_is_somebody_elses_is_not_taken_nor_told_of_to_sanne(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    place, theirs = place_of(db, cast.mette), cast.fatima.email
    given = {"new_email": theirs, "new_email_again": theirs}
    start_recovery(db, cast.sanne, membership_id=place.id, checked_by="met", **given)
    november.shift(LONG_COOLING_PERIOD)
    secret = mails_at(db, theirs)[1].secret
    with pytest.raises(LinkRefused, match="hører allerede til en konto"):
        use_recovery(db, secret=secret, password=PASSWORD)
    db.refresh(cast.mette)
    assert cast.mette.email == "mette@familie.example"


@pytest.mark.parametrize(
    ("given", "again", "wrong"),
    [
        (NEW, "", "new_email_again"),
        (NEW, "mete.ny@familie.example", "new_email_again"),
        ("", NEW, "new_email"),
        ("mette", "mette", "new_email"),
        ("mette@familie.example", "mette@familie.example", "new_email"),
        (["x"], NEW, "new_email"),
    ],
)
def test_a_slip_in_the_new_address_starts_nothing(
    db: Session, cast: Cast, given: object, again: object, wrong: str
) -> None:
    place = place_of(db, cast.mette)
    with pytest.raises(Invalid) as invalid:
        start_recovery(
            db,
            cast.sanne,
            membership_id=place.id,
            checked_by="met",
            new_email=given,
            new_email_again=again,
        )
    assert wrong in invalid.value.fields
    assert db.scalar(select(Mail.id)) is None


def test_it_is_a_sensitive_act() -> None:
    assert is_sensitive(start_recovery)


def test_one_at_a_time(db: Session, cast: Cast, recovery: Recovery) -> None:
    with pytest.raises(Conflict):
        start(db, cast.sanne, cast.mette)


def test_three_in_a_week_and_then_the_telephone(db: Session, cast: Cast) -> None:
    for _n in range(3):
        withdraw_recovery(db, cast.sanne, recovery_id=start(db, cast.sanne, cast.mette).id)
    with pytest.raises(NotAllowed):
        start(db, cast.sanne, cast.mette)


def test_one_that_grew_too_old_gives_way(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    november.shift(COOLING_PERIOD + LINK_LIFE)
    assert recovery.standing is RecoveryStanding.EXPIRED
    assert start(db, cast.sanne, cast.mette).id != recovery.id
    assert recovery.ending is RecoveryEnding.REPLACED


def test_sanne_takes_it_back(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    secret = use_link(db, cast.mette)
    withdraw_recovery(db, cast.sanne, recovery_id=recovery.id)
    assert db.get_one(Mail, recovery.link_mail_id).due_at is None
    november.shift(COOLING_PERIOD)
    with pytest.raises(LinkRefused):
        use_recovery(db, secret=secret, password=PASSWORD)
    with pytest.raises(RecoverySettled):
        withdraw_recovery(db, cast.sanne, recovery_id=recovery.id)


@pytest.mark.parametrize("who", ["frede", "peter", "mette", "birgit"])
def test_nobody_else_finds_it_to_take_back(
    db: Session, cast: Cast, recovery: Recovery, who: str
) -> None:
    for recovery_id in (recovery.id, "x", None, ["x"]):
        with pytest.raises(NotFound):
            withdraw_recovery(db, cast.people[who], recovery_id=recovery_id)


def test_mette_stops_it_and_no_link_is_sent(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    secret, link = stop_link(db, cast.mette), use_link(db, cast.mette)
    stop_recovery(db, secret=secret)
    stop_recovery(db, secret=secret)  # twice is as good as once
    assert recovery.ending is RecoveryEnding.STOPPED
    assert db.get_one(Mail, recovery.link_mail_id).due_at is None
    november.shift(COOLING_PERIOD)
    with pytest.raises(LinkRefused, match="stoppet"):
        use_recovery(db, secret=link, password=PASSWORD)
    assert actions(db) == ["recovery.started", "recovery.stopped"]


def test_mette_can_still_stop_it_when_the_link_has_been_sent(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    november.shift(COOLING_PERIOD + timedelta(hours=1))
    stop_recovery(db, secret=stop_link(db, cast.mette))
    assert recovery.ending is RecoveryEnding.STOPPED


def test_the_link_waits_a_whole_day_and_then_lives_three(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    secret = use_link(db, cast.mette)
    november.shift(COOLING_PERIOD - MOMENT)
    with pytest.raises(LinkRefused, match="virker fra"):
        use_recovery(db, secret=secret, password=PASSWORD)
    november.shift(MOMENT + LINK_LIFE)
    with pytest.raises(LinkRefused, match="for gammelt"):
        use_recovery(db, secret=secret, password=PASSWORD)
    assert cast.mette.password_hash == "!"


def test_a_new_password_takes_every_older_way_in(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    mette = cast.mette
    own = [
        Passkey(
            person_id=mette.id,
            credential_id=b"c",
            public_key=b"p",
            user_handle=b"u",
            sign_count=0,
            name="Telefon",
        ),
        Authenticator(person_id=mette.id, sealed_secret=b"s", confirmed_at=clock.now()),
        Device(person_id=mette.id, secret_hash="d"),
        LinkedIdentity(person_id=mette.id, issuer="https://id.example", subject="s"),
    ]
    db.add_all(own)
    make_feed(db, mette)
    sessions = {hash_secret(begin_session(db, p, method=Method.PASSKEY)) for p in (mette, mette)}
    secret = use_link(db, mette)
    november.shift(COOLING_PERIOD)
    others = hash_secret(begin_session(db, cast.anders, method=Method.PASSKEY))
    sessions |= {hash_secret(begin_session(db, mette, method=Method.PASSKEY))}
    use_recovery(db, secret=secret, password=PASSWORD)
    db.flush()
    db.expire_all()
    passkey, _app, device, identity = own
    assert verify_password(PASSWORD, mette.password_hash)
    assert passkey.removed_at  # type: ignore[attr-defined]
    assert db.scalars(select(Authenticator).filter_by(person_id=mette.id)).all() == []
    assert device.forgotten_at  # type: ignore[attr-defined]
    assert identity.removed_at  # type: ignore[attr-defined]
    assert feed_of(db, mette) is None
    assert [find_live(db, session) for session in sessions] == [None] * len(sessions)
    assert find_live(db, others)
    assert pages_to_close(db) & sessions
    assert others not in pages_to_close(db)


def test_a_used_link_is_used_and_mette_is_told(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    secret, stop = use_link(db, cast.mette), stop_link(db, cast.mette)
    november.shift(COOLING_PERIOD)
    use_recovery(db, secret=secret, password=PASSWORD)
    with pytest.raises(LinkRefused, match="er brugt"):
        use_recovery(db, secret=secret, password="en helt anden adgangskode")
    with pytest.raises(LinkRefused, match="allerede brugt"):
        stop_recovery(db, secret=stop)
    assert verify_password(PASSWORD, cast.mette.password_hash)
    subjects = {mail.subject for mail in mails_to(db, cast.mette)}
    assert "Du har fået en ny adgangskode" in subjects
    assert actions(db) == ["recovery.started", "recovery.used"]


@pytest.mark.parametrize("password", ["", "kort", "x" * 129, None, ["x"], "mette@familie.example"])
def test_a_password_that_is_too_easy_uses_nothing_up(
    db: Session,
    cast: Cast,
    recovery: Recovery,
    november: time_machine.Traveller,
    password: object,
) -> None:
    november.shift(COOLING_PERIOD)
    with pytest.raises(Invalid):
        use_recovery(db, secret=use_link(db, cast.mette), password=password)
    assert recovery.standing is RecoveryStanding.OPEN


@pytest.mark.parametrize("how", ["cut", "other", "none", "list", "long"])
def test_a_link_nobody_gave_opens_nothing(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller, how: str
) -> None:
    right = use_link(db, cast.mette)
    wrong: object = {
        "cut": right[:-1],
        "other": stop_link(db, cast.mette),
        "none": "",
        "list": [right],
        "long": right + "x" * 500,
    }[how]
    november.shift(COOLING_PERIOD)
    with pytest.raises(LinkRefused, match="linket mangler"):
        use_recovery(db, secret=wrong, password=PASSWORD)
    with pytest.raises(LinkRefused, match="linket mangler"):
        stop_recovery(db, secret=right)


def test_looking_says_what_the_link_is_good_for_and_uses_nothing_up(
    db: Session, cast: Cast, recovery: Recovery, november: time_machine.Traveller
) -> None:
    link, stop = use_link(db, cast.mette), stop_link(db, cast.mette)
    assert new_access_page(db, link="", stop=stop).way == Way.STOP
    assert "virker fra" in new_access_page(db, link=link, stop="").sentence
    november.shift(COOLING_PERIOD)
    for _n in range(10):
        assert new_access_page(db, link=link, stop="").way == Way.CHOOSE
    use_recovery(db, secret=link, password=PASSWORD)
    assert new_access_page(db, link=link, stop="").way == Way.SIGN_IN
    assert "allerede brugt" in new_access_page(db, link="", stop=stop).sentence
    assert "linket mangler" in new_access_page(db, link="x", stop="").sentence
    assert new_access_page(db, link="", stop="", answered=Answered.SAVED).way == Way.SIGN_IN


def test_the_links_page_never_says_whose_it_is(db: Session, cast: Cast, recovery: Recovery) -> None:
    view = new_access_page(db, link=use_link(db, cast.mette), stop="")
    assert "Mette" not in str(view)


def test_sanne_sees_how_it_went_and_nobody_else_sees_anything(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    place = place_of(db, cast.mette)
    before = recovery_for(db, cast.sanne, place)
    assert before.can_start
    assert [option.value for option in before.checks] == ["met", "video", "called_back"]
    recovery = start(db, cast.sanne, cast.mette)
    cooling = recovery_for(db, cast.sanne, place)
    assert (cooling.can_start, cooling.recovery_id) == (False, str(recovery.id))
    assert cooling.how_it_went == "Mette får en mail med et link lørdag den 21. november kl. 09.00."
    stop_recovery(db, secret=stop_link(db, cast.mette))
    assert "selv stoppet" in recovery_for(db, cast.sanne, place).how_it_went
    for who in (cast.mette, cast.anders, cast.peter, cast.frede):
        assert recovery_for(db, who, place).membership_id == ""
    assert recovery_for(db, cast.sanne, place_of(db, cast.peter)).membership_id == ""


def test_an_operator_helps_staff(db: Session, cast: Cast) -> None:
    recovery = start_recovery_as_operator(db, cast.sanne, at_once=True)
    assert recovery.standing is RecoveryStanding.OPEN
    use_recovery(db, secret=use_link(db, cast.sanne), password=PASSWORD)
    assert verify_password(PASSWORD, cast.sanne.password_hash)


@pytest.mark.parametrize(
    ("how", "wait"),
    [
        ([], COOLING_PERIOD),
        (["--at-once"], timedelta(0)),
        (["--to", "sanne.ny@kommune.example"], LONG_COOLING_PERIOD),
    ],
)
def test_the_operators_command(
    engine: Engine, tmp_path: Path, how: list[str], wait: timedelta
) -> None:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            assemble(db)
        done = CliRunner().invoke(main, ["new-access", "Sanne@Kommune.example", *how])
        assert done.exit_code == 0, done.output
        with reading() as db:
            recovery = db.scalars(select(Recovery)).one()
            secret = db.get_one(Mail, recovery.link_mail_id).secret
        assert recovery.opens_at == clock.now() + wait
        assert secret not in done.output


def test_the_operator_is_told_when_there_is_nobody(engine: Engine, tmp_path: Path) -> None:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        done = CliRunner().invoke(main, ["new-access", "ingen@kommune.example"])
        assert done.exit_code == 1
        with reading() as db:
            assert db.scalars(select(Recovery)).all() == []
