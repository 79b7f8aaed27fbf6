"""What happens in the circle around Alma. Nobody in the first circle ever sees this."""

from __future__ import annotations

from datetime import timedelta

from herning_pwa.demo.families import Families
from herning_pwa.demo.script import Script, child, days_ago, weekday_from
from herning_pwa.i18n import today


def settling_in(script: Script, families: Families) -> None:
    """One goal that waits for an answer, and one meeting ahead."""
    people = families.people
    with days_ago(5):
        script.propose(
            people["Fatima"],
            "Alma falder til i dagplejen",
            why="Hun græder, når jeg går.",
            signs="Hun vinker farvel.",
            whose=child(families.alma.id),
            area="school_and_daycare",
        )
    with days_ago(5, 9):
        script.call_meeting(
            people["Frede"],
            "talk",
            weekday_from(today() + timedelta(days=12)),
            ("09:00", "09:45"),
            [people["Fatima"]],
            place="Dagplejen",
        )
