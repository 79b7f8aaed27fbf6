"""The last guard: what was proposed or answered is never rewritten, whatever code tries."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm.attributes import instance_state

from herning_pwa.goals.models.kinds import WordingState
from herning_pwa.goals.models.wording import Answer, ChildView, Wording, Words


class WordsNeverChange(RuntimeError):
    """Code tried to rewrite what somebody has proposed or answered."""


FIXED = (*asdict(Words("")), "goal_id", "number", "comment", "proposed_by_id")


def _was_proposed(wording: Wording) -> bool:
    before = instance_state(wording).attrs.state.history.deleted
    return (before[0] if before else wording.state) is not WordingState.DRAFT


@event.listens_for(Wording, "before_update")
def _keep_words(_mapper: Any, _connection: Any, wording: Wording) -> None:
    attributes = instance_state(wording).attrs
    if _was_proposed(wording) and any(attributes[name].history.has_changes() for name in FIXED):
        raise WordsNeverChange


@event.listens_for(Wording, "before_delete")
def _keep_wording(_mapper: Any, _connection: Any, wording: Wording) -> None:
    if _was_proposed(wording):
        raise WordsNeverChange


@event.listens_for(Answer, "before_update")
@event.listens_for(ChildView, "before_update")
def _keep_answer(_mapper: Any, _connection: Any, answer: Answer | ChildView) -> None:
    changes = (attribute.history.has_changes() for attribute in instance_state(answer).attrs)
    if any(changes):
        raise WordsNeverChange


@event.listens_for(Answer, "before_delete")
@event.listens_for(ChildView, "before_delete")
def _never_delete(_mapper: Any, _connection: Any, _answer: Answer | ChildView) -> None:
    raise WordsNeverChange
