"""/opfoelgning/runde: one goal at a time, and at the end what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.fields import plain
from herning_pwa.followup.models import Round, RoundState
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.followup.queries.asked import (
    goals_done,
    goals_left,
    goals_to_answer,
    key_instead_of,
    said_since,
)
from herning_pwa.followup.words import cycle as words
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import may_record
from herning_pwa.progress.queries.form import RecordForm, record_form
from herning_pwa.progress.queries.speakers import ENTRIES_SHOWN, entries_on


@dataclass(frozen=True)
class RoundView:
    """One screen of the round. An empty ``form.goal_id``: there is nothing (more) to ask.

    ``number`` and ``note`` are what the reader has said since it opened, -1 for no number.
    ``address`` is this screen's own, ``before`` where "Tilbage" leads.
    """

    round_id: str = ""
    heading: str = ""
    where: str = ""  # Mål 2 af 3
    at: int = 0
    total: int = 0
    form: RecordForm = field(default_factory=RecordForm)
    has_said: bool = False
    said: str = ""
    number: int = -1
    note: str = ""
    before: str = routes.HOME
    address: str = routes.UPDATE_ROUND
    thanks: str = ""
    next_step: str = ""


def round_page(db: Session, actor: Person, *, circle_id: object, goal_id: str = "") -> RoundView:
    """The goal asked for, or the first the reader is not done with; NotFound for outsiders.

    Nine statements, however many goals.
    """
    circle = policy.find_circle(db, actor, circle_id)
    current = db.scalar(
        policy.visible_to(actor).where(Round.circle_id == circle.id, Round.state == RoundState.OPEN)
    )
    if current is None:
        return RoundView(heading=_("No round is open"), next_step=words.none_open())
    goals = [g for g in goals_to_answer(db, actor, circle.id) if may_record(actor, g)]
    walk = _Walk(current, goals, goals_done(db, actor, current), said_since(db, actor, current))
    asked = walk.goal(goal_id)
    return _asking(db, actor, walk, asked) if asked else _finished(walk)


@dataclass(frozen=True)
class _Walk:
    """One person's way through the round: what they are asked about, and what they have done."""

    current: Round
    goals: Sequence[Goal]
    done: set[UUID]
    said: dict[UUID, ProgressEntry]

    def goal(self, goal_id: str) -> Goal | None:
        """The one that was asked for, or the first that is left."""
        wanted = (goal for goal in self.goals if str(goal.id) == plain(goal_id))
        return next(wanted, None) or next(iter(goals_left(self.goals, self.done)), None)

    def address(self, goal: Goal | None) -> str:
        address = routes.update_round(self.current.circle_id)
        return f"{address}&maal={goal.id}" if goal else address


def _asking(db: Session, actor: Person, walk: _Walk, asked: Goal) -> RoundView:
    place, entry = walk.goals.index(asked), walk.said.get(asked.id)
    return RoundView(
        round_id=str(walk.current.id),
        heading=asked.shown_wording.title,
        where=_("Goal {n} of {total}").format(n=place + 1, total=len(walk.goals)),
        at=place + 1,
        total=len(walk.goals),
        form=_form(db, actor, asked, entry),
        **_said(entry),
        before=walk.address(walk.goals[place - 1]) if place else routes.HOME,
        address=walk.address(asked),
    )


def _form(db: Session, actor: Person, asked: Goal, entry: ProgressEntry | None) -> RecordForm:
    """The form; when the reader has answered already, it corrects that answer."""
    form = record_form(actor, asked, entries_on(db, actor, [asked]), limit=ENTRIES_SHOWN)
    return replace(form, key=str(key_instead_of(entry))) if entry else form


def _said(entry: ProgressEntry | None) -> dict[str, Any]:
    if entry is None:
        return {}
    return {
        "has_said": True,
        "said": words.said_line(entry.rating, is_kept=entry.is_kept),
        "number": -1 if entry.rating is None else entry.rating,
        "note": entry.note or "",
    }


def _finished(walk: _Walk) -> RoundView:
    said = sum(1 for goal in walk.goals if goal.id in walk.said)
    return RoundView(
        round_id=str(walk.current.id),
        heading=_("Thank you") if said else _("That was all"),
        before=walk.address(walk.goals[-1]) if walk.goals else routes.HOME,
        address=walk.address(None),
        thanks=words.thanks_line(said),
        next_step=words.what_comes_next(walk.current),
    )
