"""Answering a proposal: agree, suggest other words, or not now. And the child's view."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import as_id, checking
from herning_pwa.goals.commands.focus import focus_if_there_is_room
from herning_pwa.goals.commands.propose import (
    refuse_overtaken,
    refuse_same_words,
    stands_behind,
)
from herning_pwa.goals.commands.reading import read_words
from herning_pwa.goals.models import AnswerKind, ChildView, Goal, ViewKind, Wording, answer_due
from herning_pwa.goals.policy import asked_children, may_answer, may_record_view, may_return
from herning_pwa.goals.queries.find import find_wording, goal_to_change
from herning_pwa.goals.queries.meanwhile import meanwhile
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def agree_to_goal(
    db: Session, actor: Person, *, goal_id: object, wording_id: object, words: object = ""
) -> None:
    """Agree to exactly these words. Agreeing twice is as agreeing once."""
    goal = goal_to_change(db, actor, goal_id)
    wording = find_wording(goal, wording_id)
    if _has_said(actor, wording, AnswerKind.AGREE):
        return
    refuse_overtaken(goal, wording)
    require(may_answer(actor, goal))
    with checking() as check:
        said = check.text("words", words)
    waited = wording.is_open
    goal.agree(actor, wording, said)
    record(db, actor, "goal.agreed_to", goal)
    if waited and wording.is_agreed:
        record(db, actor, "goal.agreed", goal)
        focus_if_there_is_room(db, actor, goal)


def decline_goal(
    db: Session,
    actor: Person,
    *,
    goal_id: object,
    wording_id: object,
    reason: object,
    seen_agreed: bool = False,
) -> None:
    """Not now, with a reason. About words in force: "I see it differently"; they stay in force.

    ``seen_agreed`` says which of the two questions the person was looking at.
    """
    goal = goal_to_change(db, actor, goal_id)
    wording = find_wording(goal, wording_id)
    if _has_said(actor, wording, AnswerKind.DECLINE):
        return
    _refuse_overtaken_question(goal, wording, seen_agreed=seen_agreed)
    require(may_answer(actor, goal))
    with checking() as check:
        said = check.text("reason", reason, missing=_("Write why, in a few words of your own."))
    goal.decline(actor, wording, said)
    record(db, actor, "goal.declined", goal)


def return_goal(
    db: Session,
    actor: Person,
    *,
    goal_id: object,
    wording_id: object,
    fields: dict[str, object],
    seen_agreed: bool = False,
) -> None:
    """Answer with other words. ``fields`` are the form's: title, why, signs …, comment."""
    goal = goal_to_change(db, actor, goal_id)
    wording = find_wording(goal, wording_id)
    if _has_said(actor, wording, AnswerKind.RETURN):
        return
    _refuse_overtaken_question(goal, wording, seen_agreed=seen_agreed)
    require(may_return(actor, goal))
    with checking() as check:
        words = read_words(check, fields, before=wording.words)
        comment = check.text("comment", fields.get("comment"))
        refuse_same_words(check, wording, words)
    if wording.is_open:
        goal.return_with_other_words(actor, words, comment, due_on=answer_due())
    else:
        wording.note_answer(actor, AnswerKind.RETURN, comment)
        goal.propose_change(
            actor, words, comment, due_on=answer_due(), stands_behind=stands_behind(actor, goal)
        )
    record(db, actor, "goal.returned", goal)


def record_child_view(
    db: Session,
    actor: Person,
    *,
    goal_id: object,
    wording_id: object,
    child_id: object,
    kind: object,
    words: object = "",
) -> None:
    """What a child of ten or more thinks of these words, or why it was not asked."""
    goal = goal_to_change(db, actor, goal_id)
    wording = find_wording(goal, wording_id)
    refuse_overtaken(goal, wording)
    child = next((c for c in asked_children(goal) if c.id == as_id(child_id)), None)
    if child is None:
        raise NotFound
    require(may_record_view(actor, goal, child))
    with checking() as check:
        view = check.choice("kind", kind, ViewKind, missing=_("Choose one of the answers."))
        because = _("Write why {name} was not asked.").format(name=child.first_name)
        said = check.text("words", words, missing=because if view is ViewKind.NOT_ASKED else "")
        if view is ViewKind.NOT_ASKED and child.person_id == actor.id:
            check.refuse("kind", _("Choose one of the answers."))
    latest = wording.view_of(child.id)
    if view is None or (latest and (latest.kind, latest.words) == (view, said)):
        return
    wording.child_views.append(
        ChildView(child_id=child.id, kind=view, words=said, recorded_by_id=actor.id)
    )
    record(db, actor, "goal.viewed_by_child", goal)


def _has_said(actor: Person, wording: Wording, kind: AnswerKind) -> bool:
    answer = wording.answer_of(actor.id)
    return answer is not None and answer.kind is kind


def _refuse_overtaken_question(goal: Goal, wording: Wording, *, seen_agreed: bool) -> None:
    refuse_overtaken(goal, wording)
    if wording.is_agreed and not seen_agreed:
        raise Conflict(meanwhile(goal, wording))
