"""What has happened in the demo's two circles until today."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.demo.alma import settling_in
from herning_pwa.demo.families import Families
from herning_pwa.demo.follow_ups import first_follow_up, round_opens
from herning_pwa.demo.freja import freja_speaks, freja_suggests
from herning_pwa.demo.goals import calm, dinners, football, mornings
from herning_pwa.demo.meetings import meetings
from herning_pwa.demo.proposals import an_evening_off, bedtime
from herning_pwa.demo.script import Script, days_ago
from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person


def tell(db: Session, families: Families) -> None:
    """Live through the weeks, oldest first."""
    ours, theirs = Script(db, families.circle), Script(db, families.other_circle)
    football(ours, families)
    first_follow_up(ours, families)
    morning = mornings(ours, families)
    dinner = dinners(ours, families)
    calm(ours, families.people)
    voices(ours, families.people, morning, dinner)
    freja_speaks(ours, families.people, dinner)
    freja_suggests(ours, families.people)
    bedtime(ours, families)
    an_evening_off(ours, families.people)
    meetings(ours, families.people)
    settling_in(theirs, families)
    round_opens(ours, families)


def voices(script: Script, people: dict[str, Person], morning: Goal, dinner: Goal) -> None:
    """How it has gone, as each of them saw it."""
    said = [
        (28, "Mette", morning, 3, "Svær uge. Han ville ikke op."),
        (27, "Sanne", morning, 3, ""),
        (21, "Mette", morning, 4, "To gode morgener."),
        (20, "Inger", morning, 6, "Han var glad, da jeg ringede."),
        (14, "Mette", morning, 6, "Tre dage til tiden. Han var stolt."),
        (13, "Peter", morning, 4, "Mandag er stadig svær."),
        (7, "Sanne", morning, 4, "Læreren siger, at det går fremad."),
        (18, "Anders", dinner, 5, "Tre dage i sidste uge."),
        (10, "Freja", dinner, 7, "Det er faktisk hyggeligt."),
        (4, "Anders", dinner, 7, ""),
        (1, "Inger", morning, 7, "Han gik selv ned til bussen."),
    ]
    for days, name, goal, rating, note in said:
        with days_ago(days):
            script.say(people[name], goal, rating, note)
