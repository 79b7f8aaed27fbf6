"""The last day of somebody's place: agreed beforehand, moved, or taken away again."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.queries.find import find_membership
from herning_pwa.errors import require
from herning_pwa.fields import checking
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


def agree_last_day(db: Session, actor: Person, *, membership_id: object, day: object) -> None:
    """The place is over when that day is, in Denmark. Raises NotFound, NotAllowed or Invalid."""
    membership = find_membership(db, actor, membership_id)
    require(policy.may_set_end(actor, membership))
    with checking() as check:
        last_day = check.day("last_day", day, missing=_("Choose a date."), earliest=today())
    membership.stay_until(last_day)
    record(db, actor, "membership.last_day_agreed", membership)


def remove_last_day(db: Session, actor: Person, *, membership_id: object) -> None:
    """The place goes on until somebody ends it."""
    membership = find_membership(db, actor, membership_id)
    require(policy.may_set_end(actor, membership))
    membership.stay_until(None)
    record(db, actor, "membership.last_day_removed", membership)
