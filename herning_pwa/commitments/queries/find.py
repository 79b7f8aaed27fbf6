"""Finding one commitment. Every look-up starts from what the person may see."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.commitments import policy
from herning_pwa.commitments.models import Commitment
from herning_pwa.fields import as_id
from herning_pwa.finding import locked, the_one
from herning_pwa.people.models import Person


def commitment_to_change(db: Session, actor: Person, commitment_id: object) -> Commitment:
    """The commitment, kept for this transaction: whoever comes second sees what happened."""
    seen = policy.visible_to(actor).where(Commitment.id == as_id(commitment_id))
    return the_one(db, locked(seen, Commitment))
