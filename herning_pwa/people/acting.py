"""How a page's State shows and acts: as the person of this moment, one transaction at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.utils.format import format_event_handler
from sqlalchemy.orm import Session

from herning_pwa import clock, live
from herning_pwa.errors import Conflict, DomainError, Invalid, NotFresh
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.people.running import CURRENT_CIRCLE, look, run
from herning_pwa.people.sessions import Actor
from herning_pwa.people.state import AuthState
from herning_pwa.ui.frame import Frame
from herning_pwa.ui.values import FieldProblem
from herning_pwa.web.sockets import cut_all

__all__ = ["CURRENT_CIRCLE", "ActingState", "Done", "put"]

GENERAL = ""  # a problem that belongs to no single field


@dataclass(frozen=True)
class Done:
    """A command went through; ``value`` is what it returned."""

    value: Any = None


class ActingState(rx.State, mixin=True):
    """What every page's State has. Add it before ``rx.State``.

    The page's own load handler must be called ``load``.
    """

    frame: Frame = Frame()
    loaded: bool = False
    missing: bool = False
    problems: list[FieldProblem] = []
    conflict: str = ""
    notice: str = ""
    gone: str = ""  # the circle this page was about, when the person has no place there any more
    must_prove: bool = False  # a sensitive act waits until the person has shown who they are
    _socket_id: str = ""  # the connection that was last told what is shown

    async def _show(self, query: Callable[..., Any], var: str, **arguments: Any) -> bool:
        """Run ``query(db, actor, **arguments)`` and put what it gives into ``var``.

        Also fills the shell and asks to be loaded again when the person's circles
        change. Something that cannot be found, or no longer, empties the page and
        marks it as missing.
        """
        auth, since = await self.get_state(AuthState), live.moment()
        try:
            seen = await asyncio.to_thread(
                look, auth._session_hash, query, arguments, is_asked=not self.loaded
            )
        except DomainError:
            before, gone = self.frame, self.gone
            if not self.missing:
                self.reset()  # type: ignore[no-untyped-call]
                self.missing, self.loaded, self.gone = True, True, gone
            await self._look_around(before)
            return False
        gone = _gone_from(self.frame, seen.frame)
        if self._socket_id != self.router.session.session_id:  # the last one may not have heard it
            gone = gone or self.gone
        actor = seen.actor
        waits = self.must_prove and not actor.is_fresh
        put(self, **{var: seen.view}, gone=gone, frame=seen.frame, loaded=True, missing=False)
        put(self, must_prove=waits)
        put(auth, kept=seen.kept, person=str(actor.person.id), session=str(actor.session_id))
        if not self.is_hydrated:  # the reader has come here, nobody else's act: their clock runs on
            put(auth, expires_at=actor.expires_milliseconds, seen_at=clock.milliseconds())
        if self._watch(actor, since):
            return await self._show(query, var, **arguments)
        return True

    async def _look_around(self, before: Frame) -> None:
        """Fill the shell although there is nothing to show in it, and say what has been lost."""
        auth = await self.get_state(AuthState)
        live.forget(self.router.session.client_token)
        with suppress(DomainError):
            since = live.moment()
            seen = await asyncio.to_thread(look, auth._session_hash, _nothing, {})
            put(self, frame=seen.frame, gone=_gone_from(before, seen.frame) or self.gone)
            self._watch(seen.actor, since)

    def _watch(self, actor: Actor, since: int) -> bool:
        """Whether what was looked up at ``since`` has changed before it could be watched."""
        session = self.router.session
        self._socket_id = session.session_id
        return live.watch(
            session.client_token,
            socket_id=session.session_id,
            load=format_event_handler(type(self).event_handlers["load"]),
            circles=[
                actor.person.id,
                *(place.circle_id for place in actor.person.active_memberships),
            ],
            since=since,
        )

    async def _act(
        self, command: Callable[..., Any], *, form: str = "", **arguments: Any
    ) -> Done | None:
        """Run ``command(db, actor, **arguments)`` in one transaction and tell the other pages.

        None when it was refused: the sentences then stand in ``problems`` or ``conflict``, or
        ``must_prove`` asks the person to show who they are first.
        ``form`` names the kept form that has now been sent.
        """
        self.problems, self.conflict, self.notice, self.must_prove = [], "", "", False
        auth = await self.get_state(AuthState)
        try:
            ran = await asyncio.to_thread(run, auth._session_hash, command, arguments, form=form)
        except DomainError as error:
            self._say_why(error)
            return None
        auth.expires_at = ran.expires_milliseconds
        cut_all(ran.closed)
        await live.changed(ran.circles, but=self.router.session.client_token)
        return Done(ran.value)

    def _say_why(self, error: DomainError) -> None:
        """What a refusal shows."""
        if isinstance(error, Invalid):
            self.problems = [FieldProblem(*problem) for problem in error.fields.items()]
        elif isinstance(error, Conflict):
            self.conflict = str(error)
        elif isinstance(error, NotFresh):
            self.must_prove = True
        else:
            self.problems = [FieldProblem(GENERAL, str(error))]

    async def _choose_circle(self, circle_id: object) -> None:
        """Look at another of the person's circles from now on."""
        auth = await self.get_state(AuthState)
        await auth._choose_circle(circle_id)

    def _form(self, form: object) -> dict[str, Any]:
        """The form's fields; empty for anything that is not a form."""
        return form if isinstance(form, dict) else {}

    def _param(self, name: str) -> str:
        """A part of the address, as it was sent."""
        return str(self.router_data.get("query", {}).get(name, ""))

    def _query(self, name: str) -> str:
        """A parameter after the address's question mark, as it was sent."""
        return str(self.router.url.query_parameters.get(name, ""))


def put(state: rx.State, **values: Any) -> None:
    """Set what is new, and nothing else: what is set is sent.

    A page that loads itself again because somebody acted must not get so much as a sign of it
    when its reader sees nothing of the act.
    """
    for name, value in values.items():
        if getattr(state, name) != value:
            setattr(state, name, value)


def _nothing(_db: Session, _actor: Person) -> None:
    """A look at nothing but the shell."""


def _gone_from(before: Frame, now: Frame) -> str:
    """A sentence about the circle that was being looked at, when it is no longer there."""
    still = {circle.id for circle in now.circles}
    lost = [c.name for c in before.circles if c.is_current and c.id not in still]
    return _("You are no longer in {circle}.").format(circle=lost[0]) if lost else ""
