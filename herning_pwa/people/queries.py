"""What the shell around every page shows of the person and their circles."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.people.models import KeptForm, Person


def kept_forms(db: Session, actor: Person) -> list[dict[str, str]]:
    """What this person had typed and not sent: form, field and text."""
    statement = select(KeptForm).where(KeptForm.person_id == actor.id).order_by(KeptForm.id)
    return [
        {"form": row.form, "field": row.field, "text": row.text} for row in db.scalars(statement)
    ]
