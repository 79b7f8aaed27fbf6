"""The invented people of the demo. They exist only where ``HERNING_DEMO=1``."""

from __future__ import annotations

from dataclasses import dataclass

DEMO_PASSWORD = "rolig sommer ved fjorden"  # noqa: S105 - printed on the demo's own sign-in page


@dataclass(frozen=True)
class DemoPerson:
    """One invented person: who they are in one line of Danish."""

    email: str
    first_name: str
    who: str


DEMO_PEOPLE = (
    DemoPerson("mette@familie.example", "Mette", "mor til Emil og Freja"),
    DemoPerson("anders@familie.example", "Anders", "far til Emil og Freja"),
    DemoPerson("freja@familie.example", "Freja", "15 år"),
    DemoPerson("inger@familie.example", "Inger", "mormor"),
    DemoPerson("jens@familie.example", "Jens", "fodboldtræner"),
    DemoPerson("sanne@kommune.example", "Sanne", "rådgiver"),
    DemoPerson("peter@kommune.example", "Peter", "socialpædagog"),
    DemoPerson("fatima@familie.example", "Fatima", "mor til Alma"),
    DemoPerson("frede@kommune.example", "Frede", "rådgiver for Alma"),
    DemoPerson("birgit@kommune.example", "Birgit", "leder"),
    DemoPerson("otto@kommune.example", "Otto", "administrator"),
)
