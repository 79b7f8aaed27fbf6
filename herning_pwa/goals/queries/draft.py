"""The four screens of a new goal, filled with what has been written so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Circle
from herning_pwa.circles.queries.load import with_people
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.goals.ideas import ideas
from herning_pwa.goals.models import Area, Audience, Goal, Lifecycle, Whose, Words, answer_due
from herning_pwa.goals.policy import MAY_CHOOSE, belongings_for, may_propose, visible_to
from herning_pwa.goals.queries.asking import Filled, filled
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.seeing import Nameable, audience_choices, network_of
from herning_pwa.goals.queries.steps import StepView, step_owners, steps_of
from herning_pwa.goals.queries.wordings import Part, parts_of
from herning_pwa.goals.words import area_word, on_day
from herning_pwa.i18n import _, names
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class DraftView:
    """Everything the four screens show. Without a draft the fields are empty."""

    goal_id: str = ""
    has_draft: bool = False
    words: Filled = field(default_factory=Filled)
    whose: list[Option] = field(default_factory=list)
    areas: list[Option] = field(default_factory=list)
    area: str = ""
    ideas: list[Option] = field(default_factory=list)
    steps: list[StepView] = field(default_factory=list)
    step_owners: list[Option] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    audiences: list[Option] = field(default_factory=list)
    nameable: list[Nameable] = field(default_factory=list)
    send_label: str = ""
    promise: str = ""


def draft_page(db: Session, actor: Person, *, circle_id: object) -> DraftView:
    """The reader's draft in the circle, or an empty one. Six statements.

    NotFound for somebody who may not propose there.
    """
    wanted = as_id(circle_id)
    if not may_propose(actor, wanted):
        raise NotFound
    circle = _circle(db, wanted)
    goal = _draft(db, actor, wanted)
    if goal is None:
        return _empty(actor, circle)
    company = Company(circle, actor.id)
    return DraftView(
        goal_id=str(goal.id),
        has_draft=True,
        words=filled(goal.latest_wording.words),
        whose=_whose(actor, circle, goal),
        areas=_areas(),
        area=goal.area.value,
        ideas=[] if goal.latest_wording.title else _ideas(),
        steps=steps_of(actor, goal, company),
        step_owners=step_owners(actor, goal, company),
        parts=parts_of(goal.latest_wording),
        audiences=audience_choices(actor, goal),
        nameable=network_of(actor, goal),
        send_label=_send_label(actor, circle),
        promise=_promise(actor, circle),
    )


def _empty(actor: Person, circle: Circle) -> DraftView:
    return DraftView(
        words=filled(Words("")),
        whose=_whose(actor, circle, None),
        areas=_areas(),
        ideas=_ideas(),
        send_label=_send_label(actor, circle),
        promise=_promise(actor, circle),
    )


def _circle(db: Session, circle_id: UUID) -> Circle:
    """The circle with its children and everybody in it: three statements."""
    loaded = (
        select(Circle)
        .where(Circle.id == circle_id)
        .options(selectinload(Circle.children), with_people())
    )
    return db.scalars(loaded).one()


def _draft(db: Session, actor: Person, circle_id: UUID) -> Goal | None:
    own = visible_to(actor).where(Goal.circle_id == circle_id, Goal.lifecycle == Lifecycle.DRAFT)
    loaded = own.options(
        joinedload(Goal.wordings), joinedload(Goal.shares), selectinload(Goal.steps)
    )
    return db.scalars(loaded).unique().one_or_none()


def _whose(actor: Person, circle: Circle, goal: Goal | None) -> list[Option]:
    chosen = (goal.whose, goal.child_id or goal.parent_id) if goal else (Whose.FAMILY, None)
    return [
        Option(
            value=f"{whose}:{whom}" if whom else whose.value,
            label=_whose_label(actor, whose, whom, circle),
            is_chosen=(whose, whom) == chosen,
        )
        for whose, whom in belongings_for(actor, circle)
    ]


def _whose_label(actor: Person, whose: Whose, whom: UUID | None, circle: Circle) -> str:
    company = Company(circle)
    if whose is Whose.FAMILY:
        return _("A goal for the whole family")
    if whom == actor.id:
        return _("A goal for me as a parent")
    child = company.child(whom)
    if child is not None:
        return _("A goal for {name}").format(name=child.first_name)
    return _("A goal for {name} as a parent").format(name=company.name(whom))


def _areas() -> list[Option]:
    return [Option(area.value, area_word(area)) for area in Area]


def _ideas() -> list[Option]:
    return [Option(idea.key, idea.label, idea.words.title) for idea in ideas()]


def _asked(actor: Person, circle: Circle) -> list[str]:
    """Who is asked whatever audience is chosen: a young person may keep the parents out."""
    place = actor.membership_in(circle.id)
    private = place is not None and Audience.CHILD in MAY_CHOOSE[place.role]
    asked = [circle.responsible, *([] if private else circle.custody_parents)]
    return [m.person.first_name for m in asked if m is not None and m.person_id != actor.id]


def _send_label(actor: Person, circle: Circle) -> str:
    asked = _asked(actor, circle)
    if not asked:
        return _("Send the proposal")
    return _("Send the proposal to {names}").format(names=names(asked))


def _promise(actor: Person, circle: Circle) -> str:
    asked = _asked(actor, circle)
    if not asked:
        return ""
    return _("{names} will answer by {day}.").format(names=names(asked), day=on_day(answer_due()))
