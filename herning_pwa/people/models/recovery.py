"""The way back in for somebody who cannot sign in any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _
from herning_pwa.people.models.person import Person

COOLING_PERIOD = timedelta(hours=24)  # time for the owner to say stop
LONG_COOLING_PERIOD = timedelta(hours=72)  # where the link goes to an address not seen before
LINK_LIFE = timedelta(hours=72)


class IdentityCheck(StrEnum):
    """How whoever started it made sure who was asking."""

    MET = "met"
    VIDEO = "video"
    CALLED_BACK = "called_back"
    OPERATOR = "operator"


class RecoveryEnding(StrEnum):
    """How it came to its end."""

    USED = "used"
    STOPPED = "stopped"  # by the owner, from the mail
    WITHDRAWN = "withdrawn"  # by whoever started it
    REPLACED = "replaced"  # by a newer one, after its link had grown too old


class RecoveryStanding(StrEnum):
    """Where it stands now."""

    COOLING = "cooling"
    OPEN = "open"
    EXPIRED = "expired"
    USED = "used"
    STOPPED = "stopped"


class RecoverySettled(Conflict):
    """It has been used, stopped or taken back meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("The new access has changed in the meantime. Look at it again."))


_STANDING_AFTER = {
    RecoveryEnding.USED: RecoveryStanding.USED,
    RecoveryEnding.STOPPED: RecoveryStanding.STOPPED,
    RecoveryEnding.WITHDRAWN: RecoveryStanding.STOPPED,
    RecoveryEnding.REPLACED: RecoveryStanding.EXPIRED,
}


class Recovery(Base):
    """Who gets new access, who asked for it, and the two links: one stops it, one uses it.

    The links go to the owner's own address. Where they have lost that mailbox, the one that
    uses it goes to ``new_email``, and the one that stops it to both. Their secrets are not kept.
    """

    __tablename__ = "recovery"
    __table_args__ = (
        Index(
            "uq_recovery_under_way",
            "person_id",
            unique=True,
            sqlite_where=text("ending IS NULL"),
            postgresql_where=text("ending IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    circle_id: Mapped[UUID | None] = mapped_column(ForeignKey("circle.id"))  # none: an operator
    started_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    checked_by: Mapped[IdentityCheck]
    new_email: Mapped[str | None] = mapped_column(String(254))  # normalised; theirs once used
    started_at: Mapped[datetime] = mapped_column(default=clock.now)
    opens_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    stop_hash: Mapped[str] = mapped_column(String(64), unique=True)
    link_hash: Mapped[str] = mapped_column(String(64), unique=True)
    link_mail_id: Mapped[UUID | None] = mapped_column(ForeignKey("mail.id", ondelete="SET NULL"))
    ending: Mapped[RecoveryEnding | None]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    @property
    def addresses(self) -> list[str]:
        """Where it is told of: what the account has, and what it is to have."""
        return [self.person.email, *([self.new_email] if self.new_email else [])]

    @property
    def standing(self) -> RecoveryStanding:
        if self.ending is not None:
            return _STANDING_AFTER[self.ending]
        if clock.now() < self.opens_at:
            return RecoveryStanding.COOLING
        is_open = clock.now() < self.expires_at
        return RecoveryStanding.OPEN if is_open else RecoveryStanding.EXPIRED

    @property
    def is_under_way(self) -> bool:
        return self.standing in {RecoveryStanding.COOLING, RecoveryStanding.OPEN}

    def end(self, ending: RecoveryEnding) -> None:
        """It ends this way, once."""
        if self.ending is not None:
            raise RecoverySettled
        self.ending, self.ended_at = ending, clock.now()
