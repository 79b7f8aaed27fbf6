"""Every byte that /was sends, on a raw socket: nothing the reader may not see is among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from herning_pwa import routes
from tests.server import Server
from tests.sockets import tab
from tests.walls.test_gate import cookie_of

KEPT = "Kan vi tale om det?"  # Freja, to Sanne alone
PARENTS_ONLY = "Jeg tager en pause"
DINNER = "aftensmad"
HOSTS = {"sanne": "kommune", "frede": "kommune"}


@pytest.fixture(scope="module")
def ids(server: Server) -> Iterator[dict[str, str]]:
    """Everybody's place, by first name, and the goal that Freja has said something kept about."""
    engine = create_engine(server.database_url)
    places = text(
        "SELECT lower(first_name), membership.id FROM membership JOIN person ON person.id ="
        " person_id"
    )
    kept = text("SELECT goal_id FROM progress_entry WHERE kept_for = 'responsible'")
    with engine.connect() as db:
        found = {name: str(place) for name, place in db.execute(places)}
        yield {**found, "goal": str(db.execute(kept).scalar_one())}
    engine.dispose()


def heard(server: Server, reader: str, *paths: str) -> str:
    """Everything the reader's socket ever got while it looked at these pages."""
    email = f"{reader}@{HOSTS.get(reader, 'familie')}.example"
    with tab(server.url, cookie=cookie_of(server, email)) as phone:
        for path in paths:
            phone.open(path)
        return phone.heard()


def everything(ids: dict[str, str], other: str) -> list[str]:
    place = ids[other]
    return [
        routes.as_somebody(place),
        routes.as_somebody(place, part="moeder"),
        routes.as_somebody(place, part="kreds"),
        routes.as_somebody(place, goal_id=ids["goal"]),
    ]


def test_sanne_sees_what_freja_said_to_her_and_mette_does_not(
    server: Server, ids: dict[str, str]
) -> None:
    sannes = heard(server, "sanne", *everything(ids, "freja"))
    assert KEPT in sannes
    mettes = heard(server, "mette", *everything(ids, "freja"))
    assert DINNER in mettes
    assert KEPT not in mettes


def test_what_parents_keep_is_not_in_what_inger_sees(server: Server, ids: dict[str, str]) -> None:
    mettes = heard(server, "mette", *everything(ids, "inger"))
    assert DINNER in mettes
    assert PARENTS_ONLY not in mettes


@pytest.mark.parametrize(
    ("reader", "other"),
    [("anders", "mette"), ("inger", "jens"), ("freja", "inger"), ("frede", "inger")],
)
def test_nobody_else_gets_a_byte_of_it(
    server: Server, ids: dict[str, str], reader: str, other: str
) -> None:
    bytes_ = heard(server, reader, *everything(ids, other))
    assert DINNER not in bytes_
    assert "Du ser kredsen, som" not in bytes_
    assert "Traceback" not in bytes_
