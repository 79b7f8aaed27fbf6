"""New access for somebody who cannot sign in: started by somebody who knows them.

The municipality's own person checks who asks; the owner is told at once and has a day to say
stop; then a link goes to the owner's own address. Who has lost that mailbox, or shares it with
somebody who must not read this, names another: decision 32. Nobody else sees the link or the
password.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.fields import read_email
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.find import find_membership
from herning_pwa.config import settings
from herning_pwa.errors import Conflict, NotAllowed, NotFound, require
from herning_pwa.fields import Check, as_id, checking, plain
from herning_pwa.i18n import _
from herning_pwa.notifications.commands import cancel_mail
from herning_pwa.people.commands.recovery_mail import (
    mail_link,
    mail_stop_link,
    tell_it_was_withdrawn,
)
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import (
    COOLING_PERIOD,
    LINK_LIFE,
    LONG_COOLING_PERIOD,
    IdentityCheck,
    Person,
    Recovery,
    RecoveryEnding,
)
from herning_pwa.people.passwords import hash_secret, normalise_email
from herning_pwa.people.policy import may_start_recovery

AT_MOST, A_WEEK = 3, timedelta(days=7)


@sensitive
def start_recovery(
    db: Session,
    actor: Person,
    *,
    membership_id: object,
    checked_by: object,
    new_email: object = "",
    new_email_again: object = "",
) -> Recovery:
    """Begin, after having made sure who asks. The person is told at once.

    Raises NotFound, NotAllowed, Conflict when it is already under way, or Invalid for the
    fields checked_by, new_email and new_email_again.
    """
    membership = find_membership(db, actor, membership_id)
    require(may_start_recovery(actor, membership))
    missing = _("Choose how you made sure who it is.")
    with checking() as check:
        how = check.choice("checked_by", checked_by, IdentityCheck, missing=missing)
        if how is IdentityCheck.OPERATOR:
            check.refuse("checked_by", missing)
        address = _new_address(check, membership.person, new_email, new_email_again)
    recovery = Recovery(
        person=membership.person,
        circle_id=membership.circle_id,
        started_by_id=actor.id,
        checked_by=how,
        new_email=address or None,
    )
    begin_recovery(db, recovery, wait=_cooling(address))
    record(db, actor, "recovery.started", recovery)
    return recovery


def _cooling(new_address: str) -> timedelta:
    return LONG_COOLING_PERIOD if new_address else COOLING_PERIOD


def _new_address(check: Check, person: Person, given: object, again: object) -> str:
    """Empty when the old mailbox will do. Written twice: a slip would let a stranger in."""
    if not plain(given).strip() and not plain(again).strip():
        return ""
    address = read_email(check, "new_email", given)
    if address == person.email:
        check.refuse(
            "new_email", _("{name} has this address already.").format(name=person.first_name)
        )
    if normalise_email(plain(again)) != address:
        check.refuse("new_email_again", _("The two addresses are not the same. Write it again."))
    return address


def start_recovery_as_operator(
    db: Session, person: Person, *, at_once: bool = False, new_email: str = ""
) -> Recovery:
    """The municipality's operator, for staff and for anybody a professional cannot help.

    ``at_once`` when they stand before the operator. Raises Conflict, NotAllowed or Invalid.
    """
    with checking() as check:
        address = _new_address(check, person, new_email, new_email)
    recovery = Recovery(person=person, checked_by=IdentityCheck.OPERATOR, new_email=address or None)
    begin_recovery(db, recovery, wait=timedelta(0) if at_once else _cooling(address))
    record(db, None, "recovery.started", recovery)
    return recovery


def begin_recovery(db: Session, recovery: Recovery, *, wait: timedelta) -> None:
    """Both mails are written now; the one with the link is sent when ``wait`` is over."""
    _make_room(db, recovery.person)
    recovery.started_at = clock.now()
    recovery.opens_at = recovery.started_at + wait
    recovery.expires_at = recovery.opens_at + LINK_LIFE
    link = mail_link(db, recovery)
    recovery.stop_hash = hash_secret(mail_stop_link(db, recovery))
    recovery.link_hash, recovery.link_mail_id = hash_secret(link.secret), link.id
    db.add(recovery)


def _make_room(db: Session, person: Person) -> None:
    """One under way for each person, and few in a week. One too old gives way."""
    earlier = under_way(db, person)
    if earlier and earlier.is_under_way:
        raise Conflict(_("New access is already under way. The link comes by e-mail."))
    if earlier:
        earlier.end(RecoveryEnding.REPLACED)
        db.flush()
    recent = select(func.count()).where(
        Recovery.person_id == person.id, Recovery.started_at > clock.now() - A_WEEK
    )
    if (db.scalar(recent) or 0) >= AT_MOST:
        raise NotAllowed(
            _("This has been tried three times in a week. Call {phone} instead.").format(
                phone=settings().municipality_phone
            )
        )


def under_way(db: Session, person: Person) -> Recovery | None:
    """The one that has not ended, though its link may have grown too old."""
    return db.scalar(
        select(Recovery).where(Recovery.person_id == person.id, Recovery.ending.is_(None))
    )


def withdraw_recovery(db: Session, actor: Person, *, recovery_id: object) -> None:
    """The responsible professional takes it back; both links are dead at once."""
    recovery = _find(db, actor, recovery_id)
    recovery.end(RecoveryEnding.WITHDRAWN)
    cancel_mail(db, recovery.link_mail_id)
    tell_it_was_withdrawn(db, recovery)
    record(db, actor, "recovery.withdrawn", recovery)


def _find(db: Session, actor: Person, recovery_id: object) -> Recovery:
    """One started in a circle the actor is responsible for now, locked; raises NotFound."""
    recovery = db.scalar(
        select(Recovery)
        .join(Membership, Membership.circle_id == Recovery.circle_id)
        .where(
            Recovery.id == as_id(recovery_id),
            Membership.person_id == actor.id,
            Membership.is_active,
            Membership.is_responsible,
        )
        .with_for_update(of=Recovery)
        .execution_options(populate_existing=True)
    )
    if recovery is None:
        raise NotFound
    return recovery
