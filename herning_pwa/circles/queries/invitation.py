"""/invitation: what the one who holds the link may know. Looking uses nothing up."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy.orm import Session

from herning_pwa.circles import words
from herning_pwa.circles.models import Invitation, LinkProblem, Role
from herning_pwa.circles.queries.find import find_by_secret, problem_with_link
from herning_pwa.circles.queries.inviting import readers_in
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


class Way(StrEnum):
    """What the visitor does next."""

    NEW_HERE = "new_here"
    NO_ADDRESS = "no_address"
    KNOWN_HERE = "known_here"
    SIGNED_IN = "signed_in"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    GO_HOME = "go_home"
    NOTHING = "nothing"
    SAID_NO = "said_no"
    IN_THE_MAIL = "in_the_mail"


NO_THANKS = "nej-tak"
IN_THE_MAIL = "i-din-mail"
_SAID = {NO_THANKS: Way.SAID_NO, IN_THE_MAIL: Way.IN_THE_MAIL}
_WAY_OUT = {
    LinkProblem.USED: Way.SIGN_IN,
    LinkProblem.REPLAYED: Way.SIGN_IN,
    LinkProblem.ALREADY_MEMBER: Way.GO_HOME,
    LinkProblem.SOMEBODY_ELSE: Way.SIGN_OUT,
}


@dataclass(frozen=True)
class InvitationView:
    """The invitation in words; or, when the link does not let in, only why."""

    problem: str = ""
    way: str = ""
    sentence: str = ""
    name: str = ""
    email: str = ""
    until: str = ""
    answers_as: str = ""
    sees: list[str] = field(default_factory=list)
    does_not_see: list[str] = field(default_factory=list)
    read_by: str = ""


def invitation_page(
    db: Session, visitor: Person | None, *, secret: object, said: str = "", answered: str = ""
) -> InvitationView:
    """``visitor`` is who is signed in, or none. A link that does not let in tells no names.

    ``said`` is the problem the last answer met, ``answered`` the answer that went through.
    """
    if answered in _SAID:
        return InvitationView(way=_SAID[answered])
    invitation = find_by_secret(db, secret)
    problem = problem_with_link(db, invitation, visitor)
    if problem is LinkProblem.USED and said == LinkProblem.REPLAYED:
        problem = LinkProblem.REPLAYED
    if invitation is None or problem not in {None, LinkProblem.SIGN_IN_FIRST}:
        problem = problem or LinkProblem.UNKNOWN
        way = _WAY_OUT.get(problem, Way.NOTHING)
        return InvitationView(problem=words.link_sentence(problem), way=way)
    return _worded(invitation, visitor, _way(invitation, visitor, problem))


def _way(invitation: Invitation, visitor: Person | None, problem: LinkProblem | None) -> Way:
    if problem is LinkProblem.SIGN_IN_FIRST:
        return Way.KNOWN_HERE
    if visitor:
        return Way.SIGNED_IN
    return Way.NO_ADDRESS if invitation.is_shown_link else Way.NEW_HERE


def _worded(invitation: Invitation, visitor: Person | None, way: Way) -> InvitationView:
    circle, role = invitation.circle, invitation.role
    children = words.children_of(circle)
    return InvitationView(
        way=way,
        sentence=_sentence(role).format(
            inviter=invitation.invited_by.first_name,
            name=invitation.name,
            relation=words.relation_word(invitation.relation, role),
            children=children,
        ),
        name=invitation.name,
        email=invitation.email or "",
        until=words.until(invitation.last_day),
        answers_as=_answers_as(invitation, visitor),
        sees=words.place_sees(role, children),
        does_not_see=words.place_does_not_see(role),
        read_by=words.writing_is_read_by(role, readers_in(circle)),
    )


def _sentence(role: Role) -> str:
    if role is Role.YOUNG_PERSON:
        return _("{inviter} gives you, {name}, your own sign-in to the circle around {children}.")
    return _("{inviter} invites you, {name}, as {relation} in the circle around {children}.")


def _answers_as(invitation: Invitation, visitor: Person | None) -> str:
    """A code may be read by a phone where somebody else is signed in: say who."""
    if visitor is None or invitation.email:
        return ""
    return _("You are signed in as {name}. Is that not you? Then sign out first.").format(
        name=visitor.first_name
    )
