"""Sending the link again: seven new days, a new link, and the old one dead."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import resend_invitation, revoke_invitation
from herning_pwa.circles.models import (
    INVITATION_LIFE,
    LINKS_AT_MOST,
    AlreadySettled,
    Invitation,
    Standing,
)
from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from tests.cast import Cast
from tests.circles.conftest import NOW, secret_of


def test_an_expired_invitation_lives_again(
    db: Session, cast: Cast, invitation: Invitation, november: time_machine.Traveller
) -> None:
    old_mail, old_secret = invitation.mail_id, secret_of(db, invitation)
    november.move_to(NOW + INVITATION_LIFE + timedelta(days=1))
    resend_invitation(db, cast.mette, invitation_id=invitation.id)
    assert invitation.standing is Standing.OPEN
    assert secret_of(db, invitation) != old_secret
    assert db.get_one(Mail, old_mail).due_at is None


def test_only_the_sender_may(db: Session, cast: Cast, invitation: Invitation) -> None:
    for name in ("anders", "sanne"):
        with pytest.raises(NotAllowed):
            resend_invitation(db, cast.people[name], invitation_id=invitation.id)
    for name in ("inger", "peter", "frede"):
        with pytest.raises(NotFound):
            resend_invitation(db, cast.people[name], invitation_id=invitation.id)


def test_a_revoked_invitation_stays_revoked(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    revoke_invitation(db, cast.mette, invitation_id=invitation.id)
    with pytest.raises(AlreadySettled):
        resend_invitation(db, cast.mette, invitation_id=invitation.id)


def test_nobody_is_flooded_with_mail(db: Session, cast: Cast, invitation: Invitation) -> None:
    for _n in range(LINKS_AT_MOST - 1):
        resend_invitation(db, cast.mette, invitation_id=invitation.id)
    with pytest.raises(Conflict, match="Asta"):
        resend_invitation(db, cast.mette, invitation_id=invitation.id)
