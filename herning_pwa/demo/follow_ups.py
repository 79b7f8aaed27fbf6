"""The demo's follow-ups: one was held, and the round before the next is open."""

from __future__ import annotations

from datetime import timedelta

from herning_pwa import clock
from herning_pwa.demo.families import Families
from herning_pwa.demo.meetings import day_of_the_follow_up
from herning_pwa.demo.script import Script, days_ago
from herning_pwa.followup.commands import hold_follow_up, move_round
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.followup.models.calendar import opens_at
from herning_pwa.i18n import today

FIRST_WAS_HELD = 37


def first_follow_up(script: Script, families: Families) -> None:
    """Brought forward and held; the next got its day at once."""
    next_on = day_of_the_follow_up()
    sanne, circle = families.people["Sanne"], families.circle
    with days_ago(50, 9):
        first = settle(script.db, circle.id)
        assert first is not None  # noqa: S101 - Sanne answers for the circle
        move_round(
            script.db,
            sanne,
            round_id=first.id,
            shown=first.due_on.isoformat(),
            day=(today() + timedelta(days=50 - FIRST_WAS_HELD)).isoformat(),
            reason="Mette og Anders vil gerne hurtigt i gang.",
        )
    with days_ago(FIRST_WAS_HELD, 15):
        hold_follow_up(
            script.db,
            sanne,
            round_id=first.id,
            shown=today().isoformat(),
            next_on=next_on.isoformat(),
        )


def round_opens(script: Script, families: Families) -> None:
    """A week before the meeting, at eight in the morning."""
    with clock.telling(opens_at(day_of_the_follow_up())):
        settle(script.db, families.circle.id)
        settle(script.db, families.other_circle.id)
