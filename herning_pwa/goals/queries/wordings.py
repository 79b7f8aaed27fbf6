"""The words of a goal as the page shows them: now, as proposed, and before."""

from __future__ import annotations

from dataclasses import dataclass, field

from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Answer, AnswerKind, Goal, Wording, WordingState
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.difference import Difference, differences
from herning_pwa.goals.words import dates_label, on_day
from herning_pwa.i18n import _, local, moment


@dataclass(frozen=True)
class Part:
    """A named part of the words."""

    label: str = ""
    text: str = ""


@dataclass(frozen=True)
class Said:
    """What somebody answered, and when."""

    shape: str = ""
    verdict: str = ""
    words: str = ""
    day: str = ""
    at: str = ""


@dataclass(frozen=True)
class WordingView:
    """One wording. ``changes`` compares it with the one before."""

    wording_id: str = ""
    label: str = ""
    title: str = ""
    parts: list[Part] = field(default_factory=list)
    comment: str = ""
    by_line: str = ""
    said: list[Said] = field(default_factory=list)
    changes: list[Difference] = field(default_factory=list)


def wording_view(goal: Goal, wording: Wording, company: Company) -> WordingView:
    before = wording_before(goal, wording)
    return WordingView(
        wording_id=str(wording.id),
        label=_label(wording),
        title=wording.title,
        parts=parts_of(wording),
        comment=company.words_of(wording.proposed_by_id, wording.comment),
        by_line=_by_line(wording, company),
        said=[_said(wording, answer, company) for answer in _spoken(goal, wording)],
        changes=differences(before.words, wording.words) if before else [],
    )


def wording_before(goal: Goal, wording: Wording) -> Wording | None:
    """The words these are to replace: the ones returned, else the ones in force then."""
    earlier = [w for w in goal.wordings if w.number < wording.number]
    fallen = {WordingState.WITHDRAWN, WordingState.DECLINED, WordingState.LAPSED}
    standing = [w for w in earlier if w.state not in fallen]
    return standing[-1] if standing else None


def is_return(goal: Goal, wording: Wording) -> bool:
    """Whether this wording was itself the answer to an open one."""
    return any(
        w.number == wording.number - 1
        and w.agreed_at is None
        and wording.proposed_by_id in w.who_said(AnswerKind.RETURN)
        for w in goal.wordings
    )


def parts_of(wording: Wording) -> list[Part]:
    """The parts that have words."""
    parts = [
        Part(_("Why it matters"), wording.why),
        Part(_("Signs we look for"), wording.signs),
        Part(_("Other children’s everyday life"), wording.everyday),
        Part(_("When"), dates_label(wording.starts_on, wording.target_on)),
    ]
    return [part for part in parts if part.text]


def _label(wording: Wording) -> str:
    return {
        WordingState.DRAFT: _("Draft"),
        WordingState.OPEN: _("Suggested words"),
        WordingState.AGREED: _("The words we agreed on"),
        WordingState.DECLINED: _("Not now"),
        WordingState.WITHDRAWN: _("Taken back"),
        WordingState.REPLACED: _("Earlier words"),
        WordingState.LAPSED: _("Never answered"),
    }[wording.state]


def _by_line(wording: Wording, company: Company) -> str:
    if wording.proposed_at is None:
        return ""
    sentence = _("{name} suggested this {day}").format(
        name=company.name(wording.proposed_by_id),
        day=on_day(local(wording.proposed_at).date()),
    )
    return capitalised(sentence)


def _spoken(goal: Goal, wording: Wording) -> list[Answer]:
    """The answers, without the agreement that lies in sending the words oneself."""
    return [a for a in wording.answers if not is_sending(goal, wording, a)]


def is_sending(goal: Goal, wording: Wording, answer: Answer) -> bool:
    return (
        answer.person_id == wording.proposed_by_id
        and answer.kind is AnswerKind.AGREE
        and not is_return(goal, wording)
    )


def _said(wording: Wording, answer: Answer, company: Company) -> Said:
    return Said(
        shape=company.shape(answer.person_id),
        verdict=capitalised(verdict(wording, answer, company)),
        words=company.words_of(answer.person_id, answer.words),
        day=on_day(local(answer.answered_at).date()),
        at=moment(answer.answered_at),
    )


def verdict(wording: Wording, answer: Answer, company: Company) -> str:
    """``Anders ser det anderledes``."""
    late = wording.agreed_at is not None and answer.answered_at > wording.agreed_at
    sentence = {
        AnswerKind.AGREE: _("{name} agreed"),
        AnswerKind.RETURN: _("{name} suggested other words"),
        AnswerKind.DECLINE: _("{name} sees it differently") if late else _("{name} said “not now”"),
    }[answer.kind]
    return sentence.format(name=company.name(answer.person_id))
