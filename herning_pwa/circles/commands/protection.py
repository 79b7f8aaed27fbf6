"""Saying that somebody's address is protected (CPR-loven § 28), and that it no longer is."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.find import find_membership
from herning_pwa.errors import require
from herning_pwa.people.models import Person


def protect_address(db: Session, actor: Person, *, membership_id: object) -> None:
    """From now the app warns before an address is written. Raises NotFound or NotAllowed."""
    membership = _to_change(db, actor, membership_id)
    if not membership.has_protected_address:
        membership.has_protected_address = True
        record(db, actor, "membership.address_protected", membership)


def lift_protection(db: Session, actor: Person, *, membership_id: object) -> None:
    """The address is no longer protected. Raises NotFound or NotAllowed."""
    membership = _to_change(db, actor, membership_id)
    if membership.has_protected_address:
        membership.has_protected_address = False
        record(db, actor, "membership.protection_lifted", membership)


def _to_change(db: Session, actor: Person, membership_id: object) -> Membership:
    membership = find_membership(db, actor, membership_id)
    require(policy.may_protect_address(actor, membership))
    return membership
