"""What one person has written about goals: words, answers, views, steps, reasons."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.goals.models import (
    Answer,
    AnswerKind,
    ChildView,
    Goal,
    GoalShare,
    Step,
    Turn,
    Wording,
    WordingState,
)
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.words import view_word
from herning_pwa.i18n import _, short_date
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said

FIELDS = ("title", "why", "signs", "everyday", "comment")


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """Everything the person wrote, also where they no longer have a place. Ten statements."""
    return [
        *_wordings(db, person),
        *_answers(db, person),
        *_views(db, person),
        *_steps(db, person),
        *_reasons(db, person),
    ]


def what_goals_are_called(db: Session, person: Person, goals: Iterable[UUID]) -> dict[UUID, str]:
    """Each goal as this person may name it: its title while they see it, else ``et mål``."""
    wanted = set(goals)
    seen = db.scalars(
        visible_to(person).where(Goal.id.in_(wanted)).options(selectinload(Goal.wordings))
    )
    called = {goal.id: goal.shown_wording.title for goal in seen}
    return {goal_id: called.get(goal_id, _("a goal")) for goal_id in wanted}


def _wordings(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(
        select(Wording)
        .where(Wording.proposed_by_id == person.id)
        .options(joinedload(Wording.goal).selectinload(Goal.wordings))
    )
    names = _field_names()
    return [
        OwnWord(
            kind="goal_words",
            id=row.id,
            label=_("Words for a goal"),
            written_at=row.proposed_at or row.goal.created_at,
            circle_id=row.goal.circle_id,
            parts=said(*((names[field], _own(row, field)) for field in FIELDS)),
            state=_standing(row.state),
        )
        for row in rows
    ]


def _own(wording: Wording, field: str) -> str:
    """What the person wrote themself: words taken over from somebody else's are not theirs."""
    text: str = getattr(wording, field)
    earlier = (w for w in wording.goal.wordings if w.number < wording.number)
    first = next((w for w in earlier if getattr(w, field) == text), wording)
    return text if first.proposed_by_id == wording.proposed_by_id else ""


def _field_names() -> dict[str, str]:
    return {
        "title": _("Goal"),
        "why": _("Why it is important"),
        "signs": _("Signs we see"),
        "everyday": _("How it is like other children's everyday life"),
        "comment": _("Comment"),
    }


def _standing(state: WordingState) -> str:
    return {
        WordingState.DRAFT: _("Not sent"),
        WordingState.WITHDRAWN: _("Taken back"),
        WordingState.REPLACED: _("Replaced by other words"),
    }.get(state, "")


def _answers(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(
        select(Answer)
        .where(Answer.person_id == person.id)
        .options(joinedload(Answer.wording).joinedload(Wording.goal))
    ).all()
    called = what_goals_are_called(db, person, (row.wording.goal_id for row in rows))
    words = {
        AnswerKind.AGREE: _("Agree"),
        AnswerKind.RETURN: _("Suggested a change"),
        AnswerKind.DECLINE: _("Not now"),
    }
    return [
        OwnWord(
            kind="goal_answer",
            id=row.id,
            label=_("Answer to a goal"),
            written_at=row.answered_at,
            circle_id=row.wording.goal.circle_id,
            parts=said((_("Answer"), words[row.kind]), (_("Words"), row.words)),
            about=called[row.wording.goal_id],
        )
        for row in rows
    ]


def _views(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(
        select(ChildView)
        .where(ChildView.recorded_by_id == person.id)
        .options(joinedload(ChildView.wording).joinedload(Wording.goal))
    ).all()
    called = what_goals_are_called(db, person, (row.wording.goal_id for row in rows))
    return [
        OwnWord(
            kind="child_view",
            id=row.id,
            label=_("A child's view that you wrote down"),
            written_at=row.at,
            circle_id=row.wording.goal.circle_id,
            parts=said((_("View"), view_word(row.kind)), (_("Words"), row.words)),
            about=called[row.wording.goal_id],
        )
        for row in rows
    ]


def _steps(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(
        select(Step).where(Step.added_by_id == person.id).options(joinedload(Step.goal))
    ).all()
    called = what_goals_are_called(db, person, (row.goal_id for row in rows))
    return [
        OwnWord(
            kind="step",
            id=row.id,
            label=_("Step"),
            written_at=row.added_at,
            circle_id=row.goal.circle_id,
            parts=said((_("Step"), row.title), (_("By"), short_date(row.due_on))),
            about=called[row.goal_id],
            state=_("Taken back") if row.is_withdrawn else "",
        )
        for row in rows
    ]


def _reasons(db: Session, person: Person) -> list[OwnWord]:
    """Why a goal was paused, ended or shared, in the person's words."""
    turns = db.scalars(
        select(Turn)
        .where(Turn.person_id == person.id, Turn.words != "")
        .options(joinedload(Turn.goal))
    )
    shares = db.scalars(
        select(GoalShare)
        .where(GoalShare.shared_by_id == person.id, GoalShare.reason != "")
        .options(joinedload(GoalShare.goal))
    )
    rows = [(row.id, row.goal, row.at, row.words) for row in turns]
    rows += [(row.id, row.goal, row.since, row.reason) for row in shares]
    called = what_goals_are_called(db, person, (goal.id for _id, goal, _at, _words in rows))
    return [
        OwnWord(
            kind="goal_reason",
            id=row_id,
            label=_("Words about a goal"),
            written_at=at,
            circle_id=goal.circle_id,
            parts=said((_("Words"), words)),
            about=called[goal.id],
        )
        for row_id, goal, at, words in rows
    ]
