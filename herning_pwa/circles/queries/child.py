"""/kreds/barn/[child_id]: one child, and the child's own sign-in."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.circles import policy
from herning_pwa.circles.models import Child, Invitation, Membership, Standing
from herning_pwa.circles.queries.find import find_child
from herning_pwa.circles.queries.load import with_people
from herning_pwa.circles.words.children import age_line, asked_from, why_no_access_yet
from herning_pwa.i18n import _, local, long_date, relative_day, short_date, today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class ChildView:
    """The child as this reader sees it. ``access`` says how it is with the own sign-in;
    ``invitation_id`` is the link on its way, for those who may do something about it."""

    child_id: str = ""
    name: str = ""
    age: str = ""
    facts: list[str] = field(default_factory=list)
    is_born: bool = False
    birth_date: str = ""
    today: str = ""
    access: str = ""
    access_note: str = ""
    can_give: bool = False
    can_end: bool = False
    ending_means: str = ""
    invitation_id: str = ""
    can_resend: bool = False
    can_revoke: bool = False
    can_record_birth: bool = False


def child_page(db: Session, actor: Person, *, child_id: object) -> ChildView:
    """Raises NotFound, also for a brother or sister. Three statements."""
    people = joinedload(Child.circle).options(with_people())
    child = find_child(db, actor, child_id, people)
    link = _on_its_way(db, child)
    may_give = policy.may_give_access(actor, child.circle_id)
    is_in = child.own_place is not None
    return ChildView(
        child_id=str(child.id),
        name=child.first_name,
        age=age_line(child),
        facts=_facts(child),
        is_born=child.birth_date is not None,
        birth_date=child.birth_date.isoformat() if child.birth_date else "",
        today=today().isoformat(),
        access=_access(child, link),
        access_note=_access_note(child),
        can_give=may_give and child.is_old_enough_to_sign_in and not is_in and link is None,
        can_end=may_give and is_in,
        ending_means=_ending_means(child),
        invitation_id=str(link.id) if link else "",
        can_resend=link is not None and policy.may_resend(actor, link),
        can_revoke=link is not None and policy.may_revoke(actor, link),
        can_record_birth=policy.may_record_birth(actor, child),
    )


def _on_its_way(db: Session, child: Child) -> Invitation | None:
    """A link that has run out is as good as none."""
    found = db.scalar(
        select(Invitation)
        .where(Invitation.child_id == child.id, Invitation.ending.is_(None))
        .options(joinedload(Invitation.invited_by))
        .order_by(Invitation.created_at.desc())
        .limit(1)
    )
    return found if found and found.standing is Standing.OPEN else None


def _facts(child: Child) -> list[str]:
    born = child.birth_date
    told = _("Born {day}").format(day=short_date(born)) if born else ""
    return [fact for fact in (told, asked_from(child)) if fact]


def _access(child: Child, link: Invitation | None) -> str:
    """Where it stands with the own sign-in, in one sentence."""
    if not child.is_old_enough_to_sign_in:
        return why_no_access_yet(child)
    if child.own_place:
        since = local(child.own_place.started_at).date()
        return _("{name} has had an own sign-in since {day}.").format(
            name=child.first_name, day=short_date(since)
        )
    if link:
        return _("{inviter} invited {name} {day}. The link works until {until}.").format(
            inviter=link.invited_by.first_name,
            name=child.first_name,
            day=relative_day(local(link.created_at).date()),
            until=long_date(local(link.expires_at).date()),
        )
    ended = _ended(child)
    if ended and ended.over_after:
        return _("{name}’s own sign-in ended {day}. What {name} wrote stays.").format(
            name=child.first_name, day=short_date(ended.over_after)
        )
    return _("{name} has no own sign-in yet.").format(name=child.first_name)


def _ended(child: Child) -> Membership | None:
    """The last place the child signed in to."""
    places = [m for m in child.circle.memberships if m.person_id == child.person_id]
    return places[-1] if places else None


def _ending_means(child: Child) -> str:
    return _(
        "From that moment {name} can see nothing in the circle. What {name} has written stays."
    ).format(name=child.first_name)


def _access_note(child: Child) -> str:
    """Who gives it, and what it means for the parents."""
    if not child.is_old_enough_to_sign_in or child.circle.responsible is None:
        return ""
    return _(
        "{adviser} gives it and ends it. Parents are told, but do not decide. "
        "{name} can write so that only {adviser} sees it."
    ).format(adviser=child.circle.responsible.person.first_name, name=child.first_name)
