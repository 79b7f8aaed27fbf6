"""One sentence for each kind of turn in a goal's story."""

from __future__ import annotations

from herning_pwa.goals.models import Achievement, Audience, Turn, TurnKind
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import achievement_word, audience_phrase
from herning_pwa.i18n import _


def turn_sentence(turn: Turn, company: Company) -> str:
    """Who did what. What they wrote stands beside it."""
    return _sentence(turn.kind).format(
        name=company.name(turn.person_id),
        other=company.name(turn.about_id),
        step=turn.step.title if turn.step else "",
        value=_value(turn),
    )


def _sentence(kind: TurnKind) -> str:
    return {
        TurnKind.BEGUN: _("{name} began the goal"),
        TurnKind.PAUSED: _("{name} paused the goal"),
        TurnKind.RESUMED: _("{name} took the goal up again"),
        TurnKind.FINISHED: _("{name} finished the goal: {value}"),
        TurnKind.ENDED: _("{name} ended the goal"),
        TurnKind.WITHDRAWN: _("{name} took the proposal back"),
        TurnKind.UNDONE: _("{name} took back what the meeting had decided"),
        TurnKind.PUT_IN_FOCUS: _("The goal came into focus"),
        TurnKind.TAKEN_OUT_OF_FOCUS: _("{name} took the goal out of focus"),
        TurnKind.ACHIEVEMENT_SET: _("{name} wrote how it goes: {value}"),
        TurnKind.AUDIENCE_CHANGED: _("{name} changed who can see the goal: {value}"),
        TurnKind.SHARED: _("{name} let {other} see the goal"),
        TurnKind.SHARE_ENDED: _("{name} ended that {other} can see the goal"),
        TurnKind.STEP_ADDED: _("{name} added a step for {other}: “{step}”"),
        TurnKind.STEP_TAKEN: _("{name} took over a step from {other}: “{step}”"),
        TurnKind.STEP_DONE: _("A step is done: “{step}”. {name} wrote it."),
        TurnKind.STEP_UNDONE: _("{name} opened a step again: “{step}”"),
        TurnKind.STEP_WITHDRAWN: _("{name} took a step away: “{step}”"),
    }[kind]


def _value(turn: Turn) -> str:
    if turn.kind is TurnKind.AUDIENCE_CHANGED:
        return audience_phrase(Audience(turn.value))
    if turn.kind in {TurnKind.FINISHED, TurnKind.ACHIEVEMENT_SET}:
        return achievement_word(Achievement(turn.value)).lower()
    return ""
