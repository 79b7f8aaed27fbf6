"""Protected addresses, told only to those who are to take care of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.circles import policy
from herning_pwa.circles.models import Membership
from herning_pwa.i18n import _, local, long_date
from herning_pwa.people.models import Person

PROTECTED, LIFTED = "membership.address_protected", "membership.protection_lifted"
"""What the log calls the two acts."""


@dataclass(frozen=True)
class Protection:
    """What the reader may know and do about somebody's address; empty for everybody else."""

    sentence: str = ""
    means: str = ""
    is_protected: bool = False
    can_change: bool = False
    lifted: str = ""  # by somebody else, told to the person whose address it is


def protection_of(db: Session, actor: Person, place: Membership) -> Protection:
    can_change = policy.may_protect_address(actor, place)
    is_protected = place.has_protected_address and policy.knows_of_protection(actor, place)
    return Protection(
        sentence=_sentence(actor, place) if is_protected else "",
        means=_means(actor, place) if can_change else "",
        is_protected=is_protected,
        can_change=can_change,
        lifted=_lifted(db, place) if can_change and place.person_id == actor.id else "",
    )


def warnings_about(actor: Person, places: Iterable[Membership]) -> list[str]:
    """One line for each of these people whose address must not be written, as far as told."""
    return [
        _("{name} has a protected address. Do not write the address here.").format(
            name=place.person.first_name
        )
        for place in places
        if place.is_active
        and place.has_protected_address
        and place.person_id != actor.id
        and policy.knows_of_protection(actor, place)
    ]


def _sentence(actor: Person, place: Membership) -> str:
    if place.person_id == actor.id:
        return _("Your address is protected.")
    return _("{name} has a protected address.").format(name=place.person.first_name)


def _lifted(db: Session, place: Membership) -> str:
    """Who has said last that it is no longer protected, when it was not the person."""
    last = db.scalar(
        select(Activity)
        .where(
            Activity.object_id == place.id,
            Activity.action.in_((PROTECTED, LIFTED)),
            Activity.outcome == Outcome.DONE,
        )
        .order_by(Activity.at.desc(), Activity.id.desc())
        .limit(1)
    )
    if last is None or last.action != LIFTED or last.actor_id in {None, place.person_id}:
        return ""
    return _(
        "{name} wrote {day} that your address is no longer protected. Is that wrong? "
        "Then say here that it is."
    ).format(
        name=db.get_one(Person, last.actor_id).first_name, day=long_date(local(last.at).date())
    )


def _means(actor: Person, place: Membership) -> str:
    if place.person_id == actor.id:
        return _(
            "The professionals are warned before they write an address. "
            "The others in the circle cannot see it."
        )
    return _(
        "You are warned before you write an address. Only {name} and the professionals can see it. "
        "{name} gets a message if you say that it is no longer protected."
    ).format(name=place.person.first_name)
