"""What the responsible professional is shown about new access for somebody in the circle."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.models import Membership
from herning_pwa.i18n import _, moment
from herning_pwa.people.models import (
    IdentityCheck,
    Person,
    Recovery,
    RecoveryEnding,
    RecoveryStanding,
)
from herning_pwa.people.policy import may_start_recovery
from herning_pwa.ui.values import Option

SPOKEN_OF = timedelta(days=7)


@dataclass(frozen=True)
class RecoveryView:
    """Empty for everybody else. ``how_it_went`` speaks of the last one of the week."""

    membership_id: str = ""
    recovery_id: str = ""  # when the reader may take it back
    how_it_went: str = ""
    what_happens: str = ""
    lost_mailbox: str = ""
    lost_mailbox_means: str = ""
    can_start: bool = False
    checks: list[Option] = field(default_factory=list)


def recovery_for(db: Session, actor: Person, membership: Membership) -> RecoveryView:
    """For a query about one place in a circle. One statement, and none for those who may not."""
    if not may_start_recovery(actor, membership):
        return RecoveryView()
    name = membership.person.first_name
    last = db.scalar(
        select(Recovery)
        .where(
            Recovery.person_id == membership.person_id,
            Recovery.started_at > clock.now() - SPOKEN_OF,
        )
        .order_by(Recovery.started_at.desc(), Recovery.id.desc())
        .limit(1)
    )
    goes_on = last is not None and last.is_under_way
    is_of_this_circle = last is not None and last.circle_id == membership.circle_id
    return RecoveryView(
        membership_id=str(membership.id),
        recovery_id=str(last.id) if last and goes_on and is_of_this_circle else "",
        how_it_went=_how_it_went(last, name) if last else "",
        what_happens=_(
            "{name} gets a mail at once and can stop it. "
            "After 24 hours, {name} gets a link to choose a new password. "
            "You never see the link or the password."
        ).format(name=name),
        lost_mailbox=_("{name} cannot use the old e-mail").format(name=name),
        lost_mailbox_means=_(
            "Then the link goes to a new one, after 72 hours. "
            "A mail that can stop it goes to both at once. Ask {name} to spell the new one to you."
        ).format(name=name),
        can_start=not goes_on,
        checks=[Option(kind.value, word) for kind, word in _checks(name)],
    )


def _checks(name: str) -> list[tuple[IdentityCheck, str]]:
    words = {
        IdentityCheck.MET: _("We met, and I know {name}"),
        IdentityCheck.VIDEO: _("We spoke on video, and I know {name}"),
        IdentityCheck.CALLED_BACK: _("I called {name} on the number we have"),
    }
    return [(kind, word.format(name=name)) for kind, word in words.items()]


def _how_it_went(recovery: Recovery, name: str) -> str:
    if recovery.ending is RecoveryEnding.WITHDRAWN:
        return _("It has been taken back.")
    sentence = {
        RecoveryStanding.COOLING: _("{name} gets a mail with a link {opens}."),
        RecoveryStanding.OPEN: _("{name} has got a mail with a link. It works until {expires}."),
        RecoveryStanding.EXPIRED: _("{name} did not use the link in time."),
        RecoveryStanding.USED: _("{name} has chosen a new password."),
        RecoveryStanding.STOPPED: _("{name} has stopped it. Talk with {name} about it."),
    }[recovery.standing]
    return sentence.format(
        name=name, opens=moment(recovery.opens_at), expires=moment(recovery.expires_at)
    )
