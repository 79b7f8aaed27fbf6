"""How a goal stands between people: who agreed, who is missing, who sees it differently."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from herning_pwa.circles.models import Child, Role
from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Answer, AnswerKind, Audience, Goal, ViewKind, Wording
from herning_pwa.goals.models.agreement import still_to_answer
from herning_pwa.goals.policy import asked_children
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import on_day
from herning_pwa.i18n import _, local, ngettext, today


@dataclass(frozen=True)
class Disagreement:
    """Somebody who sees an agreed goal differently."""

    shape: str = ""
    sentence: str = ""
    words: str = ""


def standing(goal: Goal, company: Company) -> str:
    """In one or two sentences: who agreed and when, who is missing, until when."""
    wording = goal.open_wording or goal.shown_wording
    sentences = [
        _agreed(goal, company),
        _came_later(goal, company),
        _open(goal, company),
        _missing(goal, wording, company),
        _private(goal, company),
    ]
    return " ".join(capitalised(sentence) for sentence in sentences if sentence)


def _agreed(goal: Goal, company: Company) -> str:
    wording = goal.current_wording
    if wording is None or wording.agreed_at is None:
        return ""
    return _("{names} agreed on this {day}.").format(
        names=company.names(who_agreed(wording, goal)),
        day=on_day(local(wording.agreed_at).date()),
    )


def _came_later(goal: Goal, company: Company) -> str:
    wording = goal.current_wording
    if wording is None:
        return ""
    later = wording.who_said(AnswerKind.AGREE) & _counting(goal) - who_agreed(wording, goal)
    return _("{names} agreed later.").format(names=company.names(later)) if later else ""


def who_agreed(wording: Wording, goal: Goal) -> set[UUID]:
    """Those whose yes counted when the words came into force."""
    agreed_at = wording.agreed_at
    return {
        answer.person_id
        for answer in wording.answers
        if answer.kind is AnswerKind.AGREE and agreed_at and answer.answered_at <= agreed_at
    } & _counting(goal)


def _counting(goal: Goal) -> set[UUID]:
    """Everybody whose answer counts or once counted here."""
    return {
        m.person_id
        for m in goal.circle.memberships
        if m.role is Role.CUSTODY_PARENT or m.role is Role.PROFESSIONAL
    }


def _open(goal: Goal, company: Company) -> str:
    wording = goal.open_wording
    if wording is None or wording.proposed_at is None:
        return ""
    if goal.is_in_force:
        sentence = _("{name} suggested a change {day}.")
    elif wording.number > 1:
        sentence = _("{name} suggested other words {day}.")
    else:
        sentence = _("{name} suggested this {day}.")
    return sentence.format(
        name=company.name(wording.proposed_by_id), day=on_day(local(wording.proposed_at).date())
    )


def _missing(goal: Goal, wording: Wording, company: Company) -> str:
    if goal.is_ended:
        return ""
    if goal.circle.responsible is None and wording.is_open:
        return _("The circle has no social worker now. The goal can be agreed when there is one.")
    missing = still_to_answer(wording, goal.circle)
    if not missing:
        return _parent_needed(goal, wording)
    names, due = company.names(m.person_id for m in missing), wording.answer_due_on
    if wording.is_open and due and due >= today():
        return _("{names} will answer by {day}.").format(names=names, day=on_day(due))
    return ngettext(
        "{names} has not answered yet.", "{names} have not answered yet.", len(missing)
    ).format(names=names)


def _private(goal: Goal, company: Company) -> str:
    if goal.audience is not Audience.CHILD or goal.open_wording is None:
        return ""
    return _("Before you can agree on it, {name} must show it to a parent.").format(
        name=company.name(goal.proposed_by_id)
    )


def _parent_needed(goal: Goal, wording: Wording) -> str:
    if wording.is_open and not goal.circle.custody_parents:
        return _("The circle has no parent who can agree on it.")
    return ""


def disagreements(goal: Goal, company: Company) -> list[Disagreement]:
    """Everybody who sees the words in force differently; shown, never hidden."""
    wording = goal.current_wording
    if wording is None:
        return []
    declined = [a for a in wording.answers if a.kind is AnswerKind.DECLINE]
    children = [c for c in asked_children(goal) if _differs(wording, c)]
    return [
        *(_disagrees(answer, company) for answer in declined),
        *(_child_disagrees(wording, child, company) for child in children),
    ]


def _disagrees(answer: Answer, company: Company) -> Disagreement:
    sentence = _("{name} sees it differently").format(name=company.name(answer.person_id))
    said = company.words_of(answer.person_id, answer.words)
    return Disagreement(company.shape(answer.person_id), capitalised(sentence), said)


def _differs(wording: Wording, child: Child) -> bool:
    view = wording.view_of(child.id)
    return view is not None and view.kind is ViewKind.SEES_IT_DIFFERENTLY


def _child_disagrees(wording: Wording, child: Child, company: Company) -> Disagreement:
    view = wording.view_of(child.id)
    sentence = _("{name} sees it differently").format(name=child.first_name)
    return Disagreement("star", sentence, company.words_of_child(child, view) if view else "")
