"""An invitation: one link, for one person, to one place in one circle."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models.circle import Child, Circle
from herning_pwa.circles.models.kinds import Ending, Relation, Role, Standing
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person

INVITATION_LIFE = timedelta(days=7)
LINKS_AT_MOST = 5

_STANDING_AFTER = {
    Ending.ACCEPTED: Standing.ACCEPTED,
    Ending.DECLINED: Standing.DECLINED,
    Ending.REVOKED: Standing.REVOKED,
    Ending.REFUSED: Standing.REVOKED,
    Ending.REPLACED: Standing.EXPIRED,
}


class AlreadySettled(Conflict):
    """Somebody has answered, withdrawn or confirmed the invitation meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("The invitation has changed in the meantime. Look at it again."))


class Invitation(Base):
    """Who is asked into which place, by whom, until when. The link's secret is not kept.

    While a custody parent's confirmation is missing there is no link at all.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        Index(
            "uq_invitation_under_way",
            "circle_id",
            "invited_by_id",
            "email",
            unique=True,
            sqlite_where=text("ending IS NULL"),
            postgresql_where=text("ending IS NULL"),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), index=True)
    role: Mapped[Role]
    relation: Mapped[Relation]
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str | None] = mapped_column(String(254))  # normalised, see people.passwords
    is_by_hand: Mapped[bool] = mapped_column(default=False, server_default=false())
    address_given_at: Mapped[datetime | None]  # by the guest, who alone knows it then
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))  # own sign-in, from 13
    last_day: Mapped[date | None]  # of the place, when one was agreed
    invited_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + INVITATION_LIFE)
    secret_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    links_made: Mapped[int] = mapped_column(default=0)
    mail_id: Mapped[UUID | None] = mapped_column(ForeignKey("mail.id", ondelete="SET NULL"))
    needs_confirmation: Mapped[bool] = mapped_column(default=False)
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    ending: Mapped[Ending | None]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))

    circle: Mapped[Circle] = relationship()
    child: Mapped[Child | None] = relationship()
    invited_by: Mapped[Person] = relationship(foreign_keys=[invited_by_id])

    @property
    def standing(self) -> Standing:
        if self.ending is not None:
            return _STANDING_AFTER[self.ending]
        if self.expires_at <= clock.now() or (self.last_day and self.last_day < today()):
            return Standing.EXPIRED
        return Standing.WAITING if self.waits_for_confirmation else Standing.OPEN

    @property
    def waits_for_confirmation(self) -> bool:
        return self.needs_confirmation and self.confirmed_at is None

    @property
    def is_shown_link(self) -> bool:
        """Whether the link that works now was shown or printed, not mailed."""
        return self.secret_hash is not None and self.mail_id is None

    def confirm(self, by: Person) -> None:
        """A custody parent says yes; only then may a link be made."""
        if self.standing is not Standing.WAITING:
            raise AlreadySettled
        self.confirmed_at = clock.now()
        self.confirmed_by_id = by.id

    def renew(self) -> None:
        """Seven more days from now."""
        if self.ending is not None:
            raise AlreadySettled
        self.expires_at = clock.now() + INVITATION_LIFE

    def open_link(self, secret_hash: str, mail_id: UUID) -> None:
        """From now this link opens the invitation, and no earlier one does."""
        if self.links_made >= LINKS_AT_MOST:
            raise Conflict(
                _("The link has been sent {n} times. Call {name} instead.").format(
                    n=LINKS_AT_MOST, name=self.name
                )
            )
        self.secret_hash, self.mail_id = secret_hash, mail_id
        self.links_made += 1

    def show_link(self, secret_hash: str) -> None:
        """From now this link opens the invitation, for whoever it is shown to.

        An address the guest gave over an earlier one is forgotten: it may have been wrong.
        """
        if self.standing is Standing.WAITING:
            raise Conflict(_("A parent with custody has not said yes yet. Wait for the answer."))
        if self.standing is Standing.EXPIRED:
            raise Conflict(_("The last day has passed. Take it back, and write a new invitation."))
        if self.address_given_at:
            self.email, self.address_given_at = None, None
        self.secret_hash, self.mail_id = secret_hash, None

    def give_address(self, email: str) -> None:
        """The guest says where the link is to go. Only that mail's link opens it then."""
        self.email, self.address_given_at = email, clock.now()

    def end(self, ending: Ending, by: Person | None) -> None:
        """The invitation ends this way, once. ``by`` is none for a visitor without an account."""
        if self.ending is not None:
            raise AlreadySettled
        self.ending, self.ended_at = ending, clock.now()
        self.ended_by_id = by.id if by else None
