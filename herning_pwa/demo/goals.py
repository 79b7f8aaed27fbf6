"""The goals of the demo's first circle, and how each came to be."""

from __future__ import annotations

from datetime import timedelta

from herning_pwa.demo.families import Families
from herning_pwa.demo.script import Script, child, days_ago, parent
from herning_pwa.goals.commands.answer import record_child_view
from herning_pwa.goals.commands.course import finish_goal
from herning_pwa.goals.commands.steps import add_step, mark_step_done
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.i18n import today
from herning_pwa.people.models import Person


def football(script: Script, families: Families) -> None:
    """A goal that is reached."""
    people = families.people
    with days_ago(60):
        goal = script.propose(
            people["Mette"],
            "Emil går til fodbold hver uge",
            why="Han savner nogen at lege med. Fodbold gør ham glad.",
            signs="Han pakker selv tasken. Han fortæller om de andre.",
            whose=child(families.emil.id),
            area="friends_and_leisure",
        )
    with days_ago(57, 9):
        script.agree(people["Sanne"], goal)
    for days, rating in ((45, 5), (30, 8)):
        with days_ago(days):
            script.say(people["Jens"], goal, rating, "Han kommer hver tirsdag.")
    with days_ago(14, 10):
        finish_goal(
            script.db,
            people["Sanne"],
            goal_id=goal.id,
            achievement="achieved",
            words="Emil går nu selv til træning. Flot arbejde af jer alle.",
        )


def mornings(script: Script, families: Families) -> Goal:
    """A goal that got other words before it was agreed."""
    db, people = script.db, families.people
    with days_ago(36):
        goal = script.propose(
            people["Mette"],
            "Emil kommer i skole hver dag",
            why="Morgenerne ender tit i skænderi, og så kommer han for sent.",
            signs="Vi går ud ad døren uden at råbe. Han når at sige hej til sin ven.",
            everyday="Andre i klassen møder også for sent en gang imellem.",
            whose=child(families.emil.id),
            area="school_and_daycare",
            step=("Lægge tøj og taske frem aftenen før", people["Mette"], 42),
        )
    with days_ago(33, 10):
        script.return_with(
            people["Sanne"],
            goal,
            "Emil møder til tiden tre dage om ugen",
            "Lad os begynde med tre dage. Så kan I mærke, at det lykkes.",
        )
    with days_ago(32):
        script.agree(people["Mette"], goal, "Ja. Det kan vi godt.")
    with days_ago(31, 8):
        script.agree(people["Sanne"], goal)
    with days_ago(28):
        add_step(
            db,
            people["Sanne"],
            goal_id=goal.id,
            title="Tale med læreren om en rolig start",
            person_id=people["Sanne"].id,
            due_on=(today() + timedelta(days=5)).isoformat(),
        )
        step = add_step(
            db,
            people["Inger"],
            goal_id=goal.id,
            title="Ringe og vække Emil om mandagen",
            person_id=people["Inger"].id,
            due_on=(today() + timedelta(days=7)).isoformat(),
        )
    with days_ago(20, 8):
        mark_step_done(db, people["Inger"], step_id=step)
    return goal


def dinners(script: Script, families: Families) -> Goal:
    """A family's goal, with the young person's own view."""
    people = families.people
    with days_ago(26):
        goal = script.propose(
            people["Anders"],
            "Vi spiser aftensmad sammen fire dage om ugen",
            why="Så taler vi sammen, og der er ro på.",
            signs="Vi sidder ved bordet, til alle er færdige.",
            step=("Skrive madplan om søndagen", people["Anders"], 35),
        )
    with days_ago(25):
        wording = goal.open_wording
        assert wording is not None  # noqa: S101 - it was sent the day before
        record_child_view(
            script.db,
            people["Freja"],
            goal_id=goal.id,
            wording_id=wording.id,
            child_id=_freja(families),
            kind="agrees",
            words="Fint. Men ikke om torsdagen, der har jeg håndbold.",
        )
    with days_ago(24, 9):
        script.agree(people["Sanne"], goal)
    with days_ago(23):
        script.agree(people["Mette"], goal)
    return goal


def _freja(families: Families) -> object:
    young = families.people["Freja"]
    return next(c.id for c in families.circle.children if c.person_id == young.id)


def calm(script: Script, people: dict[str, Person]) -> None:
    """A parent's own goal, which neither the children nor the network see."""
    with days_ago(22):
        goal = script.propose(
            people["Mette"],
            "Jeg tager en pause, før jeg bliver vred",
            why="Jeg vil gerne være den rolige voksne.",
            signs="Jeg går ud i køkkenet og trækker vejret.",
            whose=parent(people["Mette"]),
            audience=Audience.PARENTS,
        )
    with days_ago(21, 11):
        script.agree(people["Sanne"], goal, "Det er et stærkt mål.")
    with days_ago(6):
        script.say(people["Mette"], goal, 6, "Det lykkedes tre gange i denne uge.")
