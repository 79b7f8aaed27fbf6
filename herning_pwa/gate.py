"""The gate: before every event, who is this, now?

Any method of any State can be called by anyone who opens a socket, with any tab's
token. So the gate denies by default, reads the session from the database for each
event, and binds a tab's state to the session that filled it. A state that belongs to
another session is emptied, and only by the one event that sends the whole tree anew.

Staff who have shown only one factor reach the handlers marked ``@without_second_factor``
and no others.

The gate says who. The policy inside each command says whether.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import reflex as rx
from reflex.app import App
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

from herning_pwa import clock, routes
from herning_pwa.activity.commands import record_denied
from herning_pwa.db import reading, transaction
from herning_pwa.people.cookies import session_hash_of
from herning_pwa.people.second_factor import is_open_without_second_factor, without_second_factor
from herning_pwa.people.sessions import TOUCH_INTERVAL, LiveSession, find_live, touch
from herning_pwa.people.state import AuthState

__all__ = ["Gate", "is_public", "public", "without_second_factor"]

Handler = TypeVar("Handler", bound=Callable[..., Any])

PUBLIC_MARK = "_public"
SETVAR = ".setvar"
BINDING_EVENT = ".hydrate_and_load"
NAVIGATION_EVENTS = (BINDING_EVENT, ".on_load_internal")
LOGGED_NAME_LENGTH = 60


def public(handler: Handler) -> Handler:
    """Mark a handler that a person who is not signed in may call. Goes under ``@rx.event``."""
    setattr(handler, PUBLIC_MARK, True)
    return handler


def is_public(handler: Any) -> bool:
    return bool(getattr(handler.fn, PUBLIC_MARK, False))


def _find(session_hash: str, *, is_navigation: bool) -> LiveSession | None:
    """The live session. Moving about counts as activity; a page reloading itself does not."""
    with reading() as db:
        session = find_live(db, session_hash) if session_hash else None
    if session and is_navigation and session.last_seen_at < clock.now() - TOUCH_INTERVAL:
        with transaction() as db:
            touch(db, session.id)
    return session


def _log_denied(session: LiveSession | None, event_name: str, reason: str) -> None:
    with transaction() as db:
        record_denied(
            db,
            session.person_id if session else None,
            event_name.rpartition("___")[2][-LOGGED_NAME_LENGTH:],
            object_id=None,
            reason=reason,
        )


class Gate(rx.Middleware):
    """Deny by default, before every event: foreground, background, chained and internal."""

    async def preprocess(
        self,
        app: App,  # noqa: ARG002 - Reflex's signature
        state: BaseState,
        event: Event,
    ) -> StateUpdate | None:
        """None lets the event through; anything else stops it."""
        registered = RegistrationContext.get().event_handlers[event.name]
        is_internal = registered.states[0].__module__.startswith("reflex.")
        session = await asyncio.to_thread(
            _find,
            session_hash_of(state.router.headers.cookie),
            is_navigation=event.name.endswith(NAVIGATION_EVENTS),
        )
        if event.name.endswith(SETVAR):
            await asyncio.to_thread(_log_denied, session, event.name, "setvar")
            return StateUpdate()
        if not await self._is_bound(state, event, session):
            return StateUpdate() if is_internal else _to(routes.SIGN_IN)
        if is_internal or is_public(registered.handler):
            return None
        if session is None:
            await asyncio.to_thread(_log_denied, session, event.name, "signed_out")
            return _to(routes.SIGN_IN)
        if session.is_limited and not is_open_without_second_factor(registered.handler.fn):
            await asyncio.to_thread(_log_denied, session, event.name, "second_factor")
            return _to(routes.SETTINGS)
        return None

    async def _is_bound(self, state: BaseState, event: Event, session: LiveSession | None) -> bool:
        """Whether the tab's state belongs to this session, binding it when it may be bound.

        Only the event that loads and sends the whole tree may bind; any other would
        leave parts of somebody else's state behind.
        """
        wanted = session.secret_hash if session else ""
        auth = await state.get_state(AuthState)
        if auth._session_hash == wanted:
            return True
        if not event.name.endswith(BINDING_EVENT):
            return False
        state.reset()  # type: ignore[no-untyped-call]
        auth = await state.get_state(AuthState)
        auth._session_hash = wanted
        return True


def _to(address: str) -> StateUpdate:
    return StateUpdate(events=Event.from_event_type(rx.redirect(address)))
