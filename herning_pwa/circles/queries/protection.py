"""Protected addresses, told only to those who are to take care of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from herning_pwa.circles import policy
from herning_pwa.circles.models import Membership
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Protection:
    """What the reader may know and do about somebody's address; empty for everybody else."""

    sentence: str = ""
    means: str = ""
    is_protected: bool = False
    can_change: bool = False


def protection_of(actor: Person, place: Membership) -> Protection:
    can_change = policy.may_protect_address(actor, place)
    is_protected = place.has_protected_address and policy.knows_of_protection(actor, place)
    return Protection(
        sentence=_sentence(actor, place) if is_protected else "",
        means=_means(actor, place) if can_change else "",
        is_protected=is_protected,
        can_change=can_change,
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


def _means(actor: Person, place: Membership) -> str:
    if place.person_id == actor.id:
        return _(
            "The professionals are warned before they write an address. "
            "The others in the circle cannot see it."
        )
    return _(
        "You are warned before you write an address. Only {name} and the professionals can see it."
    ).format(name=place.person.first_name)
