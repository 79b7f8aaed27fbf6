"""Answering a proposal, changing the words, and what a child thinks."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals.commands import (
    propose_change,
    record_child_view,
    withdraw_proposal,
)
from herning_pwa.goals.commands.outbox import WORDS, typed
from herning_pwa.goals.state.goal import FormsOnGoalPage
from herning_pwa.i18n import _
from herning_pwa.offline.hearing import HearsOutbox

# The three answers, each with the fields that somebody has written in.
ANSWERS = {
    "agree": ("words",),
    "return": (*WORDS[:4], "comment"),
    "decline": ("starter", "reason"),
}


class AnswerGoal(HearsOutbox, FormsOnGoalPage, rx.State):
    """The forms that answer words.

    ``opened`` is the answer that is unfolded, and to which wording: when other words come
    meanwhile it closes, so that nobody answers words they have not read. What was typed stays.
    ``yours`` is what was typed when somebody else was first.
    """

    opened: str = ""
    yours: str = ""

    @rx.event
    async def begin(self, opened: str = "") -> None:
        """A page, or one of the answers, has been opened; opened again, it closes."""
        self._forget()
        self.opened = "" if opened == self.opened else str(opened)

    @rx.event
    async def heard(self, key: str, answer: str) -> Any:
        """What came of one of the three answers."""
        answer = str(answer)
        if answer not in ANSWERS:
            return None
        heard = await self._hear(key)
        self.yours = typed(self._refused_fields, *ANSWERS[answer])
        return self._tell(answer, heard, _thanks(answer))

    @rx.event
    async def propose_change(self, form: dict[str, Any]) -> Any:
        """A change to an agreed goal."""
        form = self._form(form)
        done = await self._act(
            propose_change, form=_draft("change", form), **_about(form), fields=_words(form)
        )
        self.yours = typed(form, *ANSWERS["return"])
        return self._tell("change", done, _("Your words are sent. The others are asked now."))

    @rx.event
    async def withdraw(self, form: dict[str, Any]) -> Any:
        """Take one's own proposal back."""
        form = self._form(form)
        done = await self._act(withdraw_proposal, **_about(form), reason=form.get("reason"))
        self.yours = ""
        return self._tell("withdraw", done, _("The proposal is taken back."))

    @rx.event
    async def tell_view(self, form: dict[str, Any]) -> Any:
        """What a child of ten or more thinks."""
        form = self._form(form)
        child_id = str(form.get("child_id", ""))
        done = await self._act(
            record_child_view,
            form=f"goal.view:{form.get('wording_id')}:{child_id}",
            **_about(form),
            child_id=child_id,
            kind=form.get("kind"),
            words=form.get("words"),
        )
        self.yours = typed(form, "words")
        return self._tell(f"view-{child_id}", done, _("It is written down."))


def _thanks(answer: str) -> str:
    if answer == "return":
        return _("Your words are sent. The others are asked now.")
    return _("Thank you. Your answer is saved.")


def _about(form: dict[str, Any]) -> dict[str, Any]:
    return {"goal_id": form.get("goal_id"), "wording_id": form.get("wording_id")}


def _draft(act: str, form: dict[str, Any]) -> str:
    """The name under which unsent words were kept."""
    return f"goal.{act}:{form.get('wording_id')}"


def _words(form: dict[str, Any]) -> dict[str, object]:
    return {name: form.get(name) for name in WORDS}
