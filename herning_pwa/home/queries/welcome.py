"""What today's page says before there is anything on it, to each in their own place."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa import routes
from herning_pwa.circles.models import Membership, Role
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Welcome:
    """A heading, what will come here, and the first step when there is one."""

    heading: str = ""
    text: str = ""
    act: str = ""
    href: str = ""


def welcome(place: Membership) -> Welcome:
    """For a circle with no goal this person sees."""
    return {
        Role.CUSTODY_PARENT: _to_a_parent,
        Role.PROFESSIONAL: _to_a_professional,
        Role.YOUNG_PERSON: _to_a_young_person,
        Role.NETWORK_MEMBER: _to_a_network_member,
        Role.INFORMED_PARENT: _to_an_informed_parent,
        Role.SUPPORTER: _to_a_supporter,
    }[place.role]()


def no_circle(actor: Person) -> Welcome:
    """For somebody who stands in no circle: not yet, not any more, or because of their post."""
    if actor.staff is not None:
        return Welcome(
            heading=_("You are not in a circle"),
            text=_("You only see goals and meetings in the circles you are part of."),
        )
    return Welcome(
        heading=_("You are not in a circle right now"),
        text=_(
            "Has somebody invited you? Then open the link in the mail. "
            "Otherwise call {municipality} on {number}."
        ).format(municipality=settings().municipality, number=settings().municipality_phone),
        act=_("See what you have written"),
        href=routes.PRIVACY,
    )


def _to_a_parent() -> Welcome:
    return Welcome(
        heading=_("Welcome. Begin with one goal"),
        text=_("What would you like to succeed with? Your social worker answers you."),
        act=_("Suggest a goal"),
        href=routes.NEW_GOAL,
    )


def _to_a_young_person() -> Welcome:
    return Welcome(
        heading=_("Welcome. What would you like?"),
        text=_("Goals that you are part of come here. You can suggest one yourself."),
        act=_("Suggest a goal"),
        href=routes.NEW_GOAL,
    )


def _to_a_network_member() -> Welcome:
    return Welcome(
        heading=_("Thank you for being here"),
        text=_("No goal has been shared with you yet. It comes here when it is."),
        act=_("Suggest a goal"),
        href=routes.NEW_GOAL,
    )


def _to_a_professional() -> Welcome:
    return Welcome(
        heading=_("There are no goals in this circle yet"),
        text=_("Ask the family what matters most to them, and suggest a goal together."),
        act=_("Suggest a goal"),
        href=routes.NEW_GOAL,
    )


def _to_an_informed_parent() -> Welcome:
    return Welcome(
        heading=_("Nothing has been shared with you yet"),
        text=_("What is shared with you comes here. Ask the social worker if you miss something."),
    )


def _to_a_supporter() -> Welcome:
    return Welcome(
        heading=_("Thank you for being a support"),
        text=_("You see here the meetings you come along to."),
    )
