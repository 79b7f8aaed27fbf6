"""/loefter: asking, offering, taking and keeping."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import reflex as rx

from herning_pwa.commitments import commands
from herning_pwa.commitments.queries.asking import MYSELF
from herning_pwa.commitments.queries.page import CommitmentsView, commitments_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState, put

ACTS = {
    "take": commands.take_commitment,
    "release": commands.release_commitment,
    "keep": commands.keep_commitment,
    "withdraw": commands.withdraw_commitment,
}


class CommitmentsPage(ActingState, rx.State):
    """``form_key`` belongs to one filled-in form: sent twice, it is one commitment."""

    view: CommitmentsView = CommitmentsView()
    form_key: str = ""

    @rx.event
    async def load(self) -> None:
        put(self, form_key=self.form_key or str(uuid4()))
        await self._show(
            commitments_page, "view", circle_id=CURRENT_CIRCLE, asked=self._query("til")
        )

    @rx.event
    async def write(self, form: dict[str, Any]) -> Any:
        """Ask for help, or offer it."""
        form = self._form(form)
        who = form.get("who")
        named = {} if who == MYSELF else {"meant_for": who}
        done = await self._act(
            commands.offer_help if who == MYSELF else commands.ask_for_help,
            form="commitment",
            circle_id=form.get("circle_id"),
            form_key=form.get("form_key"),
            what=form.get("what"),
            on_day=form.get("on_day"),
            **named,
        )
        if done:
            self.form_key = str(uuid4())
            self.notice = _("It is written down. The others can see it.")
        return type(self).load

    @rx.event(temporal=True)
    async def change(self, commitment_id: str, act: str) -> Any:
        """One tap: take, release, keep or withdraw."""
        command = ACTS.get(act) if isinstance(act, str) else None
        if command and await self._act(command, commitment_id=commitment_id):
            self.notice = {
                "take": _("Thank you. The others can see that you will do it."),
                "release": _("That is quite all right. Now others can say yes."),
                "keep": _("Thank you for your help."),
                "withdraw": _("It has been taken away."),
            }[act]
        return type(self).load
