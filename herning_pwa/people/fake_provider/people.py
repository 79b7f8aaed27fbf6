"""The invented people the fake provider knows, and the levels it can say they showed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from herning_pwa.demo.people import DEMO_PEOPLE
from herning_pwa.i18n import _

NSIS = "https://data.gov.dk/concept/core/nsis"


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist, by the pseudonym a provider would use."""

    first_name: str
    who: str

    @property
    def subject(self) -> str:
        return f"falsk-{sha256(self.first_name.encode()).hexdigest()[:24]}"


INVENTED = (
    *(Invented(person.first_name, person.who) for person in DEMO_PEOPLE),
    Invented("Ukendt", _("somebody the app does not know")),
)
LEVELS = {
    f"{NSIS}/Substantial": _("Substantial"),
    f"{NSIS}/High": _("High"),
    f"{NSIS}/Low": _("Low"),
}
