"""Nobody learns of an invitation they may not see by trying to send one like it."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import LinkRefused, accept_invitation
from herning_pwa.circles.models import LinkProblem
from herning_pwa.circles.queries import preview_invitation
from herning_pwa.errors import Invalid
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, secret_of

SUPPORTER = "supporter:supporter"


def test_anders_hears_nothing_of_whom_mette_brings_along(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    mettes = inviting(place=SUPPORTER)
    anders = inviting(cast.anders, place=SUPPORTER)
    preview_invitation(
        db,
        cast.anders,
        circle_id=cast.circle.id,
        place=SUPPORTER,
        name="Asta",
        email="asta@familie.example",
    )
    assert {mettes.standing, anders.standing} == {"open"}


def test_both_links_work_and_the_second_yes_says_she_is_in(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    mettes, anders = inviting(place=SUPPORTER), inviting(cast.anders, place=SUPPORTER)
    asta = accept_invitation(
        db, secret_of(db, mettes), signed_in=None, first_name="Asta", password=PASSWORD
    )
    with pytest.raises(LinkRefused) as refused:
        accept_invitation(db, secret_of(db, anders), signed_in=asta)
    assert refused.value.problem is LinkProblem.ALREADY_MEMBER
    assert len(asta.memberships) == 1


def test_one_that_anders_sees_is_still_said(cast: Cast, inviting: Inviting) -> None:
    inviting()
    with pytest.raises(Invalid) as again:
        inviting(cast.anders)
    assert set(again.value.fields) == {"email"}


def test_peter_hears_nothing_of_what_sanne_has_under_way(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    inviting(cast.sanne)
    assert inviting(cast.peter).standing == "waiting"


def test_an_address_that_a_guest_gave_is_the_guests_own(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    """Otherwise trying addresses would tell which one stands behind a code."""
    by_hand = inviting(giving="by_hand", email="")
    by_hand.give_address("asta@familie.example")
    assert inviting(cast.anders).standing == "open"
