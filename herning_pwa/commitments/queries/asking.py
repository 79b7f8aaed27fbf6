"""Who can be asked for a commitment, for the form."""

from __future__ import annotations

from herning_pwa.circles.models import Membership
from herning_pwa.circles.words import named_place
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option

MYSELF = "mig"


def those_to_ask(actor: Person, seeing: list[Membership]) -> list[Option]:
    others = [place for place in seeing if place.person_id != actor.id]
    return [
        Option("", _("I ask everybody: who can?")),
        Option(MYSELF, _("I will do it myself")),
        *(
            Option(
                str(place.id),
                _("I ask {person}").format(
                    person=named_place(place.person.first_name, place.relation, place.role)
                ),
            )
            for place in others
        ),
    ]


def asked_by_name(seeing: list[Membership], actor: Person, asked: object) -> Membership | None:
    """Who the address names; somebody who is not there is simply not chosen."""
    try:
        wanted = as_id(asked)
    except NotFound:
        return None
    return next((p for p in seeing if p.id == wanted and p.person_id != actor.id), None)
