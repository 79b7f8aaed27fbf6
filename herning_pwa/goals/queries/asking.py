"""What the reader is asked about a goal, and the forms that answer it, filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

from herning_pwa.goals.models import Goal, Wording, Words
from herning_pwa.goals.policy import may_answer, may_propose_change, may_return, may_withdraw
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import on_day
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Filled:
    """The words as a form shows them, to be changed."""

    title: str = ""
    why: str = ""
    signs: str = ""
    everyday: str = ""
    starts_on: str = ""
    target_on: str = ""


@dataclass(frozen=True)
class Asked:
    """The question to the reader. ``wording_id`` is what they were shown.

    ``is_agreed`` says that the words are in force already and the answer comes late.
    """

    wording_id: str = ""
    sentence: str = ""
    due: str = ""
    is_agreed: bool = False
    can_answer: bool = False
    can_return: bool = False
    can_withdraw: bool = False
    can_propose_change: bool = False
    filled: Filled = field(default_factory=Filled)


def asked_of(actor: Person, goal: Goal) -> Asked:
    wording = goal.open_wording or goal.shown_wording
    can_answer = may_answer(actor, goal)
    return Asked(
        wording_id=str(wording.id),
        sentence=asking(actor, goal, wording) if can_answer else _waits(actor, goal),
        due=_due(wording) if can_answer else "",
        is_agreed=wording.is_agreed,
        can_answer=can_answer,
        can_return=may_return(actor, goal),
        can_withdraw=may_withdraw(actor, goal),
        can_propose_change=may_propose_change(actor, goal) and not can_answer,
        filled=filled(wording.words),
    )


def asking(actor: Person, goal: Goal, wording: Wording) -> str:
    """Who asks the actor what: a new goal, other words, a change, or a late answer."""
    name = Company(goal.circle, actor.id, says_you=False).name(wording.proposed_by_id)
    if wording.is_open and wording.proposed_by_id == actor.id:
        return _("The others have answered your words. Do you agree as well?")
    if wording.is_agreed:
        return _("The others have agreed on this goal")
    if goal.is_in_force:
        return _("{name} suggests a change to a goal you have agreed on").format(name=name)
    if wording.number > 1:
        return _("{name} suggests other words for the goal").format(name=name)
    return _("{name} suggests a new goal").format(name=name)


def filled(words: Words) -> Filled:
    return Filled(
        title=words.title,
        why=words.why,
        signs=words.signs,
        everyday=words.everyday,
        starts_on=words.starts_on.isoformat() if words.starts_on else "",
        target_on=words.target_on.isoformat() if words.target_on else "",
    )


def _due(wording: Wording) -> str:
    due = wording.answer_due_on
    if due is None or not wording.is_open:
        return ""
    if due < today():
        return _("The answer was promised by {day}.").format(day=on_day(due))
    return _("Answer by {day}.").format(day=on_day(due))


def _waits(actor: Person, goal: Goal) -> str:
    """To whoever suggested other words: the other side answers first."""
    wording = goal.open_wording
    place = actor.membership_in(goal.circle_id)
    if wording is None or place is None or wording.proposed_by_id != actor.id:
        return ""
    if wording.answer_of(actor.id) is not None or not place.decides:
        return ""
    return _("When the others have answered, it is your turn again.")
