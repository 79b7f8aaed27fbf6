"""/kreds: the people around the child, and the invitations under way."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Child, Circle, Invitation, Membership, Role, Standing
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.i18n import _, local, long_date, ngettext, relative_day
from herning_pwa.notifications.queries import how_it_went
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 50
TOLD_ABOUT_CUSTODY = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


@dataclass(frozen=True)
class PersonView:
    """Somebody in the circle, as this reader sees them."""

    membership_id: str = ""
    name: str = ""
    relation: str = ""
    note: str = ""
    shape: str = "circle"
    is_me: bool = False
    can_end: bool = False
    can_leave: bool = False
    ending_means: str = ""


@dataclass(frozen=True)
class GroupView:
    """People under one heading."""

    heading: str = ""
    people: list[PersonView] = field(default_factory=list)


@dataclass(frozen=True)
class InvitationRow:
    """An invitation under way."""

    invitation_id: str = ""
    who: str = ""
    status: str = ""
    tone: str = "wait"
    says: str = ""
    mail: str = ""
    sees_heading: str = ""
    sees: list[str] = field(default_factory=list)
    can_confirm: bool = False
    can_revoke: bool = False
    can_resend: bool = False


@dataclass(frozen=True)
class CircleView:
    """The whole page."""

    name: str = ""
    children: list[str] = field(default_factory=list)
    groups: list[GroupView] = field(default_factory=list)
    invitations: list[InvitationRow] = field(default_factory=list)
    can_invite: bool = False


def circle_page(db: Session, actor: Person, *, circle_id: object) -> CircleView:
    """Raises NotFound. Four statements and one for the mails, however many people."""
    circle = db.scalar(
        policy.visible_to(actor)
        .where(Circle.id == as_id(circle_id))
        .options(selectinload(Circle.children))
    )
    if circle is None:
        raise NotFound
    return CircleView(
        name=circle.name,
        children=[_child(child) for child in circle.children],
        groups=_groups(db, actor, circle.id),
        invitations=_invitations(db, actor, circle),
        can_invite=bool(policy.roles_to_invite(actor, circle.id)),
    )


def _child(child: Child) -> str:
    if child.age is None:
        return _("{name}, not born yet").format(name=child.first_name)
    return ngettext("{name}, {n} year", "{name}, {n} years", child.age).format(
        name=child.first_name
    )


def _groups(db: Session, actor: Person, circle_id: UUID) -> list[GroupView]:
    """Family, network, professionals; a heading without people is left out."""
    places = db.scalars(
        policy.members_visible_to(actor)
        .where(Membership.circle_id == circle_id)
        .options(joinedload(Membership.person))
        .order_by(Membership.started_at, Membership.id)
        .limit(SHOWN_AT_MOST)
    ).all()
    headings = dict.fromkeys(words.group_word(role) for role in Role)
    by_heading: dict[str, list[PersonView]] = {heading: [] for heading in headings}
    for place in places:
        by_heading[words.group_word(place.role)].append(_person(actor, place))
    return [GroupView(heading, people) for heading, people in by_heading.items() if people]


def _person(actor: Person, place: Membership) -> PersonView:
    is_me = place.person_id == actor.id
    return PersonView(
        membership_id=str(place.id),
        name=place.person.first_name,
        relation=words.capitalised(words.relation_word(place.relation, place.role)),
        note=_note(actor, place),
        shape=words.voice_shape(place.role),
        is_me=is_me,
        can_end=policy.may_end_membership(actor, place),
        can_leave=policy.may_leave(actor, place),
        ending_means=words.leaving_means()
        if is_me
        else words.ending_means(place.person.first_name),
    )


def _note(actor: Person, place: Membership) -> str:
    """Custody is said only to those who decide, and to oneself."""
    if place.is_responsible:
        return _("Has the responsibility in the municipality")
    own = actor.membership_in(place.circle_id)
    is_told = place.person_id == actor.id or (own is not None and own.role in TOLD_ABOUT_CUSTODY)
    return words.role_note(place.role) if is_told else ""


def _invitations(db: Session, actor: Person, circle: Circle) -> list[InvitationRow]:
    under_way = db.scalars(
        policy.invitations_visible_to(actor)
        .where(Invitation.circle_id == circle.id, Invitation.ending.is_(None))
        .options(joinedload(Invitation.invited_by))
        .order_by(Invitation.created_at.desc())
        .limit(SHOWN_AT_MOST)
    ).all()
    mails = how_it_went(db, [invitation.mail_id for invitation in under_way])
    children = words.children_of(circle)
    return [
        _row(actor, invitation, children, mails.get(invitation.mail_id, ""))
        for invitation in under_way
    ]


def _row(actor: Person, invitation: Invitation, children: str, mail: str) -> InvitationRow:
    waits = invitation.standing is Standing.WAITING
    is_mine = invitation.invited_by_id == actor.id
    return InvitationRow(
        invitation_id=str(invitation.id),
        who=words.named_place(invitation.name, invitation.relation, invitation.role),
        status=words.standing_word(invitation.standing),
        tone="plain" if invitation.standing is Standing.EXPIRED else "wait",
        says=_says(invitation),
        mail=f"{invitation.email}. {mail}" if is_mine and mail else "",
        sees_heading=_("What {name} can see").format(name=invitation.name),
        sees=words.place_sees(invitation.role, children, guest=invitation.name),
        can_confirm=waits and policy.may_confirm(actor, invitation),
        can_revoke=policy.may_revoke(actor, invitation),
        can_resend=not waits and policy.may_resend(actor, invitation),
    )


def _says(invitation: Invitation) -> str:
    inviter, day = invitation.invited_by.first_name, local(invitation.created_at).date()
    if invitation.standing is Standing.WAITING:
        return _("{inviter} asked {day}. A parent with custody says yes or no.").format(
            inviter=inviter, day=relative_day(day)
        )
    until = long_date(local(invitation.expires_at).date())
    if invitation.standing is Standing.EXPIRED:
        return _("{inviter} invited {day}. The link stopped working {until}.").format(
            inviter=inviter, day=relative_day(day), until=until
        )
    return _("{inviter} invited {day}. The link works until {until}.").format(
        inviter=inviter, day=relative_day(day), until=until
    )
