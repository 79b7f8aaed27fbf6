"""Taking and releasing, keeping and withdrawing."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Membership
from herning_pwa.commitments import policy
from herning_pwa.commitments.commands.telling import tell
from herning_pwa.commitments.models import Commitment, Stage
from herning_pwa.commitments.queries.find import commitment_to_change
from herning_pwa.errors import require
from herning_pwa.people.models import Person


def take_commitment(db: Session, actor: Person, *, commitment_id: object) -> None:
    """One person says yes. Taking one's own again changes nothing; the second person hears
    who was first. Raises NotFound, NotAllowed or Conflict."""
    commitment = commitment_to_change(db, actor, commitment_id)
    require(policy.may_take(actor, commitment))
    if policy.may_fulfil(actor, commitment):
        return
    commitment.take(actor)
    tell(db, [commitment.asked_by.membership_in(commitment.circle_id)], but=actor)
    record(db, actor, "commitment.taken", commitment)


def release_commitment(db: Session, actor: Person, *, commitment_id: object) -> None:
    """It could not be after all: others can take it. No reason is asked for."""
    commitment = commitment_to_change(db, actor, commitment_id)
    if commitment.stage is Stage.OPEN:
        return
    require(policy.may_fulfil(actor, commitment))
    commitment.release(actor)
    tell(db, [commitment.asked_by.membership_in(commitment.circle_id)], but=actor)
    record(db, actor, "commitment.released", commitment)


def keep_commitment(db: Session, actor: Person, *, commitment_id: object) -> None:
    """It was done."""
    commitment = commitment_to_change(db, actor, commitment_id)
    if commitment.stage is Stage.KEPT and commitment.taken_by_id == actor.id:
        return
    require(policy.may_fulfil(actor, commitment))
    commitment.keep(actor)
    record(db, actor, "commitment.kept", commitment)


def withdraw_commitment(db: Session, actor: Person, *, commitment_id: object) -> None:
    """It is not needed any more; whoever had taken it hears that there is news."""
    commitment = commitment_to_change(db, actor, commitment_id)
    if commitment.stage is Stage.WITHDRAWN and commitment.turns[-1].by_id == actor.id:
        return
    require(policy.may_withdraw(actor, commitment))
    commitment.withdraw(actor)
    if commitment.taken_by is not None:
        tell(db, [commitment.taken_by.membership_in(commitment.circle_id)], but=actor)
    record(db, actor, "commitment.withdrawn", commitment)


def release_all_of(db: Session, membership: Membership) -> None:
    """Somebody's place is over: what they had promised is open for the others."""
    held = select(Commitment).where(
        Commitment.circle_id == membership.circle_id,
        Commitment.taken_by_id == membership.person_id,
        Commitment.stage == Stage.TAKEN,
    )
    for commitment in db.scalars(held.with_for_update()):
        commitment.release(membership.person)
