"""How a page's State shows and acts: as the person of this moment, one transaction at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import reflex as rx
from reflex.utils.format import format_event_handler
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from herning_pwa import live
from herning_pwa.activity.commands import changed_circles, record_denied
from herning_pwa.db import reading, transaction
from herning_pwa.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound
from herning_pwa.i18n import _
from herning_pwa.people.commands import forget_form
from herning_pwa.people.frame import frame_for
from herning_pwa.people.queries import kept_forms
from herning_pwa.people.sessions import Actor, load_actor, touch
from herning_pwa.people.state import AuthState
from herning_pwa.ui.frame import Frame
from herning_pwa.ui.values import FieldProblem, KeptText

CURRENT_CIRCLE = object()
"""Stands for the circle the person has chosen to look at, in a query's or command's arguments."""

GENERAL = ""  # a problem that belongs to no single field


@dataclass(frozen=True)
class Done:
    """A command went through; ``value`` is what it returned."""

    value: Any = None


@dataclass(frozen=True)
class _Shown:
    actor: Actor
    view: Any
    frame: Frame
    kept: list[KeptText]


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

    async def _show(self, query: Callable[..., Any], var: str, **kwargs: Any) -> bool:
        """Run ``query(db, actor, **kwargs)`` and put what it gives into ``var``.

        Also fills the shell and asks to be loaded again when the person's circles
        change. Something that cannot be found marks the page as missing.
        """
        auth = await self.get_state(AuthState)
        try:
            shown = await asyncio.to_thread(_read, auth._session_hash, query, kwargs)
        except DomainError:
            self.missing, self.loaded = True, True
            return False
        setattr(self, var, shown.view)
        self.frame, self.loaded, self.missing = shown.frame, True, False
        auth.kept, auth.expires_at = shown.kept, shown.actor.expires_milliseconds
        self._watch(shown.actor)
        return True

    def _watch(self, actor: Actor) -> None:
        session = self.router.session
        live.watch(
            session.client_token,
            socket_id=session.session_id,
            load=format_event_handler(type(self).event_handlers["load"]),
            circles=[place.circle_id for place in actor.person.active_memberships],
        )

    async def _act(
        self, command: Callable[..., Any], *, form: str = "", **kwargs: Any
    ) -> Done | None:
        """Run ``command(db, actor, **kwargs)`` in one transaction and tell the other open pages.

        None when it was refused: the sentences then stand in ``problems`` or ``conflict``.
        ``form`` names the kept form that has now been sent.
        """
        self.problems, self.conflict, self.notice = [], "", ""
        auth = await self.get_state(AuthState)
        try:
            value, circles = await asyncio.to_thread(
                _write, auth._session_hash, command, form, kwargs
            )
        except Invalid as error:
            self.problems = [FieldProblem(*problem) for problem in error.fields.items()]
        except Conflict as error:
            self.conflict = str(error)
        except DomainError as error:
            self.problems = [FieldProblem(GENERAL, str(error))]
        else:
            await live.changed(circles, but=self.router.session.client_token)
            return Done(value)
        return None

    def _form(self, form: object) -> dict[str, Any]:
        """The form's fields; empty for anything that is not a form."""
        return form if isinstance(form, dict) else {}

    def _param(self, name: str) -> str:
        """A part of the address, as it was sent."""
        return str(self.router_data.get("query", {}).get(name, ""))

    def _query(self, name: str) -> str:
        """A parameter after the address's question mark, as it was sent."""
        return str(self.router.url.query_parameters.get(name, ""))


def _with_circle(kwargs: dict[str, Any], circle_id: UUID | None) -> dict[str, Any]:
    return {name: circle_id if value is CURRENT_CIRCLE else value for name, value in kwargs.items()}


def _read(session_hash: str, query: Callable[..., Any], kwargs: dict[str, Any]) -> _Shown:
    with reading() as db:
        actor = load_actor(db, session_hash)
        view = query(db, actor.person, **_with_circle(kwargs, actor.circle_id))
        kept = [KeptText(**row) for row in kept_forms(db, actor.person)]
        return _Shown(actor, view, frame_for(actor), kept)


def _write(
    session_hash: str, command: Callable[..., Any], form: str, kwargs: dict[str, Any]
) -> tuple[Any, set[UUID]]:
    try:
        with transaction() as db:
            actor = load_actor(db, session_hash)
            touch(db, actor.session_id)
            value = command(db, actor.person, **_with_circle(kwargs, actor.circle_id))
            if form:
                forget_form(db, actor.person, form=form)
            return value, set(changed_circles(db))
    except (NotAllowed, NotFound) as error:
        _log_denied(session_hash, command, kwargs, error)
        raise
    except (StaleDataError, IntegrityError):
        raise Conflict(
            _("Somebody else changed this at the same time. Look at it again before you send.")
        ) from None


def _log_denied(
    session_hash: str, command: Callable[..., Any], kwargs: dict[str, Any], error: DomainError
) -> None:
    """A refused attempt is a row of its own: the refused work was rolled back."""
    with transaction() as db:
        actor = load_actor(db, session_hash)
        record_denied(
            db,
            actor.person.id,
            command.__name__,
            object_id=_object_of(kwargs),
            reason=type(error).__name__,
        )


def _object_of(kwargs: dict[str, Any]) -> UUID | None:
    """The id the attempt was about: the first argument whose name ends in ``_id``."""
    for name, value in kwargs.items():
        if name.endswith("_id") and isinstance(value, str | UUID):
            try:
                return UUID(str(value))
            except ValueError:
                return None
    return None
