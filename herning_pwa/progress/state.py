"""Recording progress, from whatever page the form stands on."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import clock, routes
from herning_pwa.i18n import _, clock_time
from herning_pwa.offline.hearing import Heard, HearsOutbox
from herning_pwa.people.acting import CURRENT_CIRCLE, Done
from herning_pwa.progress.commands import withdraw_progress
from herning_pwa.progress.queries.write import WriteView, write_page
from herning_pwa.ui.problems import FieldProblem

WRITING = "progress"
CONFIDING = "progress-alone"


class RecordProgress(HearsOutbox, rx.State):
    """What came of the form last sent. The page it stands on shows itself anew afterwards."""

    about: str = ""  # the goal or entry whose form the sentences belong to
    saved: int = 0  # goes up with each save: the forms then start afresh
    _carried: bool = False  # the thanks is to be read on the page that opens next

    @rx.event
    async def heard(self, key: str, about: str) -> None:
        """What came of what a person said about a goal."""
        self._tell(about, await self._hear(key), _saved_now())

    @rx.event
    async def heard_correction(self, key: str, about: str) -> None:
        """What came of what a person said instead."""
        heard = await self._hear(key)
        self._tell(heard.value_id if heard else about, heard, _saved_now())

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

    def _tell(self, about: object, done: Done | Heard | None, thanks: str) -> None:
        """Sentences go to the form they are about: the ids of its fields end in the same."""
        self.about = str(about)
        self.problems = [
            FieldProblem(f"{problem.field}-{about}", problem.sentence) for problem in self.problems
        ]
        if done:
            self.saved += 1
            self.notice = thanks


class WritePage(HearsOutbox, rx.State):
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
    async def heard(self, key: str) -> Any:
        """Once it is saved, on to the goal, where the new voice now stands."""
        heard = await self._hear(key)
        if not heard:
            return None
        goal_id = heard.fields.get("goal_id", "")
        await self._carry(goal_id, heard, _saved_now())
        return rx.redirect(routes.goal(goal_id))

    @rx.event
    async def heard_alone(self, key: str) -> Any:
        """Once the adviser has it, back to today."""
        heard = await self._hear(key)
        if not heard:
            return None
        await self._carry(CONFIDING, heard, _sent_now())
        return rx.redirect(routes.HOME)

    async def _carry(self, about: str, heard: Heard, thanks: str) -> None:
        """The thanks is read on the page that opens next."""
        recording = await self.get_state(RecordProgress)
        recording._tell(about, heard, thanks)
        recording._carried = True


def _sent_now() -> str:
    return _("Sent at {time}. Nobody else can see it.").format(time=clock_time(clock.now()))


def _saved_now() -> str:
    return _("Saved. Sent at {time}.").format(time=clock_time(clock.now()))
