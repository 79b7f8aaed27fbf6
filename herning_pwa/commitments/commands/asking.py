"""Asking for help, and offering it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.commitments import policy
from herning_pwa.commitments.commands.telling import tell
from herning_pwa.commitments.models import Commitment, Stage
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import TITLE_LIMIT, Check, as_id, checking, plain
from herning_pwa.i18n import _, ngettext, today
from herning_pwa.people.models import Person

OPEN_AT_MOST = 30
TOLD_WHEN_ASKED = {Role.CUSTODY_PARENT, Role.NETWORK_MEMBER}


def ask_for_help(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    form_key: object,
    what: object,
    on_day: object,
    meant_for: object = "",
) -> Commitment:
    """ "Who can fetch Emil on Thursday?" ``meant_for`` is the place of somebody asked by name.

    Sent twice, the form gives the first one again. Raises NotFound, NotAllowed or Invalid.
    """
    circle = _own_circle(db, actor, circle_id)
    key = as_id(form_key)
    earlier = _written_from(db, actor, key)
    if earlier is not None:
        return earlier
    with checking() as check:
        title, day = _read(db, check, circle, what, on_day)
        asked = _read_asked(check, actor, circle, meant_for)
    commitment = Commitment(
        circle_id=circle.id,
        form_key=key,
        what=title,
        on_day=day,
        meant_for_id=asked.person_id if asked else None,
    )
    commitment.ask(actor)
    db.add(commitment)
    tell(db, [asked] if asked else _those_who_help(circle), but=actor)
    record(db, actor, "commitment.asked", commitment)
    return commitment


def offer_help(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    form_key: object,
    what: object,
    on_day: object,
) -> Commitment:
    """ "I will fetch him on Thursday." Sent twice, the form gives the first one again."""
    circle = _own_circle(db, actor, circle_id)
    key = as_id(form_key)
    earlier = _written_from(db, actor, key)
    if earlier is not None:
        return earlier
    with checking() as check:
        title, day = _read(db, check, circle, what, on_day)
    commitment = Commitment(circle_id=circle.id, form_key=key, what=title, on_day=day)
    commitment.offer(actor)
    db.add(commitment)
    record(db, actor, "commitment.offered", commitment)
    return commitment


def _own_circle(db: Session, actor: Person, circle_id: object) -> Circle:
    """The circle, kept for this transaction; two taps wait for one another."""
    circle = find_circle(db, actor, circle_id, lock=True)
    require(policy.may_take_part(actor, circle.id))
    return circle


def _written_from(db: Session, actor: Person, key: UUID) -> Commitment | None:
    return db.scalar(
        select(Commitment).where(Commitment.asked_by_id == actor.id, Commitment.form_key == key)
    )


def _read(
    db: Session, check: Check, circle: Circle, what: object, on_day: object
) -> tuple[str, date]:
    line = " ".join(plain(what).split())
    title = check.text("what", line, limit=TITLE_LIMIT, missing=_("Write what it is about."))
    day = check.day("on_day", on_day, missing=_("Choose a date."), earliest=today())
    if _count_ahead(db, circle) >= OPEN_AT_MOST:
        check.refuse(
            "what",
            ngettext(
                "There is room for {n} commitment ahead. Let it be done first.",
                "There is room for {n} commitments ahead. Let some be done first.",
                OPEN_AT_MOST,
            ),
        )
    return title, day or today()


def _count_ahead(db: Session, circle: Circle) -> int:
    ahead = select(func.count()).where(
        Commitment.circle_id == circle.id,
        Commitment.stage.in_((Stage.OPEN, Stage.TAKEN)),
        Commitment.on_day >= today(),
    )
    return db.scalar(ahead) or 0


def _read_asked(
    check: Check, actor: Person, circle: Circle, meant_for: object
) -> Membership | None:
    if not plain(meant_for):
        return None
    try:
        wanted = as_id(meant_for)
    except NotFound:
        wanted = None
    asked = next((place for place in _those_who_can(circle) if place.id == wanted), None)
    if asked is None or asked.person_id == actor.id:
        check.refuse("who", _("Choose somebody else in the circle."))
    return asked


def _those_who_can(circle: Circle) -> list[Membership]:
    return [place for place in circle.active_memberships if policy.takes_part(place)]


def _those_who_help(circle: Circle) -> list[Membership]:
    """A question to everybody disturbs the family and its network, not the professionals."""
    return [place for place in circle.active_memberships if place.role in TOLD_WHEN_ASKED]
