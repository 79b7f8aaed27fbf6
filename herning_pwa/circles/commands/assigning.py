"""The municipality's administrator gives circles to another professional, when the one who has
them cannot: fallen ill at once, or gone."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.commands.carrying_out import end, lock_circle, open_handover, settle
from herning_pwa.circles.commands.handover import tell_everybody, undo, write_down
from herning_pwa.circles.models import Circle, Membership
from herning_pwa.circles.models.handover import REASON_LIMIT, Outcome
from herning_pwa.circles.queries.handing import Plan, may_take_over
from herning_pwa.errors import require
from herning_pwa.fields import Check, checking, copenhagen
from herning_pwa.i18n import _, today
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import normalise_email


def assign_responsible(
    db: Session,
    actor: Person,
    *,
    giver: str,
    taker: str,
    reason: str,
    circle: str = "",
    back_on: date | None = None,
    family_called: bool = False,
) -> int:
    """Hand over all circles ``giver`` answers for, or the one called ``circle``, from now.

    ``giver`` and ``taker`` are e-mails; ``back_on`` makes it a period. Everybody in the circles
    gets a mail. The loop of the running app carries it out within seconds and closes the open
    pages. Gives how many circles it is. Raises NotAllowed, or Invalid for giver, taker, reason
    and back_on.
    """
    require(policy.may_assign(actor))
    with checking() as check:
        had_by = find_by_email(db, normalise_email(giver))
        places = _places_of(db, had_by, circle) if had_by else []
        if not places:
            check.refuse("giver", _("Nobody with that e-mail answers for such a circle now."))
        to = _read_taker(db, check, taker, places)
        words = check.text("reason", reason, limit=REASON_LIMIT, missing=_("Write why."))
        if back_on is not None and back_on <= today():
            check.refuse("back_on", _("Choose a day after the first day."))
    assert to is not None  # noqa: S101 - checking() has raised otherwise
    ends_at = copenhagen(back_on, time()) if back_on else None
    plan = Plan(to, clock.now(), ends_at, words, family_called)
    for place in places:
        _assign(db, actor, place.circle, plan)
    return len(places)


def _places_of(db: Session, person: Person, called: str) -> list[Membership]:
    answers_for = select(Membership).where(
        Membership.person_id == person.id, Membership.is_active, Membership.is_responsible
    )
    return [place for place in db.scalars(answers_for) if not called or place.circle.name == called]


def _read_taker(db: Session, check: Check, email: str, places: list[Membership]) -> Person | None:
    to = find_by_email(db, normalise_email(email))
    if to is None or any(
        place.person_id == to.id or not may_take_over(to, place.circle) for place in places
    ):
        check.refuse("taker", _("This person cannot take over. Choose another professional."))
    return to


def _assign(db: Session, actor: Person, circle: Circle, plan: Plan) -> None:
    """What was agreed before gives way. A substitute who falls ill gives the circle back first."""
    lock_circle(db, circle.id)
    settle(db, circle.id)
    earlier = open_handover(db, circle.id)
    if earlier is not None and earlier.is_running:
        end(db, earlier, Outcome.BACK_EARLY)
    elif earlier is not None:
        undo(earlier, Outcome.CHANGED)
    db.flush()
    db.expire(circle)
    place = circle.responsible
    if place is None or place.person_id == plan.to.id:
        return
    handover = write_down(db, place, plan, assigned_by=actor)
    record(db, actor, "handover.assigned", handover)
    tell_everybody(db, actor, handover)
