"""Filling an empty database with the demo."""

from __future__ import annotations

from sqlalchemy import func, select

from herning_pwa.db import transaction
from herning_pwa.demo.decided import decide
from herning_pwa.demo.families import move_in
from herning_pwa.demo.post import post_letters
from herning_pwa.demo.promises import promise
from herning_pwa.demo.story import tell
from herning_pwa.demo.wellbeing import look_after
from herning_pwa.people.models import Person


def fill() -> bool:
    """Move the families in and tell their story; False when anybody lives there already."""
    with transaction() as db:
        if db.scalar(select(func.count()).select_from(Person)):
            return False
        families = move_in(db)
        tell(db, families)
        promise(db, families)
        look_after(db, families)
        decide(db, families)
        post_letters(db)
    return True
