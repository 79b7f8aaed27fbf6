"""The meetings of the demo's first circle."""

from __future__ import annotations

from datetime import timedelta

from herning_pwa.demo.script import Script, days_ago, weekday_from
from herning_pwa.i18n import today
from herning_pwa.meetings.commands.agenda import add_point
from herning_pwa.people.models import Person


def meetings(script: Script, people: dict[str, Person]) -> None:
    """One that was held, one that is near, one further ahead."""
    everybody = [people[name] for name in ("Mette", "Anders", "Freja", "Inger", "Peter")]
    with days_ago(40, 9):
        held = script.call_meeting(
            people["Sanne"],
            "network",
            weekday_from(today() + timedelta(days=14)),
            ("14:00", "15:00"),
            everybody,
            place="Rådhuset, lokale 2",
        )
        for person in everybody:
            script.come(person, held)
    with days_ago(8, 9):
        near = script.call_meeting(
            people["Sanne"],
            "network",
            weekday_from(today() + timedelta(days=11)),
            ("14:05", "15:00"),
            everybody,
            place="Rådhuset, lokale 2",
            points="Hvordan går morgenerne?",
        )
    with days_ago(5):
        script.come(people["Inger"], near)
        add_point(
            script.db,
            people["Inger"],
            meeting_id=near.id,
            text="Kan jeg hente Emil om torsdagen?",
        )
    with days_ago(4):
        script.come(people["Anders"], near, "video", "Jeg er på arbejde, men kan være med.")
    with days_ago(3, 9):
        script.call_meeting(
            people["Sanne"],
            "follow_up",
            weekday_from(today() + timedelta(days=24)),
            ("10:00", "11:00"),
            [people["Mette"], people["Anders"]],
            place="Hos Sanne",
        )
