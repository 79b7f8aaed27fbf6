"""Reading what a professional wrote about handing the circle on, and what the others will see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Circle, Role
from herning_pwa.circles.models.handover import REASON_LIMIT
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.errors import require
from herning_pwa.fields import Check, checking, copenhagen, plain
from herning_pwa.i18n import _, names, today
from herning_pwa.notifications.commands import outside_quiet_hours
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import normalise_email

NAME_LIMIT = 254
A_YEAR = timedelta(days=366)
TOLD = "ja"


class Lasting(StrEnum):
    """For how long the circle changes hands."""

    PERIOD = "period"
    FOR_GOOD = "for_good"


@dataclass(frozen=True)
class Plan:
    """A handover as it was written, read and found usable."""

    to: Person
    starts_at: datetime
    ends_at: datetime | None
    reason: str
    told_by_phone: bool


@dataclass(frozen=True)
class HandoverPreview:
    """What the family will read, before anything is sent. ``fields`` go back with the form."""

    fields: dict[str, str] = field(default_factory=dict)
    notice: words.HandoverWords = field(default_factory=words.HandoverWords)
    told: str = ""
    reason_read_by: str = ""


def preview_handover(
    db: Session, actor: Person, *, circle_id: object, fields: dict[str, object]
) -> HandoverPreview:
    """The same checks as handing over, and then in words what happens. Changes nothing."""
    circle = find_circle(db, actor, circle_id)
    require(policy.may_hand_over(actor, circle.id))
    plan = read_plan(db, actor, circle, fields)
    return HandoverPreview(
        fields={"circle_id": str(circle.id)} | {name: plain(fields.get(name)) for name in FORM},
        notice=words.handover_ahead(
            actor.first_name, plan.to.first_name, plan.starts_at, plan.ends_at
        ),
        told=_told(circle, actor),
        reason_read_by=_("Your reason is read by {readers}.").format(
            readers=names(_readers_of_the_reason(circle, actor, plan.to))
        ),
    )


FORM = ("handover_id", "who", "lasting", "starts_on", "back_on", "reason", "told")
"""The fields of the form, by name."""


def _told(circle: Circle, actor: Person) -> str:
    people = [m.person.first_name for m in circle.active_memberships if m.person_id != actor.id]
    return _("{people} can see this in the circle at once, and get a mail without content.").format(
        people=names(people)
    )


def _readers_of_the_reason(circle: Circle, writer: Person, to: Person) -> list[str]:
    """First names of the others who read why: who decides, the young person, and the new one."""
    inside = [m.person for m in circle.active_memberships if words.reads_the_reason(m.role)]
    return [person.first_name for person in dict.fromkeys([*inside, to]) if person.id != writer.id]


def read_plan(db: Session, actor: Person, circle: Circle, fields: dict[str, object]) -> Plan:
    """Raises Invalid with a sentence for each field that cannot be used."""
    with checking() as check:
        to = _read_professional(db, check, actor, circle, fields.get("who"))
        starts_on, back_on = _read_days(check, fields)
        reason = check.text(
            "reason",
            fields.get("reason"),
            limit=REASON_LIMIT,
            missing=_("Write in a few words why. The family reads it."),
        )
        starts_at, has_told = _moment(starts_on), fields.get("told") == TOLD
        comes_first = starts_at <= outside_quiet_hours(clock.now())
        if comes_first and not has_told and "starts_on" not in check.problems:
            check.refuse(
                "told", _("It begins before a mail can reach them. Call the family first.")
            )
    assert to is not None  # noqa: S101 - otherwise checking() has raised
    return Plan(to, starts_at, _moment(back_on) if back_on else None, reason, has_told)


def _read_days(check: Check, fields: dict[str, object]) -> tuple[date, date | None]:
    """The first day, and the day the other one is back; none for good."""
    lasting = check.choice(
        "lasting",
        fields.get("lasting"),
        Lasting,
        missing=_("Choose whether it is for a period or for good."),
    )
    starts_on = check.day(
        "starts_on",
        fields.get("starts_on"),
        missing=_("Choose the first day."),
        earliest=today(),
        latest=today() + A_YEAR,
    )
    first = starts_on or today()
    if lasting is not Lasting.PERIOD or "starts_on" in check.problems:
        return first, None
    back_on = check.day(
        "back_on",
        fields.get("back_on"),
        missing=_("Choose the day you are back."),
        latest=first + A_YEAR,
    )
    if back_on and back_on <= first:
        check.refuse("back_on", _("Choose a day after the first day."))
    return first, back_on


def _moment(day: date) -> datetime:
    """Now for today; the first moment of any other day in Denmark."""
    return clock.now() if day == today() else copenhagen(day, time())


def _read_professional(
    db: Session, check: Check, actor: Person, circle: Circle, value: object
) -> Person | None:
    """One of the municipality's professionals, by first name or e-mail."""
    who = check.text(
        "who",
        value,
        limit=NAME_LIMIT,
        missing=_("Write who takes over: a first name or an e-mail."),
    )
    found = _professionals(db, who) if who else []
    if who and not found:
        check.refuse("who", _("We know no professional by that name. Write the whole e-mail."))
    elif len(found) > 1:
        check.refuse("who", _("There are several by that name. Write the e-mail."))
    elif found and found[0].id == actor.id:
        check.refuse("who", _("That is you. Write who takes over from you."))
    elif found and not may_take_over(found[0], circle):
        check.refuse("who", _("This person belongs to the family's own circle. Choose another."))
    return found[0] if found else None


def _professionals(db: Session, who: str) -> list[Person]:
    by_name = or_(Person.first_name == who, func.lower(Person.first_name) == who.lower())
    known_as = Person.email == normalise_email(who) if "@" in who else by_name
    statement = select(Person).where(Person.staff == Staff.PROFESSIONAL, known_as)
    return list(db.scalars(statement.order_by(Person.id).limit(2)))


def may_take_over(person: Person, circle: Circle) -> bool:
    """A professional of the municipality who is not in the circle as anything else."""
    own = next((m for m in circle.active_memberships if m.person_id == person.id), None)
    return person.staff is Staff.PROFESSIONAL and (own is None or own.role is Role.PROFESSIONAL)
