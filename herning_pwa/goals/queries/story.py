"""The goal's history, told as a story from its rows. Nothing in it can be changed or lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import AnswerKind, ChildView, Goal, Turn, Wording
from herning_pwa.goals.queries.children import child_sentence, told_by
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


def story(goal: Goal, company: Company) -> list[Happening]:
    """Everything that has happened to the goal, newest first, as the company's reader may know."""
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
    said = company.words_of(wording.proposed_by_id, wording.comment)
    return _told(at, company.shape(wording.proposed_by_id), sentence, said, changes)


def _answers(goal: Goal, wording: Wording, company: Company) -> list[Told]:
    """Returning is told by the wording that came of it, sending by the wording itself."""
    return [
        _told(
            answer.answered_at,
            company.shape(answer.person_id),
            verdict(wording, answer, company),
            company.words_of(answer.person_id, answer.words),
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
    teller = told_by(child, view, company) if child else ""
    sentence = f"{sentence}. {capitalised(teller)}" if teller else sentence
    return _told(view.at, "star", sentence, company.words_of_child(child, view))


def _of_turn(turn: Turn, company: Company) -> Told:
    shape = company.shape(turn.person_id)
    said = company.words_of(turn.person_id, turn.words)
    return _told(turn.at, shape, turn_sentence(turn, company), said)
