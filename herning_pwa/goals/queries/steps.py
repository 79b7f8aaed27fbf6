"""Steps as the goal page and the draft show them."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Goal, Step
from herning_pwa.goals.policy import (
    may_name_step_owner,
    may_own_step,
    may_take_step,
    may_tick_step,
    may_withdraw_step,
)
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import due_label, on_day
from herning_pwa.i18n import _, local, today
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class StepView:
    """One step: who does what by when (``line``), and what the reader may do about it."""

    step_id: str = ""
    title: str = ""
    shape: str = ""
    line: str = ""
    is_done: bool = False
    is_late: bool = False
    is_mine: bool = False
    has_more: bool = False
    can_tick: bool = False
    can_take: bool = False
    can_withdraw: bool = False


def steps_of(actor: Person, goal: Goal, company: Company) -> list[StepView]:
    """Those to do first, by date; then those done."""
    ordered = sorted(goal.living_steps, key=lambda s: (s.is_done, s.due_on, s.id))
    return [_view(actor, step, company) for step in ordered]


def _view(actor: Person, step: Step, company: Company) -> StepView:
    is_mine = step.person_id == actor.id
    can_tick, can_take = may_tick_step(actor, step), may_take_step(actor, step)
    can_withdraw = may_withdraw_step(actor, step)
    return StepView(
        step_id=str(step.id),
        title=step.title,
        shape=company.shape(step.person_id),
        line=capitalised(_line(step, company)),
        is_done=step.is_done,
        is_late=not step.is_done and step.due_on < today(),
        is_mine=is_mine,
        has_more=can_take or can_withdraw or (can_tick and (step.is_done or not is_mine)),
        can_tick=can_tick,
        can_take=can_take,
        can_withdraw=can_withdraw,
    )


def _line(step: Step, company: Company) -> str:
    """``Sanne · Senest 28. november`` or ``Inger klarede det den 2. november``."""
    if step.done_at is None:
        due = due_label(step.due_on, is_late=step.due_on < today())
        return f"{company.name(step.person_id)} · {due}"
    return _("{name} finished it {day}").format(
        name=company.name(step.done_by_id), day=on_day(local(step.done_at).date())
    )


def step_owners(actor: Person, goal: Goal, company: Company) -> list[Option]:
    """Who a step can be given to. The reader is first; network members promise for themselves."""
    me = Option(str(actor.id), _("I will do it myself"), is_chosen=True)
    if not may_name_step_owner(actor, goal):
        return [me]
    others = [
        Option(str(m.person_id), company.entry(m))
        for m in goal.circle.active_memberships
        if m.person_id != actor.id and may_own_step(m, goal)
    ]
    return [me, *others]
