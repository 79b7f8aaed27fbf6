"""Proposals that wait for this person, across their circles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, or_
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child, Membership, Role
from herning_pwa.goals.models import (
    IN_FORCE,
    Answer,
    ChildView,
    Goal,
    Lifecycle,
    Wording,
    WordingState,
)
from herning_pwa.goals.models.agreement import still_to_answer
from herning_pwa.goals.policy import asked_children, visible_to
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.load import (
    PAGE_LIMIT,
    with_children,
    with_circle,
    with_wordings,
)
from herning_pwa.goals.words import due_label
from herning_pwa.i18n import _, local, relative_day, today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class WaitingProposal:
    """One proposal, as a row in a list. ``ask`` says what is asked, in a sentence."""

    goal_id: str
    circle_id: str
    circle_name: str
    title: str
    proposer: str
    since_label: str
    due_on: date
    due_label: str
    is_overdue: bool
    ask: str


def waiting_proposals(db: Session, actor: Person) -> list[WaitingProposal]:
    """What this person is asked to answer, first promised first. Four statements."""
    found = db.scalars(
        _perhaps_waiting(actor)
        .options(with_circle(), with_children(), with_wordings())
        .order_by(Wording.answer_due_on, Goal.id)
        .limit(PAGE_LIMIT)
    )
    return [_row(actor, goal) for goal in found.unique() if _waits(actor, goal)]


def _perhaps_waiting(actor: Person) -> Select[Goal]:
    """The newest open or agreed words this person has said nothing to."""
    answered = exists().where(Answer.wording_id == Wording.id, Answer.person_id == actor.id)
    newest_open = and_(Wording.state == WordingState.OPEN, _asks_for_an_answer())
    in_force = and_(
        Wording.state == WordingState.AGREED,
        Membership.role == Role.CUSTODY_PARENT,
        Goal.lifecycle.in_(IN_FORCE),
    )
    to_answer = and_(or_(newest_open, in_force), ~answered)
    return (
        visible_to(actor)
        .join(Wording, Wording.goal_id == Goal.id)
        .where(Goal.lifecycle != Lifecycle.DRAFT, or_(to_answer, _wants_a_view(actor)))
    )


def _asks_for_an_answer() -> ColumnElement[bool]:
    return or_(Membership.role == Role.CUSTODY_PARENT, Membership.is_responsible)


def _wants_a_view(actor: Person) -> ColumnElement[bool]:
    """The young person's own view of words that wait or are in force is missing."""
    me = exists().where(Child.circle_id == Goal.circle_id, Child.person_id == actor.id)
    said = exists().where(
        ChildView.wording_id == Wording.id,
        ChildView.child_id == Child.id,
        Child.person_id == actor.id,
    )
    living = or_(
        Wording.state == WordingState.OPEN,
        and_(Wording.state == WordingState.AGREED, Goal.lifecycle.in_(IN_FORCE)),
    )
    return and_(Membership.role == Role.YOUNG_PERSON, living, me, ~said)


def _waits(actor: Person, goal: Goal) -> bool:
    wording = goal.open_wording or goal.current_wording
    if wording is None:
        return False
    views = [wording.view_of(c.id) for c in asked_children(goal) if c.person_id == actor.id]
    if None in views:
        return True
    return actor.id in {m.person_id for m in still_to_answer(wording, goal.circle)}


def _row(actor: Person, goal: Goal) -> WaitingProposal:
    wording = goal.open_wording or goal.shown_wording
    due_on = wording.answer_due_on or today()
    is_overdue = wording.is_open and due_on < today()
    since = wording.proposed_at or goal.created_at
    return WaitingProposal(
        goal_id=str(goal.id),
        circle_id=str(goal.circle_id),
        circle_name=goal.circle.name,
        title=wording.title,
        proposer=_by_name(goal, actor).name(wording.proposed_by_id),
        since_label=_("Sent {day}").format(day=relative_day(local(since).date())),
        due_on=due_on,
        due_label=due_label(due_on, is_late=is_overdue) if wording.is_open else "",
        is_overdue=is_overdue,
        ask=asking(actor, goal, wording),
    )


def _by_name(goal: Goal, actor: Person) -> Company:
    return Company(goal.circle, actor.id, says_you=False)


def asking(actor: Person, goal: Goal, wording: Wording) -> str:
    """Who asks the actor what: a new goal, other words, a change, or a late answer."""
    name = _by_name(goal, actor).name(wording.proposed_by_id)
    if wording.is_open and wording.proposed_by_id == actor.id:
        return _("The others have answered your words. Do you agree as well?")
    if wording.is_agreed:
        return _("The others have agreed on this goal")
    if goal.is_in_force:
        return _("{name} suggests a change to a goal you have agreed on").format(name=name)
    if wording.number > 1:
        return _("{name} suggests other words for the goal").format(name=name)
    return _("{name} suggests a new goal").format(name=name)
