"""The newest on several goals at once: who says which number now, and the last words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Role
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, relative_day, today
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.form import RecordForm, record_form
from herning_pwa.progress.queries.speakers import (
    ENTRIES_SHOWN,
    Speaker,
    entries_on,
    said_to_all,
    speakers,
    standing,
)
from herning_pwa.progress.words import feeling_word

LAST_SHOWN = 3
FRESH = timedelta(days=7)


@dataclass(frozen=True)
class VoiceNow:
    """One person's latest number: ``Sanne 4``."""

    name: str = ""
    rating: str = ""
    shape: str = ""


@dataclass(frozen=True)
class GoalNow:
    """The latest number of each voice on one goal, and the form for one's own."""

    voices: list[VoiceNow] = field(default_factory=list)
    form: RecordForm = field(default_factory=RecordForm)
    is_mine_fresh: bool = False


@dataclass(frozen=True)
class LastWritten:
    """Something somebody else has written, and on which goal. ``kept``: only for the reader."""

    name: str = ""
    relation: str = ""
    shape: str = ""
    day: str = ""
    rating: str = ""
    word: str = ""
    note: str = ""
    kept: str = ""
    goal: str = ""
    href: str = ""


class Newest:
    """What has been said lately on these goals. One statement.

    The goals come with their wordings and shares, and with the circle's people.
    """

    def __init__(self, db: Session, actor: Person, goals: Sequence[Goal]) -> None:
        self._actor = actor
        self._goals = {goal.id: goal for goal in goals}
        self._entries = entries_on(db, actor, goals) if goals else []
        self._standing = standing(self._entries)

    def on(self, goal: Goal) -> GoalNow:
        """Each voice's latest number on the goal, the reader's first."""
        said = [e for e in said_to_all(self._standing) if e.goal_id == goal.id]
        heard = [one for one in speakers(self._actor, said, goal.circle.authors) if one.numbers]
        return GoalNow(
            voices=[VoiceNow(one.name, str(one.numbers[-1].rating), one.shape) for one in heard],
            form=record_form(self._actor, goal, self._entries, limit=ENTRIES_SHOWN),
            is_mine_fresh=any(
                entry.person_id == self._actor.id and entry.happened_on > today() - FRESH
                for entry in said
            ),
        )

    def by_others(self) -> list[LastWritten]:
        """The last few things somebody else has written, newest first."""
        theirs = [entry for entry in self._standing if entry.person_id != self._actor.id]
        return [self._written(entry) for entry in theirs[:LAST_SHOWN]]

    def by_adults(self) -> list[LastWritten]:
        """The same from the grown-ups only, in their words."""
        theirs = [
            entry
            for entry in self._standing
            if entry.note and self._speaker(entry).role is not Role.YOUNG_PERSON
        ]
        return [self._written(entry) for entry in theirs[:LAST_SHOWN]]

    def _speaker(self, entry: ProgressEntry) -> Speaker:
        [speaker] = speakers(self._actor, [entry], self._goals[entry.goal_id].circle.authors)
        return speaker

    def _written(self, entry: ProgressEntry) -> LastWritten:
        goal, speaker = self._goals[entry.goal_id], self._speaker(entry)
        return LastWritten(
            name=speaker.name,
            relation=speaker.relation,
            shape=speaker.shape,
            day=relative_day(entry.happened_on),
            rating="" if entry.rating is None else str(entry.rating),
            word="" if entry.rating is None else feeling_word(entry.rating, speaker.role),
            note=entry.note or "" if speaker.is_known else "",
            kept=_("Only for you") if entry.is_kept else "",
            goal=goal.shown_wording.title,
            href=routes.goal(goal.id),
        )
