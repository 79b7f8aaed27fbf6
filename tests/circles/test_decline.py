"""Saying no: nobody is let in, and no account is made."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import LinkRefused, decline_invitation
from herning_pwa.circles.models import Ending, Invitation, LinkProblem
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.circles.conftest import Inviting, secret_of


def test_asta_says_no_without_an_account(db: Session, invitation: Invitation) -> None:
    people = db.scalar(select(func.count()).select_from(Person))
    decline_invitation(db, secret_of(db, invitation), signed_in=None)
    assert (invitation.ending, invitation.ended_by_id) == (Ending.DECLINED, None)
    assert db.scalar(select(func.count()).select_from(Person)) == people


def test_fatima_says_no_without_signing_in(db: Session, cast: Cast, inviting: Inviting) -> None:
    invited = inviting(email=cast.fatima.email)
    decline_invitation(db, secret_of(db, invited), signed_in=None)
    assert invited.ending is Ending.DECLINED


def test_nobody_says_no_for_somebody_else(db: Session, cast: Cast, invitation: Invitation) -> None:
    with pytest.raises(LinkRefused) as refused:
        decline_invitation(db, secret_of(db, invitation), signed_in=cast.inger)
    assert refused.value.problem is LinkProblem.SOMEBODY_ELSE


def test_one_can_say_no_only_once(db: Session, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    decline_invitation(db, secret, signed_in=None)
    with pytest.raises(LinkRefused) as refused:
        decline_invitation(db, secret, signed_in=None)
    assert refused.value.problem is LinkProblem.DECLINED
