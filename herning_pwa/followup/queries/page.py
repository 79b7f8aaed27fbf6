"""/opfoelgning: where we are, what comes next, and what has been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.circles.models import Circle, Membership
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.followup.models import Rhythm, Round, RoundState, RoundTurn, calendar
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.followup.queries.asked import goals_to_answer
from herning_pwa.followup.queries.coming import NextView, coming
from herning_pwa.followup.queries.find import living_places
from herning_pwa.followup.queries.phases import PhaseView, phase_of
from herning_pwa.followup.queries.ruler import RulerView, ruler_of
from herning_pwa.followup.queries.story import StoryLine, story
from herning_pwa.followup.queries.tally import Tally, tally
from herning_pwa.followup.words import cycle as words
from herning_pwa.i18n import _, today
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import visible_to as meetings_visible_to
from herning_pwa.people.models import Person
from herning_pwa.ui.values import SightLine

ROUNDS_READ = 30


@dataclass(frozen=True)
class Steering:
    """What the forms begin with; only for those who may send them."""

    can_steer: bool = False
    can_move: bool = False
    can_hold: bool = False
    moves_with_meeting: bool = False
    weeks: str = ""
    started_on: str = ""
    earliest: str = ""
    next_on: str = ""
    next_earliest: str = ""
    sight: SightLine = field(default_factory=SightLine)  # of the reason


@dataclass(frozen=True)
class FollowUpView:
    """The whole page."""

    circle_id: str = ""
    round_href: str = ""
    next: NextView = field(default_factory=NextView)
    rhythm: str = ""
    since: str = ""
    deadline: str = ""  # professionals alone: the law's last day for the first follow-up
    deadline_is_near: bool = False
    tally: Tally = field(default_factory=Tally)
    steering: Steering = field(default_factory=Steering)
    story: list[StoryLine] = field(default_factory=list)
    phase: PhaseView = field(default_factory=PhaseView)
    ruler: RulerView = field(default_factory=RulerView)


def follow_up_page(db: Session, actor: Person, *, circle_id: UUID | None) -> FollowUpView:
    """The follow-ups of one circle; NotFound for those who do not see them."""
    circle = policy.find_circle(db, actor, circle_id)
    rhythm = rhythm_as_it_is(db, circle)
    rounds = _rounds(db, actor, circle.id)
    current = next((one for one in rounds if one.is_current), None)
    has_been_held = any(one.state is RoundState.HELD for one in rounds)
    places = living_places(db, circle.id)
    works_here = policy.knows_who_answered(actor, circle.id)
    asked = goals_to_answer(db, actor, circle.id) if current and current.is_open else []
    return FollowUpView(
        circle_id=str(circle.id),
        round_href=routes.update_round(circle.id),
        next=coming(db, actor, current, asked),
        rhythm=words.rhythm_line(rhythm.weeks),
        since=words.since_line(rhythm.started_on),
        deadline=words.deadline_line(rhythm.first_deadline)
        if works_here and not has_been_held
        else "",
        deadline_is_near=words.is_near(rhythm.first_deadline),
        tally=tally(db, actor, current, asked) if current and works_here else Tally(),
        steering=_steering(actor, current, rhythm, places),
        story=story(rounds, rhythm.changes, _meetings_seen(db, actor, rounds)),
        phase=phase_of(db, actor, circle.id, places),
        ruler=ruler_of(db, actor, circle.id, places),
    )


def rhythm_as_it_is(db: Session, circle: Circle) -> Rhythm:
    """The circle's rhythm; before the loop has come by, the usual one (nothing is written)."""
    kept = db.scalar(
        select(Rhythm).where(Rhythm.circle_id == circle.id).options(selectinload(Rhythm.changes))
    )
    return kept or Rhythm(
        weeks=calendar.USUAL_WEEKS, started_on=words.day_of(circle.created_at), changes=[]
    )


def _rounds(db: Session, actor: Person, circle_id: UUID) -> list[Round]:
    statement = (
        policy.visible_to(actor)
        .where(Round.circle_id == circle_id)
        .options(
            selectinload(Round.turns).options(
                joinedload(RoundTurn.by), joinedload(RoundTurn.change)
            ),
            joinedload(Round.meeting),
        )
        .order_by(Round.number.desc())
        .limit(ROUNDS_READ)
    )
    return list(db.scalars(statement))


def _meetings_seen(db: Session, actor: Person, rounds: Sequence[Round]) -> set[UUID]:
    """Those of the meetings that were moved, and a follow-up with them, that the reader sees."""
    moved = {turn.change.meeting_id for one in rounds for turn in one.turns if turn.change}
    if not moved:
        return set()
    seen = meetings_visible_to(actor).where(Meeting.id.in_(moved))
    return set(db.scalars(seen.with_only_columns(Meeting.id)))


def _steering(
    actor: Person, current: Round | None, rhythm: Rhythm, places: Sequence[Membership]
) -> Steering:
    own = next((place for place in places if place.person_id == actor.id), None)
    if current is None or own is None:
        return Steering()
    steers = policy.may_steer(actor, current.circle_id)
    has_meeting = current.carrier is not None
    last = max(current.due_on, today())
    return Steering(
        can_steer=steers,
        can_move=steers and not has_meeting,
        can_hold=policy.may_hold(actor, current.circle_id) and _is_around(current),
        moves_with_meeting=steers and has_meeting,
        weeks=str(rhythm.weeks),
        started_on=rhythm.started_on.isoformat(),
        earliest=today().isoformat(),
        next_on=calendar.next_due(last, rhythm.weeks).isoformat(),
        next_earliest=max(last, today() + calendar.OPENS_BEFORE).isoformat(),
        sight=_sight(own, places) if steers else SightLine(),
    )


def _sight(own: Membership, places: Sequence[Membership]) -> SightLine:
    """Who reads why a follow-up was moved or passed over, or the rhythm changed."""
    reading = [place for place in places if place.role in policy.SEES_FOLLOW_UPS]
    return sight_line(own, reading, among=places, sentence=_("The reason can be read by {names}."))


def _is_around(current: Round) -> bool:
    """The form for closing it stands there once the round has opened."""
    return current.is_open
