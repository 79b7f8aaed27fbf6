"""Proposals in the demo that wait for somebody's answer."""

from __future__ import annotations

from herning_pwa.demo.families import Families
from herning_pwa.demo.script import Script, child, days_ago
from herning_pwa.people.models import Person


def bedtime(script: Script, families: Families) -> None:
    """A proposal that waits for the professional."""
    people = families.people
    with days_ago(4):
        goal = script.propose(
            people["Mette"],
            "Emil sover i sin egen seng",
            why="Vi sover alle bedre, når han gør det.",
            signs="Han bliver liggende efter godnathistorien.",
            whose=child(families.emil.id),
            step=("Læse en historie hver aften", people["Mette"], 14),
        )
    with days_ago(3):
        script.agree(people["Anders"], goal, "Det er jeg med på. Også hos mig.")


def an_evening_off(script: Script, people: dict[str, Person]) -> None:
    """A proposal that came back with other words and waits for the parents."""
    with days_ago(6):
        goal = script.propose(
            people["Freja"],
            "Freja har fri en aften om ugen",
            why="Jeg passer tit Emil. Jeg vil også være sammen med mine venner.",
            area="friends_and_leisure",
        )
    with days_ago(2, 13):
        script.return_with(
            people["Sanne"],
            goal,
            "Freja har fri hver onsdag aften",
            "En fast dag er lettere at holde. Passer onsdag jer?",
        )
