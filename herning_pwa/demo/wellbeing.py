"""How the professionals in the demo see the children over the weeks, and the phase they are in."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child
from herning_pwa.demo.families import Families
from herning_pwa.demo.script import days_ago
from herning_pwa.followup.commands import change_phase, comment_on_ruler, set_ruler
from herning_pwa.followup.models import Phase
from herning_pwa.people.models import Person

STARTING = "Vi har lige mødt hinanden. Nu finder vi ud af, hvad der er vigtigst for jer."
TRYING = "I har valgt jeres mål. Morgenerne er begyndt at gå lettere."
EMIL_THEN = "Emil er vellidt i klassen. Men han er træt om morgenen og kommer tit for sent."
EMIL_NOW = "Emil er glad for fodbold og sover bedre. Morgenerne er stadig svære nogle dage."
FREJA_THEN = "Freja passer sin skole. Hun er ked af, at I tit er uenige ved middagsbordet."
FREJA_NOW = "Freja siger selv fra nu. Hun savner stadig ro, når familien spiser sammen."
METTE = "Det passer med det, jeg ser. Mandag er den sværeste dag."


def look_after(db: Session, families: Families) -> None:
    """Two readings for each child, two phases."""
    sanne, peter = families.people["Sanne"], families.people["Peter"]
    freja = next(child for child in families.circle.children if child.first_name == "Freja")
    phases = {"circle_id": families.circle.id}
    with days_ago(62, 11):
        first = change_phase(db, sanne, seen="", phase=Phase.START, reason=STARTING, **phases)
    emils = _twice(db, families.emil, (sanne, 4, EMIL_THEN), (peter, 3, EMIL_NOW))
    _twice(db, freja, (sanne, 3, FREJA_THEN), (sanne, 2, FREJA_NOW))
    with days_ago(19):
        comment_on_ruler(db, families.people["Mette"], reading_id=emils, words=METTE)
    with days_ago(20, 14):
        change_phase(db, sanne, seen=first.id, phase=Phase.CHANGE, reason=TRYING, **phases)


def _twice(
    db: Session, child: Child, then: tuple[Person, int, str], now: tuple[Person, int, str]
) -> UUID | None:
    """Gives the latest reading."""
    seen: UUID | None = None
    for days, (by, number, words) in ((58, then), (20, now)):
        with days_ago(days, 13):
            reading = set_ruler(db, by, child_id=child.id, seen=seen, number=number, words=words)
            seen = reading.id
    return seen
