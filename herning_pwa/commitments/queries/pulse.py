"""The pulse of the network: who has a part in everyday life now, and who has none yet.

For those who can ask for help. Nothing is counted and nobody is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, cast, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.words import capitalised, relation_word, voice_shape
from herning_pwa.commitments import policy
from herning_pwa.commitments.models import Commitment, Stage
from herning_pwa.db import UtcDateTime
from herning_pwa.goals import policy as goals
from herning_pwa.goals.models import Goal, Step
from herning_pwa.i18n import _, local, short_date, today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy as progress
from herning_pwa.progress.models import ProgressEntry

STEP, PROMISE, WROTE = "step", "promise", "wrote"


@dataclass(frozen=True)
class PulseLine:
    """One network member and what they have a part in."""

    membership_id: str = ""
    name: str = ""
    relation: str = ""
    shape: str = "square"
    parts: list[str] = field(default_factory=list)
    none_yet: str = ""
    ask_label: str = ""
    ask_href: str = ""


def pulse(
    db: Session, actor: Person, circle_id: UUID, places: Sequence[Membership]
) -> list[PulseLine]:
    """One statement; ``places`` are the circle's living ones. Empty for who may not see it.

    Only what the reader may see counts: a step on a goal kept from them is not there.
    """
    if not policy.may_see_pulse(actor, circle_id):
        return []
    network = [place for place in places if place.role is Role.NETWORK_MEMBER]
    parts: dict[UUID, list[str]] = {place.person_id: [] for place in network}
    for person_id, kind, label, at in db.execute(_parts(actor, circle_id)) if network else []:
        if person_id in parts:
            parts[person_id].append(_said(kind, label, at))
    return [_line(place, parts[place.person_id]) for place in network]


def _parts(actor: Person, circle_id: UUID) -> Any:
    """Person, kind, words and moment, for all three kinds at once."""
    wrote = (
        progress.visible_to(actor)
        .join(Goal, Goal.id == ProgressEntry.goal_id)
        .where(Goal.circle_id == circle_id, ProgressEntry.withdrawn_at.is_(None))
        .with_only_columns(
            ProgressEntry.person_id.label("person_id"),
            literal(WROTE).label("kind"),
            cast(null(), String).label("label"),
            func.max(ProgressEntry.recorded_at).label("at"),
        )
        .group_by(ProgressEntry.person_id)
    )
    seen = goals.visible_to(actor).where(Goal.circle_id == circle_id).with_only_columns(Goal.id)
    steps = select(Step.person_id, literal(STEP), Step.title, cast(null(), UtcDateTime)).where(
        Step.goal_id.in_(seen), Step.done_at.is_(None), Step.withdrawn_at.is_(None)
    )
    promises = (
        policy.visible_to(actor)
        .where(
            Commitment.circle_id == circle_id,
            Commitment.stage == Stage.TAKEN,
            Commitment.on_day >= today(),
        )
        .with_only_columns(
            cast(Commitment.taken_by_id, Uuid),
            literal(PROMISE),
            Commitment.what,
            cast(null(), UtcDateTime),
        )
    )
    return union_all(wrote, steps, promises)


def _said(kind: str, label: str, at: datetime | None) -> str:
    if kind == WROTE and at:
        return _("Wrote last {day}").format(day=short_date(local(at).date()))
    sentence = _("Step: {what}") if kind == STEP else _("Commitment: {what}")
    return sentence.format(what=label)


def _line(place: Membership, parts: list[str]) -> PulseLine:
    name = place.person.first_name
    return PulseLine(
        membership_id=str(place.id),
        name=name,
        relation=capitalised(relation_word(place.relation, place.role)),
        shape=voice_shape(place.role),
        parts=sorted(parts),
        none_yet="" if parts else _("{name} has no part yet.").format(name=name),
        ask_label=_("Ask {name} for a commitment").format(name=name),
        ask_href=f"{routes.COMMITMENTS}?til={place.id}",
    )
