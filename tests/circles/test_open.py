"""Opening a circle at the server, and the operator's command for it."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa import db as database
from herning_pwa.circles.commands.opening import NewChild, open_circle
from herning_pwa.circles.models import Circle
from herning_pwa.cli import main
from herning_pwa.errors import Invalid
from tests.cast import Cast
from tests.fresh import fresh_database, installation

PASSWORD = "rolig sommer ved fjorden"


def test_a_new_social_worker_gets_a_place_and_a_password(db: Session) -> None:
    circle = open_circle(
        db,
        name="Kredsen om Alma",
        children=[NewChild("Alma", date(2024, 1, 15)), NewChild("Lillebror")],
        responsible_name="Rita",
        email="Rita@Kommune.example",
        password=PASSWORD,
    )
    assert circle.responsible is not None
    assert circle.responsible.person.email == "rita@kommune.example"
    assert [child.age is None for child in circle.children] == [False, True]


def test_one_who_is_here_already_keeps_their_password(db: Session, cast: Cast) -> None:
    before = cast.sanne.password_hash
    circle = open_circle(
        db, name="Kredsen om Bo", children=[], responsible_name="", email=cast.sanne.email
    )
    assert circle.responsible is not None
    assert circle.responsible.person is cast.sanne
    assert cast.sanne.password_hash == before


def test_an_easy_password_opens_nothing(db: Session) -> None:
    with pytest.raises(Invalid):
        open_circle(
            db,
            name="Kredsen om Bo",
            children=[],
            responsible_name="Rita",
            email="rita@kommune.example",
            password="kort",
        )


def test_the_operators_command(engine: Engine, tmp_path: object) -> None:
    asked = ["open-circle", "--name", "Kredsen om Bo", "--child", "Bo:2020-05-01"]
    asked += ["--responsible", "Rita", "--email", "rita@kommune.example"]
    with (
        fresh_database(engine, tmp_path) as url,  # type: ignore[arg-type]
        installation(HERNING_DATABASE_URL=url),
    ):
        done = CliRunner().invoke(main, asked, input=f"{PASSWORD}\n{PASSWORD}\n")
        assert done.exit_code == 0, done.output
        assert PASSWORD not in done.output
        with database.reading() as db:
            assert db.scalars(select(Circle.name)).all() == ["Kredsen om Bo"]
