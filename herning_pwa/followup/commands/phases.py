"""Going into another phase."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import Check, as_id, checking
from herning_pwa.followup.commands.telling import tell_family
from herning_pwa.followup.models import WORDS_LIMIT, Phase, PhaseTurn
from herning_pwa.followup.policy import phases as policy
from herning_pwa.followup.queries.find import latest_turn
from herning_pwa.followup.words import phase_word
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def change_phase(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    seen: object,
    phase: object,
    reason: object,
) -> PhaseTurn:
    """The circle goes into a phase, on or back. ``seen`` is the latest turn the page showed.

    Sent twice it is one. Raises NotFound, NotAllowed, Invalid, and Conflict when somebody
    has changed it meanwhile.
    """
    circle = find_circle(db, actor, circle_id, lock=True)
    require(policy.may_change_phase(actor, circle.id))
    after, latest = as_id(seen) if seen else None, latest_turn(db, circle)
    with checking() as check:
        turn = _read(check, phase, reason, now_is=latest if latest and latest.id == after else None)
    if latest is None and after is not None:
        raise NotFound
    if latest is not None and latest.id != after:
        if _is_the_same(latest, actor, turn, after):
            return latest
        raise Conflict(_told(latest))
    turn.circle_id, turn.by, turn.follows_id = circle.id, actor, after
    db.add(turn)
    record(db, actor, "phase.changed", turn)
    tell_family(db, circle, but=actor)
    return turn


def _read(check: Check, phase: object, reason: object, *, now_is: PhaseTurn | None) -> PhaseTurn:
    chosen = check.choice("phase", phase, Phase, missing=_("Choose a phase."))
    if now_is and chosen is now_is.phase:
        check.refuse("phase", _("You are in that phase now. Choose another one."))
    why = check.text(
        "reason", reason, limit=WORDS_LIMIT, missing=_("Write why, so that the family knows it.")
    )
    return PhaseTurn(phase=chosen, reason=why)


def _is_the_same(latest: PhaseTurn, actor: Person, turn: PhaseTurn, after: UUID | None) -> bool:
    """Whether it has come twice from a slow phone."""
    said = (latest.by_id, latest.follows_id, latest.phase, latest.reason)
    return said == (actor.id, after, turn.phase, turn.reason)


def _told(latest: PhaseTurn) -> str:
    return _(
        "{name} has changed the phase meanwhile: {phase}. Your words are still here. "
        "Look at it, and send again."
    ).format(name=latest.by.first_name, phase=phase_word(latest.phase))
