"""How sending went."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.i18n import _, stamp
from herning_pwa.notifications.models import Mail


def how_it_went(db: Session, mail_ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """One sentence for each mail; nothing for those that are not there."""
    wanted = [mail_id for mail_id in mail_ids if mail_id]
    if not wanted:
        return {}
    return {
        mail.id: _sentence(mail) for mail in db.scalars(select(Mail).where(Mail.id.in_(wanted)))
    }


def _sentence(mail: Mail) -> str:
    if mail.sent_at:
        return _("The mail was sent {moment}.").format(moment=stamp(mail.sent_at))
    if mail.has_failed:
        return _("The mail could not be delivered. Is the address right?")
    return _("The mail is on its way.")
