"""Which phase a circle is in, what that means, and how it came there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session, aliased, joinedload

from herning_pwa.circles.models import Circle, Membership
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.followup.models import Phase, PhaseTurn
from herning_pwa.followup.policy import phases as policy
from herning_pwa.followup.words import phase_means, phase_word
from herning_pwa.i18n import _, local, short_date
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

TURNS_SHOWN = 20


@dataclass(frozen=True)
class PhaseStep:
    """One of the three, and whether the circle is there now."""

    label: str = ""
    means: str = ""
    is_now: bool = False


@dataclass(frozen=True)
class TurnView:
    """A phase the circle went into: which, who and when, and why for those who may read it."""

    turn_id: str = ""
    label: str = ""
    by_line: str = ""
    reason: str = ""


@dataclass(frozen=True)
class PhaseView:
    """Empty ``steps`` draw nothing. ``circle_id`` and what follows it is for who may change it."""

    steps: list[PhaseStep] = field(default_factory=list)
    now: str = ""
    latest: TurnView = field(default_factory=TurnView)
    earlier: list[TurnView] = field(default_factory=list)
    can_change: bool = False
    circle_id: str = ""
    others: list[Option] = field(default_factory=list)
    sight: SightLine = field(default_factory=SightLine)


def phase_of(
    db: Session, actor: Person, circle_id: UUID, places: Sequence[Membership]
) -> PhaseView:
    """For a page that has found the circle; ``places`` are its living ones. One statement.

    Empty for whom it is not for, and until a phase has been chosen.
    """
    turns = _turns(db, actor, circle_id) if policy.sees_phase(actor, circle_id) else []
    can_change = policy.may_change_phase(actor, circle_id)
    if not turns and not can_change:
        return PhaseView()
    own = next(place for place in places if place.person_id == actor.id)
    views = [_turn(turn, with_reason=policy.reads_why(own)) for turn in turns]
    now = turns[0].phase if turns else None
    return PhaseView(
        steps=[PhaseStep(phase_word(one), phase_means(one), one is now) for one in Phase],
        now=phase_word(now) if now else "",
        latest=views[0] if views else TurnView(),
        earlier=views[1:],
        can_change=can_change,
        circle_id=str(circle_id) if can_change else "",
        others=_others(now) if can_change else [],
        sight=_sight(own, places) if can_change else SightLine(),
    )


def phase_now() -> ScalarSelect[Phase]:
    """A column beside ``select(Circle)``: the phase the circle is in, the turn nothing follows."""
    later = aliased(PhaseTurn)
    return (
        select(PhaseTurn.phase)
        .outerjoin(later, later.follows_id == PhaseTurn.id)
        .where(PhaseTurn.circle_id == Circle.id, later.id.is_(None))
        .correlate(Circle)
        .scalar_subquery()
    )


def phase_line(actor: Person, circle_id: UUID, now: Phase | None) -> str:
    """``Forandring``, for the circle's own page; empty for whom it is not for."""
    return phase_word(now) if now and policy.sees_phase(actor, circle_id) else ""


def _turns(db: Session, actor: Person, circle_id: UUID) -> Sequence[PhaseTurn]:
    """Newest first."""
    return db.scalars(
        policy.turns_visible_to(actor)
        .where(PhaseTurn.circle_id == circle_id)
        .options(joinedload(PhaseTurn.by))
        .order_by(PhaseTurn.at.desc(), PhaseTurn.id.desc())
        .limit(TURNS_SHOWN)
    ).all()


def _turn(turn: PhaseTurn, *, with_reason: bool) -> TurnView:
    return TurnView(
        turn_id=str(turn.id),
        label=phase_word(turn.phase),
        by_line=_("{name}, {day}").format(
            name=turn.by.first_name, day=short_date(local(turn.at).date())
        ),
        reason=turn.reason if with_reason else "",
    )


def _others(now: Phase | None) -> list[Option]:
    return [Option(one.value, phase_word(one), phase_means(one)) for one in Phase if one is not now]


def _sight(own: Membership, places: Sequence[Membership]) -> SightLine:
    """Who reads the reason; the phase itself is seen by more."""
    return sight_line(
        own,
        [place for place in places if policy.reads_why(place)],
        among=places,
        sentence=_("The reason can be read by {names}."),
    )
