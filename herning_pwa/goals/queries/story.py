"""The goal's history, told as a story from its rows. Nothing in it can be changed or lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import AnswerKind, ChildView, Goal, Turn, Wording
from herning_pwa.goals.queries.children import child_sentence
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.difference import Difference, differences
from herning_pwa.goals.queries.standing import who_agreed
from herning_pwa.goals.queries.turns import turn_sentence
from herning_pwa.goals.queries.wordings import is_return, is_sending, verdict, wording_before
from herning_pwa.i18n import _, stamp


@dataclass(frozen=True)
class Happening:
    """One sentence of the story. ``at`` is worded, ``moment`` is for machines."""

    at: str = ""
    moment: str = ""
    shape: str = ""
    sentence: str = ""
    words: str = ""
    changes: list[Difference] = field(default_factory=list)


Told = tuple[datetime, Happening]


def story(goal: Goal) -> list[Happening]:
    """Everything that has happened to the goal, newest first."""
    company = Company(goal.circle)
    told: list[Told] = []
    for wording in goal.wordings:
        told += _of_wording(goal, wording, company)
    told += [_of_turn(turn, company) for turn in goal.turns]
    told.sort(key=lambda one: one[0])
    return [happening for _at, happening in reversed(told)]


def _of_wording(goal: Goal, wording: Wording, company: Company) -> list[Told]:
    if wording.proposed_at is None:
        return []
    return [
        _proposed(goal, wording, company),
        *_answers(goal, wording, company),
        *(_viewed(view, company) for view in wording.child_views),
        *_agreed(goal, wording, company),
    ]


def _told(
    at: datetime,
    shape: str,
    sentence: str,
    words: str = "",
    changes: list[Difference] | None = None,
) -> Told:
    return at, Happening(
        at=stamp(at),
        moment=at.isoformat(),
        shape=shape,
        sentence=capitalised(sentence),
        words=words,
        changes=changes or [],
    )


def _proposed(goal: Goal, wording: Wording, company: Company) -> Told:
    before = wording_before(goal, wording)
    name = company.name(wording.proposed_by_id)
    if before is None:
        sentence = _("{name} suggested the goal “{title}”").format(name=name, title=wording.title)
    elif is_return(goal, wording):
        sentence = _("{name} suggested other words").format(name=name)
    else:
        sentence = _("{name} suggested a change").format(name=name)
    changes = differences(before.words, wording.words) if before else []
    at = wording.proposed_at or goal.created_at
    return _told(at, company.shape(wording.proposed_by_id), sentence, wording.comment, changes)


def _answers(goal: Goal, wording: Wording, company: Company) -> list[Told]:
    """Returning is told by the wording that came of it, sending by the wording itself."""
    return [
        _told(
            answer.answered_at,
            company.shape(answer.person_id),
            verdict(wording, answer, company),
            answer.words,
        )
        for answer in wording.answers
        if answer.kind is not AnswerKind.RETURN and not is_sending(goal, wording, answer)
    ]


def _agreed(goal: Goal, wording: Wording, company: Company) -> list[Told]:
    if wording.agreed_at is None:
        return []
    sentence = _("{names} have agreed on “{title}”").format(
        names=company.names(who_agreed(wording, goal)), title=wording.title
    )
    return [_told(wording.agreed_at, "", sentence)]


def _viewed(view: ChildView, company: Company) -> Told:
    child = company.child(view.child_id)
    sentence = child_sentence(view, child.first_name if child else _("somebody"))
    return _told(view.at, "star", sentence, view.words)


def _of_turn(turn: Turn, company: Company) -> Told:
    shape = company.shape(turn.person_id)
    return _told(turn.at, shape, turn_sentence(turn, company), turn.words)
