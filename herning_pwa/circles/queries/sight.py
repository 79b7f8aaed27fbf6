"""Who can see something, told to one reader by the names that reader may know."""

from __future__ import annotations

from collections.abc import Collection

from herning_pwa.circles.models import Membership
from herning_pwa.circles.policy import sees_member
from herning_pwa.circles.words import capitalised, named_place
from herning_pwa.i18n import _, names, ngettext
from herning_pwa.ui.values import SightLine

NAMES_AT_MOST = 6


def sight_line(
    own: Membership,
    seeing: Collection[Membership],
    *,
    among: Collection[Membership] | None = None,
    met: Collection[Membership] = (),
    sentence: str = "",
    names_at_most: int = NAMES_AT_MOST,
) -> SightLine:
    """``seeing`` are the places that see it, by the policy that decides; ``own`` is the reader's.

    ``among`` are the places it is a question of, else the whole circle. ``sentence`` says it in
    other words, with a hole for ``{names}``. Somebody the reader may not know of is never named;
    those in ``met`` are known to one another, as they sit at the same meeting.
    """
    places = own.circle.active_memberships if among is None else among
    known = [place for place in places if place in met or sees_member(own, place)]
    others = [place for place in known if place in seeing and place.person_id != own.person_id]
    unknown = any(place in seeing for place in places if place not in known)
    told = _first_names(others, names_at_most) + ([_("others in the circle")] if unknown else [])
    said = (sentence or _("Can be seen by {names}.")).format(names=names(told))
    return SightLine(
        line=capitalised(said) if told else _("Only you can see this."),
        can=[entry(own, place) for place in known if place in seeing],
        cannot=[entry(own, place) for place in known if place not in seeing],
    )


def _first_names(places: list[Membership], at_most: int) -> list[str]:
    """All of them, unless they would fill the screen: then the unfolded list has the rest."""
    all_names = [place.person.first_name for place in places]
    if len(all_names) <= at_most:
        return all_names
    shown, rest = all_names[: at_most - 1], len(all_names) - at_most + 1
    return [*shown, ngettext("{n} other", "{n} others", rest)]


def entry(own: Membership, place: Membership) -> str:
    """``Inger, mormor``, and "you yourself" for the reader."""
    if place.person_id == own.person_id:
        return _("You yourself")
    return named_place(place.person.first_name, place.relation, place.role)
