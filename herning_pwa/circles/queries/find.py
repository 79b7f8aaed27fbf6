"""Looking things up. By id: always from what the actor may see. By link: from its secret."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles import policy
from herning_pwa.circles.models import (
    Circle,
    Ending,
    Invitation,
    LinkProblem,
    Membership,
    Standing,
)
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id, plain
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

SECRET_LIMIT = 200
_PROBLEM_AFTER = {
    Ending.ACCEPTED: LinkProblem.USED,
    Ending.DECLINED: LinkProblem.DECLINED,
    Ending.REVOKED: LinkProblem.REVOKED,
    Ending.REFUSED: LinkProblem.REVOKED,
    Ending.REPLACED: LinkProblem.UNKNOWN,
}


def find_circle(db: Session, actor: Person, circle_id: object, *, lock: bool = False) -> Circle:
    """The circle; raises NotFound. ``lock`` lets only one change it at a time."""
    statement = policy.visible_to(actor).where(Circle.id == as_id(circle_id))
    if lock:
        statement = statement.with_for_update(key_share=True, of=Circle)
    circle = db.scalar(statement)
    if circle is None:
        raise NotFound
    return circle


def find_membership(db: Session, actor: Person, membership_id: object) -> Membership:
    """A living place, locked until the transaction ends; raises NotFound."""
    membership = db.scalar(
        policy.members_visible_to(actor)
        .where(Membership.id == as_id(membership_id))
        .with_for_update(of=Membership)
        .execution_options(populate_existing=True)
    )
    if membership is None:
        raise NotFound
    return membership


def find_invitation(db: Session, actor: Person, invitation_id: object) -> Invitation:
    """An invitation, locked until the transaction ends; raises NotFound."""
    invitation = db.scalar(
        policy.invitations_visible_to(actor)
        .where(Invitation.id == as_id(invitation_id))
        .with_for_update(of=Invitation)
        .execution_options(populate_existing=True)
    )
    if invitation is None:
        raise NotFound
    return invitation


def find_by_secret(db: Session, secret: object, *, lock: bool = False) -> Invitation | None:
    """The invitation this link opens; none for a cut, replaced or invented link."""
    given = plain(secret)[:SECRET_LIMIT]
    if not given:
        return None
    statement = select(Invitation).where(Invitation.secret_hash == hash_secret(given))
    if lock:
        statement = statement.with_for_update(of=Invitation).execution_options(
            populate_existing=True
        )
    return db.scalar(statement)


def problem_with_link(
    db: Session, invitation: Invitation | None, visitor: Person | None
) -> LinkProblem | None:
    """Why the link does not let this visitor in; none when it does."""
    if invitation is None:
        return LinkProblem.UNKNOWN
    if invitation.ending is not None:
        is_in = visitor is not None and _is_for(invitation, visitor) and _is_in(invitation, visitor)
        return LinkProblem.ALREADY_MEMBER if is_in else _PROBLEM_AFTER[invitation.ending]
    if invitation.standing is not Standing.OPEN:
        return LinkProblem.EXPIRED
    return _problem_with_visitor(db, invitation, visitor)


def _problem_with_visitor(
    db: Session, invitation: Invitation, visitor: Person | None
) -> LinkProblem | None:
    if visitor is None:
        has_account = find_by_email(db, invitation.email) is not None
        return LinkProblem.SIGN_IN_FIRST if has_account else None
    if not _is_for(invitation, visitor):
        return LinkProblem.SOMEBODY_ELSE
    return LinkProblem.ALREADY_MEMBER if _is_in(invitation, visitor) else None


def _is_for(invitation: Invitation, visitor: Person) -> bool:
    return visitor.email == invitation.email


def _is_in(invitation: Invitation, visitor: Person) -> bool:
    return visitor.membership_in(invitation.circle_id) is not None
