"""Handing the circle to another professional, changing one's mind, and coming back early."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.commands.carrying_out import end, lock_circle, open_handover, settle
from herning_pwa.circles.models import AlreadyBegun, Circle, Handover, Membership
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.circles.queries.find import find_circle, find_handover
from herning_pwa.circles.queries.handing import Plan, read_plan
from herning_pwa.errors import Conflict, require
from herning_pwa.fields import plain
from herning_pwa.i18n import _
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person


class AlreadyHandedOver(Conflict):
    """One handover at a time: the circle has one that is ahead or running."""

    def __init__(self) -> None:
        super().__init__(
            _("A handover of this circle has already been agreed. Change it, or take it back.")
        )


@sensitive
def hand_over(
    db: Session, actor: Person, *, circle_id: object, fields: dict[str, object]
) -> Handover:
    """Agree that another professional takes over; today's is carried out at once.

    ``fields`` are those of the form; ``handover_id`` names the one this replaces. Everybody
    in the circle is told. Raises NotFound, NotAllowed, Conflict, or Invalid for the fields.
    """
    circle = find_circle(db, actor, circle_id, lock=True)
    require(policy.may_hand_over(actor, circle.id))
    plan = read_plan(db, actor, circle, fields)
    _make_way(db, actor, circle, instead_of=plain(fields.get("handover_id")))
    place = actor.membership_in(circle.id)
    assert place is not None  # noqa: S101 - may_hand_over has seen it
    handover = write_down(db, place, plan)
    record(db, actor, "handover.agreed", handover)
    tell_everybody(db, actor, handover)
    if handover.starts_at <= clock.now():
        settle(db, circle.id)
    return handover


@sensitive
def take_back(db: Session, actor: Person, *, handover_id: object) -> None:
    """Nothing comes of it. Raises NotFound, NotAllowed, or AlreadyBegun when its time has come."""
    handover = _locked(db, actor, handover_id)
    require(policy.may_take_back(actor, handover))
    undo(handover, Outcome.TAKEN_BACK)
    record(db, actor, "handover.taken_back", handover)
    tell_everybody(db, actor, handover)


@sensitive
def end_early(db: Session, actor: Person, *, handover_id: object) -> None:
    """The one who was away has the circle again from now. Raises NotFound or NotAllowed."""
    handover = _locked(db, actor, handover_id)
    require(policy.may_end_early(actor, handover))
    end(db, handover, Outcome.BACK_EARLY)
    record(db, actor, "handover.ended_early", handover)
    tell_everybody(db, actor, handover)
    settle(db, handover.circle_id)


def _locked(db: Session, actor: Person, handover_id: object) -> Handover:
    handover = find_handover(db, actor, handover_id)
    lock_circle(db, handover.circle_id)
    db.refresh(handover)
    return handover


def _make_way(db: Session, actor: Person, circle: Circle, *, instead_of: str) -> None:
    """The one this replaces is kept as changed; any other is in the way."""
    earlier = open_handover(db, circle.id)
    if earlier is None:
        if instead_of:
            raise AlreadyBegun
        return
    if str(earlier.id) != instead_of:
        raise AlreadyHandedOver
    require(policy.may_take_back(actor, earlier))
    undo(earlier, Outcome.CHANGED)
    record(db, actor, "handover.changed", earlier)


def undo(handover: Handover, outcome: Outcome) -> None:
    """Nothing comes of one that has not begun. Raises AlreadyBegun."""
    handover.take_back(outcome)
    if handover.is_for_good:
        handover.giving_place.ends_at = None


def write_down(
    db: Session, place: Membership, plan: Plan, *, assigned_by: Person | None = None
) -> Handover:
    """Whoever has ``place`` gives the circle away, or ``assigned_by`` does it in their stead."""
    handover = Handover(
        circle=place.circle,
        given_by=place.person,
        given_to=plan.to,
        assigned_by=assigned_by,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        reason=plan.reason,
        told_by_phone=plan.told_by_phone,
        giving_place=place,
    )
    if handover.is_for_good:
        place.ends_at = plan.starts_at  # whoever comes by late, her access ends on time
    db.add(handover)
    db.flush()
    return handover


def tell_everybody(db: Session, actor: Person, handover: Handover) -> None:
    """A mail without names or content to everybody in the circle, and to the one who takes over."""
    inside = [place.person for place in handover.circle.active_memberships]
    for person in dict.fromkeys([*inside, handover.given_to]):
        if person.id != actor.id:
            tell_there_is_news(db, person, can_wait=False)
