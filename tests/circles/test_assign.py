"""The responsible professional has fallen ill at once: an administrator gives the circle on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from click.testing import CliRunner
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa import db as database
from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands.assigning import assign_responsible
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.models import Handover
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.circles.queries import circle_page
from herning_pwa.circles.run import carry_out_due
from herning_pwa.cli import main
from herning_pwa.errors import Invalid, NotAllowed
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Method, Person
from herning_pwa.people.sessions import begin_session
from herning_pwa.privacy.queries import as_json
from tests.cast import Cast, assemble
from tests.circles.conftest import NOW
from tests.circles.handing import FERIE, arrive, given, midnight, sees, who_answers
from tests.fresh import fresh_database, installation

SANNE, FREDE = "sanne@kommune.example", "frede@kommune.example"
REASON = "Sanne er blevet syg."


def assign(db: Session, cast: Cast, by: str = "otto", **other: object) -> int:
    asked = {"giver": SANNE, "taker": FREDE, "reason": REASON, **other}
    done = assign_responsible(db, cast.people[by], **asked)
    db.flush()
    return done


def carried_out(db: Session, cast: Cast) -> None:
    """The loop has come by."""
    settle(db, cast.circle.id)
    db.expire_all()


def test_frede_has_the_circle_and_sanne_is_out(db: Session, cast: Cast) -> None:
    assert assign(db, cast) == 1
    assert not sees(db, cast.sanne, cast.circle), "also before the loop comes by"
    carried_out(db, cast)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assert not sees(db, cast.sanne, cast.circle)
    told = circle_page(db, cast.mette, circle_id=cast.circle.id).handover
    assert told.heading == "Frede er jeres rådgiver nu"


def test_everybody_is_told_and_otto_stands_in_the_log(db: Session, cast: Cast) -> None:
    assign(db, cast)
    told = select(Person.first_name).join(Mail, Mail.to_person_id == Person.id)
    assert {"Mette", "Anders", "Karl", "Freja", "Inger", "Jens", "Frede"} <= set(db.scalars(told))
    by = select(Activity.actor_id).where(Activity.action == "handover.assigned")
    assert db.scalars(by).all() == [cast.otto.id]


def test_for_a_period_sanne_comes_back_by_herself(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    assign(db, cast, back_on=date(2026, 12, 1))
    carried_out(db, cast)
    assert who_answers(db, cast.circle.id) == ["Frede"]
    reason = circle_page(db, cast.mette, circle_id=cast.circle.id).handover.reason
    assert reason == f"Kommunen skriver: {REASON}"
    arrive(db, cast, november, midnight("2026-12-01"))
    assert who_answers(db, cast.circle.id) == ["Sanne"]


def test_the_words_are_ottos_and_not_sannes(db: Session, cast: Cast) -> None:
    assign(db, cast)
    assert REASON in as_json(db, cast.otto)
    assert REASON not in as_json(db, cast.sanne)


def test_a_substitute_who_falls_ill_gives_the_circle_back(
    db: Session, cast: Cast, november: time_machine.Traveller
) -> None:
    given(db, cast)
    arrive(db, cast, november, midnight("2026-12-02"))
    assert who_answers(db, cast.circle.id) == ["Frede"]
    assign(db, cast, giver=FREDE, taker=SANNE, circle=cast.circle.name)
    assert who_answers(db, cast.circle.id) == ["Sanne"]


def test_what_was_agreed_for_later_gives_way(db: Session, cast: Cast) -> None:
    later = given(db, cast, plan=FERIE)
    assign(db, cast, taker="peter@kommune.example")
    carried_out(db, cast)
    assert later.outcome is Outcome.CHANGED
    assert who_answers(db, cast.circle.id) == ["Peter"]


@pytest.mark.parametrize("name", ["sanne", "peter", "birgit", "mette"])
def test_nobody_else_assigns(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        assign(db, cast, by=name)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("giver", "peter@kommune.example"),  # in the circle, and not responsible for it
        ("giver", "nobody@kommune.example"),
        ("taker", "mette@familie.example"),
        ("taker", "birgit@kommune.example"),
        ("taker", SANNE),
        ("taker", ""),
        ("reason", " "),
        ("back_on", NOW.date()),
        ("back_on", NOW.date() - timedelta(days=1)),
    ],
)
def test_what_cannot_be_done(db: Session, cast: Cast, field: str, value: object) -> None:
    with pytest.raises(Invalid) as refused:
        assign(db, cast, **{field: value})
    assert list(refused.value.fields) == [field]
    assert db.scalars(select(Handover)).all() == []


def test_another_circle_of_that_name_is_not_found(db: Session, cast: Cast) -> None:
    with pytest.raises(Invalid):
        assign(db, cast, circle=cast.other_circle.name)


def test_the_operators_command_and_the_loop_that_closes_the_pages(
    engine: Engine, tmp_path: object
) -> None:
    asked = ["assign-responsible", SANNE, FREDE, "--by", "otto@kommune.example"]
    with (
        fresh_database(engine, tmp_path) as url,  # type: ignore[arg-type]
        installation(HERNING_DATABASE_URL=url),
    ):
        with database.transaction() as db:
            cast = assemble(db)
            begin_session(db, cast.sanne, method=Method.PASSWORD)
            circle_id = cast.circle.id
        done = CliRunner().invoke(main, [*asked, "--reason", REASON])
        assert done.exit_code == 0, done.output
        assert "Emil" not in done.output
        assert len(carry_out_due().closed) == 1
        with database.reading() as db:
            assert who_answers(db, circle_id) == ["Frede"]
