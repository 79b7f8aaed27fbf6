"""Saying that somebody's address is protected (CPR-loven § 28), and that it no longer is."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.find import find_membership
from herning_pwa.circles.queries.protection import LIFTED, PROTECTED
from herning_pwa.errors import require
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person


def protect_address(db: Session, actor: Person, *, membership_id: object) -> None:
    """From now the app warns before an address is written. Raises NotFound or NotAllowed."""
    membership = _to_change(db, actor, membership_id)
    if not membership.has_protected_address:
        membership.has_protected_address = True
        record(db, actor, PROTECTED, membership)


@sensitive
def lift_protection(db: Session, actor: Person, *, membership_id: object) -> None:
    """The address is no longer protected; whose it is hears of it when somebody else says so.

    Raises NotFound or NotAllowed.
    """
    membership = _to_change(db, actor, membership_id)
    if not membership.has_protected_address:
        return
    membership.has_protected_address = False
    record(db, actor, LIFTED, membership)
    if membership.person_id != actor.id:
        opens = routes.person(membership.id)
        tell_there_is_news(db, membership.person, can_wait=False, opens=opens)


def _to_change(db: Session, actor: Person, membership_id: object) -> Membership:
    membership = find_membership(db, actor, membership_id)
    require(policy.may_protect_address(actor, membership))
    return membership
