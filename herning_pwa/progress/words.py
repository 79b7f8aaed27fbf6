"""Words for a young person's numbers."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.models import Role
from herning_pwa.i18n import _


@dataclass(frozen=True)
class Feeling:
    """One of five faces: the number it sends, and the highest number it still stands for."""

    number: int
    highest: int
    word: str


def feelings() -> list[Feeling]:
    """From worst to best, two numbers apart (decision 9)."""
    return [
        Feeling(1, 1, _("Really bad")),
        Feeling(3, 3, _("Bad")),
        Feeling(5, 6, _("Okay")),
        Feeling(7, 8, _("Good")),
        Feeling(9, 10, _("Really good")),
    ]


def feeling_word(rating: int, role: Role | None) -> str:
    """The word of the face nearest a young person's number; empty for anybody else's."""
    if role is not Role.YOUNG_PERSON:
        return ""
    return next(feeling.word for feeling in feelings() if rating <= feeling.highest)


def number_said(rating: int | None, role: Role | None) -> str:
    """``7``; a young person's as they gave it: ``7 · Godt``."""
    if rating is None:
        return ""
    return " · ".join(said for said in (str(rating), feeling_word(rating, role)) if said)
