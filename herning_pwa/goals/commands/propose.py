"""Sending a goal or other words for one, and taking a proposal back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, require
from herning_pwa.fields import Check, checking
from herning_pwa.goals.commands.reading import read_words
from herning_pwa.goals.commands.sight import choose_audience
from herning_pwa.goals.models import (
    ChildView,
    Goal,
    ViewKind,
    Wording,
    WordingState,
    Words,
    answer_due,
)
from herning_pwa.goals.policy import (
    asked_children,
    may_propose,
    may_propose_change,
    may_withdraw,
)
from herning_pwa.goals.queries.find import find_wording, goal_to_change
from herning_pwa.goals.queries.meanwhile import meanwhile
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def propose_goal(
    db: Session, actor: Person, *, goal_id: object, audience: object, named: object = ()
) -> UUID:
    """Send the draft to those who decide. A second tap finds it sent and changes nothing."""
    goal = goal_to_change(db, actor, goal_id)
    if not goal.is_draft and goal.proposed_by_id == actor.id:
        return goal.id
    require(goal.is_draft and may_propose(actor, goal.circle_id))
    with checking() as check:
        _check_complete(check, goal)
        choose_audience(check, actor, goal, audience, named)
    goal.propose(actor, due_on=answer_due(), stands_behind=stands_behind(actor, goal))
    _agree_as_child(actor, goal)
    record(db, actor, "goal.proposed", goal)
    return goal.id


def propose_change(
    db: Session, actor: Person, *, goal_id: object, wording_id: object, fields: dict[str, object]
) -> None:
    """Other words for an agreed goal. ``fields`` are the form's: title, why, signs …, comment."""
    goal = goal_to_change(db, actor, goal_id)
    refuse_overtaken(goal, find_wording(goal, wording_id))
    require(may_propose_change(actor, goal))
    with checking() as check:
        words = read_words(check, fields, before=goal.shown_wording.words)
        comment = check.text("comment", fields.get("comment"))
        refuse_same_words(check, goal.shown_wording, words)
    goal.propose_change(
        actor, words, comment, due_on=answer_due(), stands_behind=stands_behind(actor, goal)
    )
    _agree_as_child(actor, goal)
    record(db, actor, "goal.change_proposed", goal)


def withdraw_proposal(
    db: Session, actor: Person, *, goal_id: object, wording_id: object, reason: object = ""
) -> None:
    """Take back what one proposed. It stays in the story; taking it back twice changes nothing."""
    goal = goal_to_change(db, actor, goal_id)
    wording = find_wording(goal, wording_id)
    if wording.state is WordingState.WITHDRAWN:
        return
    if not wording.is_open:
        raise Conflict(meanwhile(goal, wording))
    require(may_withdraw(actor, goal))
    with checking() as check:
        words = check.text("reason", reason)
    goal.withdraw(actor, words)
    record(db, actor, "goal.withdrawn", goal)


def stands_behind(actor: Person, goal: Goal) -> bool:
    """Whether sending words is also agreeing to them: for everybody who is asked for an answer."""
    place = actor.membership_in(goal.circle_id)
    return place is not None and place.decides


def refuse_overtaken(goal: Goal, shown: Wording) -> None:
    """Stop when somebody has moved on from the words the person was shown."""
    waiting = goal.open_wording
    if waiting is not None and waiting.id != shown.id:
        raise Conflict(meanwhile(goal, shown))
    if shown.is_agreed or shown.is_open:
        return
    raise Conflict(meanwhile(goal, shown))


def refuse_same_words(check: Check, before: Wording, words: Words) -> None:
    if words == before.words:
        check.refuse(
            "title", _("The words are the same as before. Change what you see differently.")
        )


def _check_complete(check: Check, goal: Goal) -> None:
    draft = goal.latest_wording
    if not draft.title:
        check.refuse("title", _("Write what you want."))
    if not draft.why:
        check.refuse("why", _("Write why it matters. A few words are enough."))


def _agree_as_child(actor: Person, goal: Goal) -> None:
    """A young person who sends words about themself agrees with them."""
    wording = goal.open_wording
    for child in asked_children(goal):
        if wording is not None and child.person_id == actor.id:
            wording.child_views.append(
                ChildView(child_id=child.id, kind=ViewKind.AGREES, recorded_by_id=actor.id)
            )
