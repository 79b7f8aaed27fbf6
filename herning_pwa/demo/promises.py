"""What people in the demo have promised each other: one thing is open, one is taken."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.commitments.commands import ask_for_help, take_commitment
from herning_pwa.demo.families import Families
from herning_pwa.demo.script import days_ago, weekday_from
from herning_pwa.i18n import today


def promise(db: Session, families: Families) -> None:
    """Mette asks twice; Jens has said yes to the one."""
    mette, jens = families.people["Mette"], families.people["Jens"]
    here = {"circle_id": families.circle.id}
    with days_ago(2):
        training = ask_for_help(
            db,
            mette,
            form_key=uuid4(),
            what="Køre Emil hjem fra træning",
            on_day=weekday_from(today() + timedelta(days=3)).isoformat(),
            **here,
        )
    with days_ago(1):
        take_commitment(db, jens, commitment_id=training.id)
        ask_for_help(
            db,
            mette,
            form_key=uuid4(),
            what="Hente Emil i skolen klokken to",
            on_day=weekday_from(today() + timedelta(days=5)).isoformat(),
            **here,
        )
