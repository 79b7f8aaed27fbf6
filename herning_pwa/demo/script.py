"""Short words for what people do in the demo, each on its own day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.goals.commands.answer import agree_to_goal, return_goal
from herning_pwa.goals.commands.draft import save_aim, save_plan, save_reasons
from herning_pwa.goals.commands.propose import propose_goal
from herning_pwa.goals.models import Audience, Goal, Whose
from herning_pwa.goals.queries.find import find_draft
from herning_pwa.i18n import COPENHAGEN, today
from herning_pwa.meetings.commands.answer import answer_meeting
from herning_pwa.meetings.commands.plan import plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress

WEEKEND = 5


@contextmanager
def days_ago(days: int, hour: int = 19, minute: int = 30) -> Iterator[None]:
    """Let it be that many days ago, at that time of day in Denmark."""
    day = today() - timedelta(days=days)
    with clock.telling(datetime.combine(day, time(hour, minute), tzinfo=COPENHAGEN)):
        yield


def weekday_from(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    while day.weekday() >= WEEKEND:
        day += timedelta(days=1)
    return day


class Script:
    """What people do, told with as few words as a story needs."""

    def __init__(self, db: Session, circle: Circle) -> None:
        self.db = db
        self.circle = circle

    def propose(
        self,
        by: Person,
        title: str,
        *,
        why: str,
        signs: str = "",
        everyday: str = "",
        whose: str = Whose.FAMILY,
        area: str = "home",
        audience: str = Audience.CIRCLE,
        weeks: int = 12,
        step: tuple[str, Person, int] | None = None,
    ) -> Goal:
        """Draft a goal and send it. ``step`` is what, who and in how many days."""
        here = {"circle_id": self.circle.id}
        save_aim(self.db, by, title=title, whose=whose, area=area, **here)
        save_reasons(self.db, by, why=why, signs=signs, everyday=everyday, **here)
        save_plan(
            self.db,
            by,
            starts_on=today().isoformat(),
            target_on=(today() + timedelta(weeks=weeks)).isoformat(),
            step_title=step[0] if step else "",
            step_person_id=step[1].id if step else "",
            step_due_on=(today() + timedelta(days=step[2])).isoformat() if step else "",
            **here,
        )
        self.db.flush()
        draft = find_draft(self.db, by, self.circle.id)
        assert draft is not None  # noqa: S101 - it was saved three lines above
        propose_goal(self.db, by, goal_id=draft.id, audience=audience)
        return draft

    def agree(self, by: Person, goal: Goal, words: str = "") -> None:
        wording = goal.open_wording or goal.shown_wording
        agree_to_goal(self.db, by, goal_id=goal.id, wording_id=wording.id, words=words)

    def return_with(self, by: Person, goal: Goal, title: str, comment: str) -> None:
        """Answer with another title; the other words stay as they were."""
        wording = goal.shown_wording
        fields: dict[str, object] = {
            "title": title,
            "why": wording.why,
            "signs": wording.signs,
            "everyday": wording.everyday,
            "starts_on": wording.starts_on.isoformat() if wording.starts_on else "",
            "target_on": wording.target_on.isoformat() if wording.target_on else "",
            "comment": comment,
        }
        return_goal(self.db, by, goal_id=goal.id, wording_id=wording.id, fields=fields)

    def say(self, by: Person, goal: Goal, rating: int | None, note: str = "") -> None:
        record_progress(
            self.db, by, goal_id=goal.id, client_key=str(uuid4()), rating=rating, note=note
        )

    def call_meeting(
        self,
        by: Person,
        kind: str,
        day: date,
        hours: tuple[str, str],
        people: list[Person],
        *,
        place: str,
        points: str = "",
    ) -> Meeting:
        return plan_meeting(
            self.db,
            by,
            circle_id=self.circle.id,
            form_key=str(uuid4()),
            kind=kind,
            day=day.isoformat(),
            start=hours[0],
            end=hours[1],
            people=[str(person.id) for person in people],
            place=place,
            points=points,
        )

    def come(self, by: Person, meeting: Meeting, answer: str = "coming", words: str = "") -> None:
        answer_meeting(
            self.db,
            by,
            meeting_id=meeting.id,
            sequence=str(meeting.sequence),
            answer=answer,
            words=words,
        )


def child(child_id: UUID) -> str:
    """Whose goal it is, as the form says it."""
    return f"{Whose.CHILD}:{child_id}"


def parent(person: Person) -> str:
    return f"{Whose.PARENT}:{person.id}"
