"""Setting the ruler, from whatever page it stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa.followup import commands
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState
from herning_pwa.ui.values import FieldProblem

SETTING, BESIDE = "ruler", "ruler.beside"


class RulerSection(ActingState, rx.State):
    """What came of the form last sent. The page it stands on shows itself anew afterwards."""

    about: str = ""  # the child or reading whose form the sentences belong to
    saved: rx.Field[dict[str, int]] = rx.field(
        {}
    )  # how often each form was saved: only that one starts afresh

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said on an earlier one is over."""
        self.about, self.notice, self.conflict, self.problems, self.saved = "", "", "", [], {}

    @rx.event
    async def write(self, form: dict[str, Any]) -> None:
        """A new reading for one child."""
        form = self._form(form)
        await self._do(
            commands.set_ruler,
            str(form.get("child_id", "")),
            _("It is written down. The family can read it."),
            form=f"{SETTING}:{form.get('child_id')}",
            child_id=form.get("child_id"),
            seen=form.get("seen"),
            meeting_id=form.get("meeting_id"),
            **_said(form),
        )

    @rx.event
    async def correct(self, form: dict[str, Any]) -> None:
        """The latest reading anew, by who wrote it."""
        form = self._form(form)
        await self._do(
            commands.correct_ruler,
            str(form.get("reading_id", "")),
            _("It has been corrected. The earlier one stays in the history."),
            form=f"{SETTING}:{form.get('reading_id')}",
            reading_id=form.get("reading_id"),
            **_said(form),
        )

    @rx.event
    async def comment(self, form: dict[str, Any]) -> None:
        """The family's own words beside it."""
        form = self._form(form)
        await self._do(
            commands.comment_on_ruler,
            str(form.get("reading_id", "")),
            _("Thank you. Your words stand beside it now."),
            form=f"{BESIDE}:{form.get('reading_id')}",
            reading_id=form.get("reading_id"),
            words=form.get("words"),
        )

    async def _do(
        self, command: Callable[..., Any], about: str, thanks: str, **arguments: Any
    ) -> None:
        """Run it; the sentences go to the form they are about, whose fields end in the same.

        A correction's thanks go to the reading that has taken the earlier one's place.
        """
        done = await self._act(command, **arguments)
        if done and command is commands.correct_ruler:
            about = str(done.value.id)
        self.about = about
        self.problems = [
            FieldProblem(f"{problem.field}-{about}", problem.sentence) for problem in self.problems
        ]
        if done:
            self.notice, self.saved = thanks, {**self.saved, about: self.saved.get(about, 0) + 1}


def _said(form: dict[str, Any]) -> dict[str, Any]:
    return {"number": form.get("number"), "words": form.get("words")}
