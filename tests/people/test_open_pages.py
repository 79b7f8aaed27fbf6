"""Between looking up what a page shows and being told of changes nothing may be missed."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

from herning_pwa import live


def opens(token: str, circle: UUID, since: int) -> bool:
    return live.watch(token, socket_id="socket", load="load", circles=[circle], since=since)


def test_what_changed_while_the_page_was_looked_up_is_looked_up_again() -> None:
    token, circle = uuid4().hex, uuid4()
    since = live.moment()
    asyncio.run(live.changed({circle}))
    assert opens(token, circle, since)
    assert not opens(token, circle, since), "watched by now: the change is told"


def test_a_change_before_or_elsewhere_is_no_reason() -> None:
    circle = uuid4()
    asyncio.run(live.changed({circle}))
    since = live.moment()
    asyncio.run(live.changed({uuid4()}))
    assert not opens(uuid4().hex, circle, since)
