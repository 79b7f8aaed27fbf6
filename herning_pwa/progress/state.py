"""Recording progress, from whatever page the form stands on."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import clock, routes
from herning_pwa.i18n import _, clock_time
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState, Done
from herning_pwa.progress.commands import correct_progress, record_progress, withdraw_progress
from herning_pwa.progress.models import KeptFor
from herning_pwa.progress.queries.write import WriteView, write_page
from herning_pwa.ui.problems import FieldProblem

WRITING = "progress"
CONFIDING = "progress-alone"


class RecordProgress(ActingState, rx.State):
    """What came of the form last sent. The page it stands on shows itself anew afterwards."""

    about: str = ""  # the goal or entry whose form the sentences belong to
    saved: int = 0  # goes up with each save: the forms then start afresh
    _carried: bool = False  # the thanks is to be read on the page that opens next

    @rx.event
    async def record(self, form: dict[str, Any]) -> None:
        """Save what a person says about a goal."""
        form = self._form(form)
        goal_id = str(form.get("goal_id", ""))
        done = await self._act(
            record_progress,
            form=f"{WRITING}:{goal_id}",
            goal_id=goal_id,
            **_said(form),
            **_for(form),
        )
        self._tell(goal_id, done, _saved_now())

    @rx.event
    async def correct(self, form: dict[str, Any]) -> None:
        """Save what a person says instead."""
        form = self._form(form)
        entry_id = str(form.get("entry_id", ""))
        done = await self._act(
            correct_progress, form=f"{WRITING}:{entry_id}", entry_id=entry_id, **_said(form)
        )
        self._tell(str(done.value.id) if done else entry_id, done, _saved_now())

    @rx.event(temporal=True)
    async def withdraw(self, entry_id: str) -> None:
        """Take back what a person said."""
        done = await self._act(withdraw_progress, entry_id=entry_id)
        self._tell(str(entry_id), done, _("It has been taken back."))

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said to an earlier form is over."""
        if self._carried:
            self._carried = False
            return
        self.about, self.notice, self.conflict, self.problems = "", "", "", []

    def _tell(self, about: str, done: Done | None, thanks: str) -> None:
        """Sentences go to the form they are about: the ids of its fields end in the same."""
        self.about = about
        self.problems = [
            FieldProblem(f"{problem.field}-{about}", problem.sentence) for problem in self.problems
        ]
        if done:
            self.saved += 1
            self.notice = thanks


class WritePage(ActingState, rx.State):
    """The page behind the pen: which goal, and how it goes."""

    view: WriteView = WriteView()

    @rx.event
    async def load(self) -> None:
        """Show the goals one may write about; ``?maal=`` chooses one beforehand, ``?til=`` the
        reader."""
        await self._show(
            write_page,
            "view",
            circle_id=CURRENT_CIRCLE,
            goal_id=self._query("maal"),
            to=self._query("til"),
        )

    @rx.event
    async def record(self, form: dict[str, Any]) -> Any:
        """Save, and go to the goal, where the new voice now stands."""
        form = self._form(form)
        goal_id = str(form.get("goal_id", ""))
        done = await self._act(
            record_progress, form=WRITING, goal_id=goal_id, **_said(form), **_for(form)
        )
        if not done:
            return None
        recording = await self.get_state(RecordProgress)
        recording._tell(goal_id, done, _saved_now())
        recording._carried = True
        return rx.redirect(routes.goal(goal_id))

    @rx.event
    async def confide(self, form: dict[str, Any]) -> Any:
        """Send it to the adviser alone, whatever the form says, and go back to today."""
        form = self._form(form)
        done = await self._act(
            record_progress,
            form=CONFIDING,
            goal_id=str(form.get("goal_id", "")),
            kept_for=KeptFor.RESPONSIBLE,
            **_said(form),
        )
        if not done:
            return None
        recording = await self.get_state(RecordProgress)
        recording._tell(CONFIDING, done, _sent_now())
        recording._carried = True
        return rx.redirect(routes.HOME)


def _said(form: dict[str, Any]) -> dict[str, Any]:
    fields = ("client_key", "rating", "note", "happened_on")
    return {name: form.get(name) for name in fields}


def _for(form: dict[str, Any]) -> dict[str, Any]:
    """Whose eyes it is for, as the form says; never filled in here."""
    return {"kept_for": form.get("kept_for")}


def _sent_now() -> str:
    return _("Sent at {time}. Nobody else can see it.").format(time=clock_time(clock.now()))


def _saved_now() -> str:
    return _("Saved. Sent at {time}.").format(time=clock_time(clock.now()))
