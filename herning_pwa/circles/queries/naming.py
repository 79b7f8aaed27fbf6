"""What a reader calls somebody in the circle: by name, or only by role."""

from __future__ import annotations

from herning_pwa.circles.models import Membership
from herning_pwa.circles.policy import sees_member
from herning_pwa.circles.words import unnamed
from herning_pwa.i18n import _


def knows(own: Membership | None, place: Membership | None) -> bool:
    """Whether the reader, whose place is ``own``, may know who stands in ``place``."""
    return own is not None and place is not None and sees_member(own, place)


def called(own: Membership | None, place: Membership | None) -> str:
    """A first name; for those the reader may not know of, ``en fra netværket``."""
    if place is None:
        return _("somebody")
    return place.person.first_name if knows(own, place) else unnamed(place.role)
