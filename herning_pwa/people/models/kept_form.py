"""Words typed and not sent."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base


class KeptForm(Base):
    """Words a person had typed but not sent when the session ran out or the page was left."""

    __tablename__ = "kept_form"
    __table_args__ = (UniqueConstraint("person_id", "form", "field"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    form: Mapped[str] = mapped_column(String(120))
    field: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(String(4000))
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)
