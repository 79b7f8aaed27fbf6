"""The fixed words and shapes of progress."""

from __future__ import annotations

from typing import Final

from herning_pwa.circles.models import Role

SHAPES: Final = {
    Role.CUSTODY_PARENT: "circle",
    Role.INFORMED_PARENT: "circle",
    Role.YOUNG_PERSON: "star",
    Role.NETWORK_MEMBER: "square",
    Role.SUPPORTER: "square",
    Role.PROFESSIONAL: "diamond",
}
ORDER: Final = ("star", "circle", "square", "diamond")  # the child first, the family before us
