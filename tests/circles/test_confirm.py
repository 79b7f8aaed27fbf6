"""A professional's guest in the family's network needs a custody parent's yes."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import (
    accept_invitation,
    confirm_invitation,
    refuse_invitation,
    resend_invitation,
)
from herning_pwa.circles.models import (
    INVITATION_LIFE,
    AlreadySettled,
    Invitation,
    Standing,
)
from herning_pwa.circles.queries import invitations_waiting_for
from herning_pwa.errors import NotAllowed, NotFound
from tests.cast import Cast
from tests.circles.conftest import NOW, PASSWORD, Inviting, secret_of


@pytest.fixture
def waiting(cast: Cast, inviting: Inviting) -> Invitation:
    """Asta, suggested by Sanne."""
    return inviting(cast.sanne)


def test_mette_says_yes_and_the_link_goes_out_for_seven_days(
    db: Session, cast: Cast, waiting: Invitation, november: time_machine.Traveller
) -> None:
    november.move_to(NOW + timedelta(days=3))
    confirm_invitation(db, cast.mette, invitation_id=waiting.id)
    assert waiting.standing is Standing.OPEN
    assert waiting.confirmed_by_id == cast.mette.id
    assert waiting.expires_at == NOW + timedelta(days=3) + INVITATION_LIFE
    asta = accept_invitation(
        db, secret_of(db, waiting), signed_in=None, first_name="Asta", password=PASSWORD
    )
    assert asta.membership_in(cast.circle.id) is not None


def test_anders_may_say_no_and_the_guest_hears_nothing(
    db: Session, cast: Cast, waiting: Invitation
) -> None:
    refuse_invitation(db, cast.anders, invitation_id=str(waiting.id))
    assert waiting.standing is Standing.REVOKED
    assert waiting.mail_id is None


def test_the_two_parents_answer_once_between_them(
    db: Session, cast: Cast, waiting: Invitation
) -> None:
    confirm_invitation(db, cast.mette, invitation_id=waiting.id)
    with pytest.raises(AlreadySettled):
        confirm_invitation(db, cast.anders, invitation_id=waiting.id)
    with pytest.raises(NotAllowed):
        refuse_invitation(db, cast.anders, invitation_id=waiting.id)


def test_sanne_may_not_confirm_her_own_guest(db: Session, cast: Cast, waiting: Invitation) -> None:
    for act in (confirm_invitation, refuse_invitation):
        with pytest.raises(NotAllowed):
            act(db, cast.sanne, invitation_id=waiting.id)


@pytest.mark.parametrize("name", ["inger", "jens", "karl", "freja", "peter", "frede", "fatima"])
def test_nobody_else_even_finds_it(db: Session, cast: Cast, waiting: Invitation, name: str) -> None:
    for act in (confirm_invitation, refuse_invitation):
        with pytest.raises(NotFound):
            act(db, cast.people[name], invitation_id=waiting.id)


def test_a_family_invitation_has_nothing_to_confirm(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    with pytest.raises(NotAllowed):
        confirm_invitation(db, cast.anders, invitation_id=invitation.id)


def test_after_seven_days_it_is_too_late_until_sanne_asks_again(
    db: Session, cast: Cast, waiting: Invitation, november: time_machine.Traveller
) -> None:
    november.move_to(NOW + INVITATION_LIFE)
    with pytest.raises(AlreadySettled):
        confirm_invitation(db, cast.mette, invitation_id=waiting.id)
    resend_invitation(db, cast.sanne, invitation_id=waiting.id)
    assert waiting.waits_for_confirmation
    confirm_invitation(db, cast.mette, invitation_id=waiting.id)
    assert waiting.standing is Standing.OPEN


def test_what_waits_is_listed_for_the_parents_alone(
    db: Session, cast: Cast, waiting: Invitation
) -> None:
    for parent in (cast.mette, cast.anders):
        [asked] = invitations_waiting_for(db, parent)
        assert asked.invitation_id == str(waiting.id)
        assert "Sanne" in asked.sentence
        assert "Asta" in asked.sentence
    for other in (cast.sanne, cast.inger, cast.karl, cast.freja, cast.fatima, cast.frede):
        assert invitations_waiting_for(db, other) == []
    confirm_invitation(db, cast.mette, invitation_id=waiting.id)
    assert invitations_waiting_for(db, cast.anders) == []
