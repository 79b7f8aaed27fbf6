"""/kreds/[membership_id]: one person's place in the circle, as this reader sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.circle import place_note
from herning_pwa.circles.queries.find import find_place, supporters_of
from herning_pwa.circles.queries.protection import Protection, protection_of
from herning_pwa.i18n import _, local, long_date, short_date
from herning_pwa.people.models import Person
from herning_pwa.people.queries.recovery import RecoveryView, recovery_for
from herning_pwa.preview.policy import may_look_as


@dataclass(frozen=True)
class PlaceView:
    """Who it is, since when and until when, and what the reader may do about it.

    ``over`` speaks when the place is over; ``see_as`` is where the circle is seen with this
    person's eyes, empty for readers who may not.
    """

    membership_id: str = ""
    name: str = ""
    relation: str = ""
    note: str = ""
    shape: str = "circle"
    is_me: bool = False
    over: str = ""
    since: str = ""
    until: str = ""
    invited_by: str = ""
    see_as: str = ""
    see_as_label: str = ""
    can_end: bool = False
    can_leave: bool = False
    ending_means: str = ""
    can_set_end: bool = False
    ends_on: str = ""
    end_means: str = ""
    protection: Protection = field(default_factory=Protection)
    recovery: RecoveryView = field(default_factory=RecoveryView)


def person_page(db: Session, actor: Person, *, membership_id: object) -> PlaceView:
    """Raises NotFound for a place the reader does not see."""
    place = find_place(
        db,
        actor,
        membership_id,
        joinedload(Membership.person),
        joinedload(Membership.invited_by),
    )
    name = place.person.first_name
    is_me = place.person_id == actor.id
    can_set_end = policy.may_set_end(actor, place)
    last_day = place.last_day
    return PlaceView(
        membership_id=str(place.id),
        name=name,
        relation=words.capitalised(words.relation_word(place.relation, place.role)),
        note=place_note(actor, place),
        shape=words.voice_shape(place.role),
        is_me=is_me,
        over=_over(name, place.over_after),
        since=_("Since {day}").format(day=short_date(local(place.started_at).date())),
        until=words.until(last_day) if place.is_active else "",
        invited_by=_invited_by(actor, place),
        see_as=_see_as(actor, place),
        see_as_label=_("See the circle as {name} sees it").format(name=name),
        can_end=place.is_active and policy.may_end_membership(actor, place),
        can_leave=place.is_active and policy.may_leave(actor, place),
        ending_means=_leaving_means(db, place) if is_me else words.ending_means(name),
        can_set_end=can_set_end,
        ends_on=last_day.isoformat() if last_day and can_set_end else "",
        end_means=words.last_day_means(name),
        protection=protection_of(db, actor, place),
        recovery=recovery_for(db, actor, place),
    )


def _leaving_means(db: Session, place: Membership) -> str:
    return words.leaving_means([own.person.first_name for own in supporters_of(db, place)])


def _over(name: str, last_day: date | None) -> str:
    """``Inger var med til og med torsdag den 3. december``."""
    if last_day is None:
        return ""
    return _("{name} took part until and including {day}.").format(
        name=name, day=long_date(last_day)
    )


def _invited_by(actor: Person, place: Membership) -> str:
    """Who brought the person, for those who see everybody in the circle."""
    if place.invited_by is None or not policy.takes_part(actor, place.circle_id):
        return ""
    return _("Invited by {name}").format(name=place.invited_by.first_name)


def _see_as(actor: Person, place: Membership) -> str:
    """Custody parents and the responsible professional; never with their own eyes."""
    return routes.as_somebody(place.id) if may_look_as(actor, place) else ""
