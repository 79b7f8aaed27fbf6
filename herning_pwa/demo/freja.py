"""What Freja says in the demo: with a face to everybody, with words to Sanne alone, and whom
she would like to have in the circle."""

from __future__ import annotations

from uuid import uuid4

from herning_pwa.circles.commands import decline_suggestion, suggest
from herning_pwa.demo.script import Script, days_ago
from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import KeptFor
from herning_pwa.progress.words import feelings


def freja_speaks(script: Script, people: dict[str, Person], dinner: Goal) -> None:
    """Two days apart."""
    okay = feelings()[2]
    with days_ago(5, 20):
        script.say(people["Freja"], dinner, okay.number, "Torsdag gik skævt.")
    with days_ago(3, 21):
        record_progress(
            script.db,
            people["Freja"],
            goal_id=dinner.id,
            client_key=str(uuid4()),
            note="De skændes, når de tror, at jeg ikke hører det. Kan vi tale om det?",
            kept_for=KeptFor.RESPONSIBLE,
        )


def freja_suggests(script: Script, people: dict[str, Person]) -> None:
    """One got an answer, one waits."""
    freja, here = people["Freja"], {"circle_id": script.circle.id}
    with days_ago(12, 17):
        teacher = suggest(
            script.db, freja, name="Malene", relation="teacher", words="Hun hører efter.", **here
        )
    with days_ago(11, 18):
        decline_suggestion(
            script.db,
            people["Mette"],
            suggestion_id=teacher.id,
            words="Malene har orlov til marts. Lad os spørge hende til den tid.",
        )
    with days_ago(1, 16):
        suggest(
            script.db,
            freja,
            name="Maja",
            relation="friend",
            words="Hun kender mig bedst. Jeg vil gerne have hende med til mødet.",
            **here,
        )
