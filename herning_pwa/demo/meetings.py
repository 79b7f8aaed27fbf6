"""The meetings of the demo's first circle."""

from __future__ import annotations

from datetime import date, timedelta

from herning_pwa.demo.around_meetings import prepared, understood
from herning_pwa.demo.script import Script, days_ago, weekday_from
from herning_pwa.i18n import today
from herning_pwa.meetings.commands.agenda import add_point
from herning_pwa.meetings.commands.times import mark_times, offer_times
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person


def day_of_the_follow_up() -> date:
    """A weekday within the week, so that the round of updates is open."""
    return weekday_from(today() + timedelta(days=4))


def meetings(script: Script, people: dict[str, Person]) -> None:
    """One that was held, the follow-up that is near, one further ahead."""
    follow_up_on = day_of_the_follow_up()
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
    understood(script, people, held)
    with days_ago(8, 9):
        near = script.call_meeting(
            people["Sanne"],
            "follow_up",
            follow_up_on,
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
    prepared(script, people, near)
    with days_ago(3, 9):
        ahead = script.call_meeting(
            people["Sanne"],
            "status",
            weekday_from(today() + timedelta(days=24)),
            ("10:00", "11:00"),
            [people["Mette"], people["Anders"]],
            place="Hos Sanne",
        )
    another_time(script, people, ahead)


def another_time(script: Script, people: dict[str, Person], meeting: Meeting) -> None:
    """Anders cannot come then; Sanne offers three other times, and Mette has yet to answer."""
    with days_ago(3, 12):
        script.come(people["Anders"], meeting, "another_time", "Jeg har tidlig vagt den dag.")
    with days_ago(2, 9):  # at hours that differ: over a weekend some of the days are the same
        offered = [(25, "12:30", "13:30"), (26, "14:30", "15:30"), (30, "09:00", "10:00")]
        offer_times(
            script.db,
            people["Sanne"],
            meeting_id=meeting.id,
            sequence=meeting.sequence,
            times=[
                (weekday_from(today() + timedelta(days=days)).isoformat(), start, end)
                for days, start, end in offered
            ],
        )
    with days_ago(1):
        times = meeting.open_offers
        mark_times(
            script.db,
            people["Anders"],
            meeting_id=meeting.id,
            shown=" ".join(str(offer.id) for offer in times),
            suits=[str(times[1].id)],
        )
