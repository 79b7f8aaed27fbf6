"""/invitation: for whoever holds the link, signed in or not."""

from __future__ import annotations

import asyncio

import reflex as rx

from herning_pwa.circles.models import LinkProblem
from herning_pwa.circles.queries import InvitationView, invitation_page
from herning_pwa.db import reading
from herning_pwa.errors import NotSignedIn
from herning_pwa.gate import public
from herning_pwa.people.sessions import load_actor
from herning_pwa.people.state import AuthState

YES = "ja"
TRY_AGAIN = (
    LinkProblem.ADDRESS,
    LinkProblem.NAME,
    LinkProblem.TOO_EASY,
    LinkProblem.NOT_THE_SAME,
    LinkProblem.TOO_MANY,
)


class InvitationPage(rx.State):
    """``code`` is the link's secret, which came from this browser and goes back with the form."""

    invitation: InvitationView = InvitationView()
    code: str = ""
    has_said_yes: bool = False
    loaded: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        """Read the link. Looking uses nothing up."""
        auth = await self.get_state(AuthState)
        asked = self.router.url.query_parameters
        self.code = str(asked.get("kode", ""))
        self.invitation = await asyncio.to_thread(
            _read,
            auth._session_hash,
            self.code,
            str(asked.get("fejl", "")),
            str(asked.get("svar", "")),
        )
        self.has_said_yes = asked.get("svar") == YES or asked.get("fejl") in TRY_AGAIN
        self.loaded = True


def _read(session_hash: str, code: str, said: str, answered: str) -> InvitationView:
    with reading() as db:
        try:
            visitor = load_actor(db, session_hash).person
        except NotSignedIn:
            visitor = None
        return invitation_page(db, visitor, secret=code, said=said, answered=answered)
