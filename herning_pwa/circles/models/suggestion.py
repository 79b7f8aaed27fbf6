"""Whom a young person would like to have in the circle, and what the grown-ups say to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models.circle import Circle
from herning_pwa.circles.models.invitation import Invitation
from herning_pwa.circles.models.kinds import Relation
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _
from herning_pwa.people.models import Person

WORDS_LIMIT = 300


class Reply(StrEnum):
    """What came of a suggestion."""

    INVITED = "invited"
    NOT_NOW = "not_now"
    WITHDRAWN = "withdrawn"


class AlreadyReplied(Conflict):
    """Somebody answered the suggestion, or it was taken back, meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("The suggestion has been answered in the meantime. Look at it again."))


class Suggestion(Base):
    """A name, who it is, and why. There is no address: finding it is the grown-ups' work."""

    __tablename__ = "suggestion"

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    relation: Mapped[Relation]
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT))
    suggested_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    suggested_at: Mapped[datetime] = mapped_column(default=clock.now)
    reply: Mapped[Reply | None]
    reply_words: Mapped[str] = mapped_column(String(WORDS_LIMIT), default="")
    replied_at: Mapped[datetime | None]
    replied_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("invitation.id"))

    circle: Mapped[Circle] = relationship()
    suggested_by: Mapped[Person] = relationship(foreign_keys=[suggested_by_id])
    replied_by: Mapped[Person | None] = relationship(foreign_keys=[replied_by_id])
    invitation: Mapped[Invitation | None] = relationship()

    @property
    def waits(self) -> bool:
        return self.reply is None

    def take_up(self, by: Person, invitation: Invitation) -> None:
        """Somebody who may has invited the person."""
        self._close(Reply.INVITED, by)
        self.invitation = invitation

    def decline(self, by: Person, words: str) -> None:
        """Not now, and why."""
        self._close(Reply.NOT_NOW, by)
        self.reply_words = words

    def withdraw(self, by: Person) -> None:
        """The young person has thought again."""
        self._close(Reply.WITHDRAWN, by)

    def _close(self, reply: Reply, by: Person) -> None:
        if not self.waits:
            raise AlreadyReplied
        self.reply, self.replied_at, self.replied_by_id = reply, clock.now(), by.id
