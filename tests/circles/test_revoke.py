"""Taking an invitation back."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import accept_invitation, revoke_invitation
from herning_pwa.circles.models import AlreadySettled, Ending, Invitation
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, secret_of


@pytest.mark.parametrize("name", ["mette", "anders", "sanne"])
def test_the_sender_the_other_parent_and_the_responsible_may(
    db: Session, cast: Cast, invitation: Invitation, name: str
) -> None:
    revoke_invitation(db, cast.people[name], invitation_id=invitation.id)
    assert (invitation.ending, invitation.ended_by_id) == (Ending.REVOKED, cast.people[name].id)
    mail = db.get_one(Mail, invitation.mail_id)
    assert (mail.due_at, mail.link) == (None, "")


@pytest.mark.parametrize("name", ["peter", "inger", "jens", "karl", "freja", "frede", "otto"])
def test_the_others_do_not_find_it(
    db: Session, cast: Cast, invitation: Invitation, name: str
) -> None:
    with pytest.raises(NotFound):
        revoke_invitation(db, cast.people[name], invitation_id=invitation.id)


def test_a_parent_may_not_take_back_the_invitation_of_a_professional_or_parent(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    for place in ("professional:teacher", "custody_parent:father"):
        invited = inviting(cast.sanne, place=place, email=f"{place[:4]}@familie.example")
        with pytest.raises(NotAllowed):
            revoke_invitation(db, cast.mette, invitation_id=invited.id)


def test_peter_may_take_back_his_own(db: Session, cast: Cast, inviting: Inviting) -> None:
    invited = inviting(cast.peter)
    revoke_invitation(db, cast.peter, invitation_id=invited.id)
    assert invited.ending is Ending.REVOKED


def test_it_is_too_late_when_the_answer_has_come(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    accept_invitation(
        db, secret_of(db, invitation), signed_in=None, first_name="Asta", password=PASSWORD
    )
    with pytest.raises(AlreadySettled):
        revoke_invitation(db, cast.mette, invitation_id=invitation.id)


@pytest.mark.parametrize("wrong", ["", "x", None, 0, {"id": 1}])
def test_something_that_is_no_id_is_not_found(db: Session, cast: Cast, wrong: object) -> None:
    with pytest.raises(NotFound):
        revoke_invitation(db, cast.mette, invitation_id=wrong)
