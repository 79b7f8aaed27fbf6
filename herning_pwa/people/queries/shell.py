"""What the shell around every page shows of the person; and where a sign-in stands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.i18n import _
from herning_pwa.people.commands import find_second_step
from herning_pwa.people.models import CodeFrom, KeptForm, Person, SecondStep


def kept_forms(db: Session, actor: Person) -> list[dict[str, str]]:
    """What this person had typed and not sent: form, field and text."""
    statement = select(KeptForm).where(KeptForm.person_id == actor.id).order_by(KeptForm.id)
    return [
        {"form": row.form, "field": row.field, "text": row.text} for row in db.scalars(statement)
    ]


@dataclass(frozen=True)
class SecondStepView:
    """What the page for the code says. Nothing about whose it is."""

    is_open: bool = False
    where: str = ""
    is_mailed: bool = False
    can_mail_again: bool = False


def second_step(db: Session, step_hash: str) -> SecondStepView:
    """Where this browser stands after a right password."""
    step = find_second_step(db, step_hash) if step_hash else None
    if step is None:
        return SecondStepView()
    return SecondStepView(
        is_open=step.is_open,
        where=_where_the_code_is(step),
        is_mailed=step.code_from is CodeFrom.MAIL,
        can_mail_again=step.may_mail_again,
    )


def _where_the_code_is(step: SecondStep) -> str:
    if step.code_from is CodeFrom.AUTHENTICATOR:
        return _("Open the app that shows your codes. Write the 6 digits you see now.")
    if step.mails_sent > 1:
        return _("We have sent a new code to your e-mail. Only the newest one works.")
    return _("We have sent a code of 6 digits to your e-mail. It works for 10 minutes.")
