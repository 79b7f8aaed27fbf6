"""The owner's side of a recovery: what their links do. Looking uses nothing up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.config import settings
from herning_pwa.errors import DomainError
from herning_pwa.fields import checking, plain
from herning_pwa.i18n import _, moment
from herning_pwa.notifications.commands import cancel_mail
from herning_pwa.people.commands import shut_out
from herning_pwa.people.commands.calendar import remove_feed
from herning_pwa.people.commands.identities import forget_identities
from herning_pwa.people.commands.recovery_mail import tell_it_was_used
from herning_pwa.people.models import (
    Authenticator,
    Passkey,
    Person,
    Recovery,
    RecoveryEnding,
    RecoveryStanding,
)
from herning_pwa.people.passwords import check_password, hash_password, hash_secret

SECRET_LIMIT = 200


class Way(StrEnum):
    """What the visitor does next."""

    CHOOSE = "choose"
    STOP = "stop"
    SIGN_IN = "sign_in"
    NOTHING = "nothing"


class Answered(StrEnum):
    """What the last answer led to. The value is what the address carries."""

    STOPPED = "stoppet"
    SAVED = "gemt"


class LinkRefused(DomainError):
    """The link does not do that now; ``str`` says why."""

    def __init__(self, sentence: str, recovery: Recovery | None) -> None:
        super().__init__(sentence)
        self.recovery_id = recovery.id if recovery else None
        self.reason = recovery.standing.value if recovery else "unknown"


@dataclass(frozen=True)
class NewAccessView:
    """What the link is good for. It never says whose account it is."""

    way: str = ""
    sentence: str = ""


def new_access_page(
    db: Session, *, link: object, stop: object, answered: str = ""
) -> NewAccessView:
    """``link`` or ``stop`` is the secret from one of the two mails; ``answered`` what
    came of it."""
    if answered == Answered.SAVED:
        return NewAccessView(Way.SIGN_IN, _("Your new password is saved. Sign in with it."))
    if answered == Answered.STOPPED:
        return NewAccessView(Way.NOTHING, _("It is stopped. Nobody gets into your account."))
    if plain(stop):
        return _stopping(_find(db, Recovery.stop_hash, stop))
    return _choosing(_find(db, Recovery.link_hash, link))


def _choosing(recovery: Recovery | None) -> NewAccessView:
    if recovery and recovery.standing is RecoveryStanding.OPEN:
        return NewAccessView(Way.CHOOSE)
    is_used = recovery is not None and recovery.standing is RecoveryStanding.USED
    way = Way.SIGN_IN if is_used else Way.NOTHING
    return NewAccessView(way, _why_not(recovery))


def _stopping(recovery: Recovery | None) -> NewAccessView:
    if recovery and recovery.is_under_way:
        return NewAccessView(Way.STOP)
    return NewAccessView(Way.NOTHING, _why_not_stop(recovery))


def _why_not(recovery: Recovery | None) -> str:
    """Why the link lets nobody choose a password; a link nobody gave is only incomplete."""
    if recovery is None:
        return _("The link is not complete. Open it from the mail once more.")
    return {
        RecoveryStanding.COOLING: _("The link works from {moment}. Try again then."),
        RecoveryStanding.EXPIRED: _("The link is too old. Call your social worker for a new one."),
        RecoveryStanding.USED: _("The link has been used. Sign in with your new password."),
        RecoveryStanding.STOPPED: _("New access was stopped. Your account is as it was."),
        RecoveryStanding.OPEN: "",
    }[recovery.standing].format(moment=moment(recovery.opens_at))


def _why_not_stop(recovery: Recovery | None) -> str:
    if recovery and recovery.standing is RecoveryStanding.USED:
        return _("The new access has already been used. Was it not you? Call {phone} now.").format(
            phone=settings().municipality_phone
        )
    if recovery and recovery.standing is RecoveryStanding.EXPIRED:
        return _("Nobody used the new access. You need not do anything.")
    return _why_not(recovery)


def _find(
    db: Session, column: InstrumentedAttribute[str], secret: object, *, lock: bool = False
) -> Recovery | None:
    """The recovery this link belongs to; none for a cut or invented link."""
    given = plain(secret)[:SECRET_LIMIT]
    if not given:
        return None
    statement = select(Recovery).where(column == hash_secret(given))
    if lock:
        statement = statement.with_for_update(of=Recovery).execution_options(populate_existing=True)
    return db.scalar(statement)


def stop_recovery(db: Session, *, secret: object) -> None:
    """The owner says stop; the other link is dead at once. Twice is as good as once."""
    recovery = _find(db, Recovery.stop_hash, secret, lock=True)
    if recovery and recovery.standing is RecoveryStanding.STOPPED:
        return
    if recovery is None or not recovery.is_under_way:
        raise LinkRefused(_why_not_stop(recovery), recovery)
    recovery.end(RecoveryEnding.STOPPED)
    cancel_mail(db, recovery.link_mail_id)
    record(db, recovery.person, "recovery.stopped", recovery)


def use_recovery(db: Session, *, secret: object, password: object) -> None:
    """The owner chooses a password; everything that opened the account before is gone.

    A new address is theirs from now. Raises LinkRefused, or Invalid for the field password.
    """
    recovery = _find(db, Recovery.link_hash, secret, lock=True)
    if recovery is None or recovery.standing is not RecoveryStanding.OPEN:
        raise LinkRefused(_why_not(recovery), recovery)
    person = recovery.person
    with checking() as check:
        chosen = check_password(
            check, "password", password, first_name=person.first_name, email=person.email
        )
    tell_it_was_used(db, recovery)
    _move_to_new_address(db, recovery)
    person.password_hash = hash_password(chosen)
    _start_over(db, person)
    recovery.end(RecoveryEnding.USED)
    cancel_mail(db, recovery.link_mail_id)
    record(db, person, "recovery.used", recovery)


def _move_to_new_address(db: Session, recovery: Recovery) -> None:
    """Whoever holds the link has just read it there. Raises LinkRefused when it is another's."""
    if not recovery.new_email:
        return
    try:
        with db.begin_nested():
            recovery.person.email = recovery.new_email
    except IntegrityError:
        raise LinkRefused(
            _("This e-mail address already belongs to an account. Call {phone}.").format(
                phone=settings().municipality_phone
            ),
            recovery,
        ) from None


def _start_over(db: Session, person: Person) -> None:
    """Whoever had a way in before has none now, and is signed out everywhere."""
    shut_out(db, person)
    living = Passkey.person_id == person.id, Passkey.removed_at.is_(None)
    db.execute(update(Passkey).where(*living).values(removed_at=clock.now()))
    db.execute(delete(Authenticator).where(Authenticator.person_id == person.id))
    forget_identities(db, person)
    remove_feed(db, person)
