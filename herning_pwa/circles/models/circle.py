"""The circle, the children it stands around, and the places in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, String, and_, false, or_, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models.kinds import Relation, Role
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.fields import copenhagen
from herning_pwa.i18n import _, local, today
from herning_pwa.people.models import Person

PARTY_AGE = 10  # own party rights, barnets lov § 3
SIGN_IN_AGE = 13  # the age from which MitID is given


class Circle(Base):
    """The people around one child or a group of siblings."""

    __tablename__ = "circle"

    name: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    children: Mapped[list[Child]] = relationship(back_populates="circle", order_by="Child.id")
    memberships: Mapped[list[Membership]] = relationship(
        back_populates="circle", order_by="Membership.id"
    )

    @property
    def active_memberships(self) -> list[Membership]:
        return [m for m in self.memberships if m.is_active]

    @property
    def authors(self) -> dict[UUID, Membership]:
        """By person, the place each wrote from; see ``authors_among``."""
        return authors_among(self.memberships)

    @property
    def custody_parents(self) -> list[Membership]:
        return [m for m in self.active_memberships if m.role is Role.CUSTODY_PARENT]

    @property
    def responsible(self) -> Membership | None:
        """The one professional who answers for the municipality."""
        return next((m for m in self.active_memberships if m.is_responsible), None)


def authors_among(places: Iterable[Membership]) -> dict[UUID, Membership]:
    """By person, the place each wrote from: the latest one in which somebody writes.

    A supporter writes nothing on goals, so whoever was here as something else before is still
    known by that.
    """
    authors: dict[UUID, Membership] = {}
    for place in places:
        if place.role is not Role.SUPPORTER or place.person_id not in authors:
            authors[place.person_id] = place
    return authors


class Child(Base):
    """A child the circle stands around.

    ``person_id`` is set once the child can sign in, and stays when that is over: it says
    whose words the child's own were.
    """

    __tablename__ = "child"

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), index=True)
    first_name: Mapped[str] = mapped_column(String(80))
    birth_date: Mapped[date | None]  # none for a child not yet born
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))

    circle: Mapped[Circle] = relationship(back_populates="children")

    @property
    def age(self) -> int | None:
        """Whole years today, in Denmark; none before birth."""
        if self.birth_date is None:
            return None
        day = today()
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday

    @property
    def is_old_enough_to_sign_in(self) -> bool:
        return self.age is not None and self.age >= SIGN_IN_AGE

    @property
    def own_place(self) -> Membership | None:
        """The place the child signs in to now. ``person_id`` alone may be history."""
        places = self.circle.active_memberships
        return next((m for m in places if m.person_id == self.person_id), None)

    @property
    def is_asked_for_a_view(self) -> bool:
        """From ten the child's own view on a goal is asked for (barnets lov § 3 and § 5)."""
        return self.age is not None and self.age >= PARTY_AGE


class Membership(Base):
    """A person's place in one circle, with a start and an end."""

    __tablename__ = "membership"
    __table_args__ = (
        Index(
            "uq_membership_living",
            "circle_id",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "uq_membership_responsible",
            "circle_id",
            unique=True,
            sqlite_where=text("is_responsible AND ended_at IS NULL"),
            postgresql_where=text("is_responsible AND ended_at IS NULL"),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role]
    relation: Mapped[Relation]
    _is_responsible: Mapped[bool] = mapped_column("is_responsible", default=False)
    responsible_until: Mapped[datetime | None]  # a substitute's last moment
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    ends_at: Mapped[datetime | None]  # agreed beforehand; over from that moment
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    invited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    has_protected_address: Mapped[bool] = mapped_column(default=False, server_default=false())

    circle: Mapped[Circle] = relationship(back_populates="memberships")
    person: Mapped[Person] = relationship(back_populates="memberships", foreign_keys=[person_id])
    invited_by: Mapped[Person | None] = relationship(foreign_keys=[invited_by_id])

    @hybrid_property
    def is_active(self) -> bool:
        """Whether the place is there now: not ended, and not past its agreed end."""
        return self.ended_at is None and (self.ends_at is None or clock.now() < self.ends_at)

    @is_active.inplace.expression
    @classmethod
    def _is_active(cls) -> ColumnElement[bool]:
        return and_(cls.ended_at.is_(None), or_(cls.ends_at.is_(None), cls.ends_at > clock.now()))

    @hybrid_property
    def is_responsible(self) -> bool:
        """Whether this place answers for the municipality now."""
        until = self.responsible_until
        return bool(self._is_responsible) and (until is None or clock.now() < until)

    @is_responsible.inplace.setter
    def _set_is_responsible(self, answers: bool) -> None:
        self._is_responsible, self.responsible_until = answers, None

    @is_responsible.inplace.expression
    @classmethod
    def _answers_now(cls) -> ColumnElement[bool]:
        until = cls.responsible_until
        return and_(cls._is_responsible, or_(until.is_(None), until > clock.now()))

    @property
    def last_day(self) -> date | None:
        """The last whole day, when it was agreed beforehand."""
        return local(self.ends_at - timedelta.resolution).date() if self.ends_at else None

    @property
    def over_after(self) -> date | None:
        """The day after which the place was over; none while it is there."""
        if self.is_active:
            return None
        if self.ended_at and (self.ends_at is None or self.ended_at < self.ends_at):
            return local(self.ended_at).date()
        return self.last_day

    @property
    def decides(self) -> bool:
        """Whether this place carries a say over the wording of goals."""
        return self.role is Role.CUSTODY_PARENT or self.role is Role.PROFESSIONAL

    def stay_until(self, day: date | None) -> None:
        """Let the place be over when that day is, in Denmark; none: until somebody ends it."""
        self.ends_at = copenhagen(day + timedelta(days=1), time()) if day else None

    def end(self, by: Person) -> None:
        """The place ends now; what the person wrote stays."""
        if not self.is_active:
            raise Conflict(_("This person is no longer in the circle."))
        self.ended_at = clock.now()
        self.ended_by_id = by.id
