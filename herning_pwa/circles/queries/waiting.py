"""What the circle asks of somebody: professionals' guests that wait for a parent's yes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session, joinedload

from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Invitation
from herning_pwa.i18n import _, local, relative_day
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 20


@dataclass(frozen=True)
class WaitingInvitation:
    """One guest to say yes or no to, on /kreds."""

    invitation_id: str = ""
    circle_name: str = ""
    sentence: str = ""
    since_label: str = ""


def invitations_waiting_for(db: Session, actor: Person) -> list[WaitingInvitation]:
    """The guests this custody parent is asked about, the oldest first. One statement."""
    waiting = db.scalars(
        policy.invitations_to_confirm(actor)
        .options(joinedload(Invitation.circle), joinedload(Invitation.invited_by))
        .order_by(Invitation.created_at)
        .limit(SHOWN_AT_MOST)
    )
    return [_waiting(invitation) for invitation in waiting]


def _waiting(invitation: Invitation) -> WaitingInvitation:
    return WaitingInvitation(
        invitation_id=str(invitation.id),
        circle_name=invitation.circle.name,
        sentence=_("{inviter} would like to invite {guest}.").format(
            inviter=invitation.invited_by.first_name,
            guest=words.named_place(invitation.name, invitation.relation, invitation.role),
        ),
        since_label=relative_day(local(invitation.created_at).date()),
    )
