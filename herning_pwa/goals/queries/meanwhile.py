"""What happened to a wording while somebody was reading it, in one sentence."""

from __future__ import annotations

from uuid import UUID

from herning_pwa.goals.models import AnswerKind, Goal, Wording, WordingState
from herning_pwa.goals.queries.company import Company
from herning_pwa.i18n import _


def meanwhile(goal: Goal, wording: Wording) -> str:
    """Who did what to the words the person was shown. Their own words are still on the screen."""
    company = Company(goal.circle)
    if wording.state is WordingState.AGREED:
        return _("{names} have agreed on these words in the meantime.").format(
            names=company.names(wording.who_said(AnswerKind.AGREE))
        )
    if wording.state is WordingState.WITHDRAWN:
        return _("{name} has taken the proposal back in the meantime.").format(
            name=company.name(_withdrawn_by(goal, wording))
        )
    if wording.state is WordingState.DECLINED:
        return _("{names} said “not now” in the meantime.").format(
            names=company.names(wording.who_said(AnswerKind.DECLINE))
        )
    if wording.state is WordingState.LAPSED:
        return _("The goal has been ended in the meantime.")
    return _(
        "{name} has suggested other words in the meantime. Read them before you answer."
    ).format(name=company.name(_next_after(goal, wording).proposed_by_id))


def _withdrawn_by(goal: Goal, wording: Wording) -> UUID:
    return wording.proposed_by_id if goal.is_in_force else goal.proposed_by_id


def _next_after(goal: Goal, wording: Wording) -> Wording:
    return next((w for w in goal.wordings if w.number > wording.number), wording)
