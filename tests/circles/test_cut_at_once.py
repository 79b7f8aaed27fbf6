"""The act that ends a place closes the socket itself: no loop comes by, and no clock is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from starlette.types import Message, Receive, Scope, Send

from herning_pwa import db
from herning_pwa.circles.commands import end_membership
from herning_pwa.circles.models import Membership
from herning_pwa.config import settings
from herning_pwa.people.models import Method
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.running import run
from herning_pwa.people.sessions import begin_session
from herning_pwa.web.sockets import OpenSockets, cut_all
from tests.cast import assemble
from tests.fresh import fresh_database, installation

TURNS = 20  # of the event loop: each is only what was ready to go on already


@pytest.fixture
def jens_is_in(engine: Engine, tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    """The hash of Mette's session, the secret of Jens's, and his place."""
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with db.transaction() as session:
            cast = assemble(session)
            mette = begin_session(session, cast.mette, method=Method.PASSKEY)
            jens = begin_session(session, cast.jens, method=Method.PASSKEY)
            place = session.scalars(select(Membership.id).filter_by(person_id=cast.jens.id)).one()
            given = hash_secret(mette), jens, str(place)
        yield given


async def _open_until_cut(_scope: Scope, receive: Receive, _send: Send) -> None:
    await receive()


def test_the_socket_hangs_up_by_what_the_act_says_and_waits_for_nothing(
    jens_is_in: tuple[str, str, str],
) -> None:
    mette, jens, place = jens_is_in
    cookie = f"{settings().cookie_name}={jens}".encode()
    scope = {"type": "websocket", "headers": [(b"cookie", cookie)]}
    said: list[Message] = []

    async def never() -> Message:
        return await asyncio.get_running_loop().create_future()

    async def send(message: Message) -> None:
        said.append(message)

    async def scenario() -> bool:
        line = asyncio.create_task(OpenSockets(_open_until_cut)(scope, never, send))
        await _turns()
        assert not line.done()
        ran = run(mette, end_membership, {"membership_id": place})
        assert said == []
        assert ran.closed == {hash_secret(jens)}
        cut_all(ran.closed)
        await _turns()
        return line.done()

    assert asyncio.run(scenario())
    assert said == [{"type": "websocket.close", "code": 1008}]


async def _turns() -> None:
    for _n in range(TURNS):
        await asyncio.sleep(0)
