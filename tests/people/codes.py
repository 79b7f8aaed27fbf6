"""Reading the mailbox: the newest code somebody was sent."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.notifications.models import Mail

CODE = re.compile(r"\b\d{6}\b")


def codes_for(db: Session, address: str) -> list[str]:
    """Every code mailed to the address, the newest first."""
    mails = select(Mail.body).where(Mail.to_address == address).order_by(Mail.id.desc())
    return [found[0] for body in db.scalars(mails) if (found := CODE.search(body))]
