"""Every way a link can fail: its own plain sentence, no names, and nothing used up by looking."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    decline_invitation,
    resend_invitation,
    revoke_invitation,
)
from herning_pwa.circles.models import INVITATION_LIFE, Invitation, LinkProblem, Standing
from herning_pwa.circles.queries import Way, invitation_page
from herning_pwa.circles.words import link_sentence, link_sentences
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.circles.conftest import NOW, PASSWORD, Inviting, secret_of


def refusal(db: Session, secret: object, visitor: Person | None = None) -> LinkProblem:
    """Why saying yes is refused."""
    with pytest.raises(LinkRefused) as refused:
        accept_invitation(db, secret, signed_in=visitor, first_name="Asta", password=PASSWORD)
    return refused.value.problem


def says(db: Session, secret: object, visitor: Person | None = None) -> str:
    """What the page says is the matter; it must then tell nobody's name."""
    shown = invitation_page(db, visitor, secret=secret)
    if shown.problem:
        assert (shown.sentence, shown.name, shown.email, shown.sees) == ("", "", "", [])
    return shown.problem


def test_every_problem_has_a_sentence_of_its_own() -> None:
    assert len(set(link_sentences().values())) == len(LinkProblem)


def test_looking_ten_times_uses_nothing_up(db: Session, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    for _n in range(10):
        assert says(db, secret) == ""
    assert invitation.standing is Standing.OPEN


@pytest.mark.parametrize("link", ["", "x", "\x00", "\ud800", None, 7, ["a"], "a" * 100_000])
def test_an_invented_link_is_unknown(db: Session, invitation: Invitation, link: object) -> None:
    assert refusal(db, link) is LinkProblem.UNKNOWN
    assert says(db, link) == link_sentence(LinkProblem.UNKNOWN)


def test_a_link_cut_by_the_mail_program_is_unknown(db: Session, invitation: Invitation) -> None:
    for cut in (secret_of(db, invitation)[:-1], secret_of(db, invitation)[1:]):
        assert refusal(db, cut) is LinkProblem.UNKNOWN


def test_spaces_around_the_link_do_no_harm(db: Session, invitation: Invitation) -> None:
    assert says(db, f" {secret_of(db, invitation)}\n") == ""


def test_the_hash_in_the_database_opens_nothing(db: Session, invitation: Invitation) -> None:
    assert refusal(db, invitation.secret_hash) is LinkProblem.UNKNOWN


def test_a_used_link_says_so_and_a_repeated_answer_too(db: Session, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    asta = accept_invitation(db, secret, signed_in=None, first_name="Asta", password=PASSWORD)
    assert says(db, secret) == link_sentence(LinkProblem.USED)
    assert refusal(db, secret) is LinkProblem.REPLAYED
    assert says(db, secret, asta) == link_sentence(LinkProblem.ALREADY_MEMBER)
    assert refusal(db, secret, asta) is LinkProblem.ALREADY_MEMBER
    assert len(asta.memberships) == 1


def test_a_used_link_tells_another_member_only_that_it_is_used(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    secret = secret_of(db, invitation)
    accept_invitation(db, secret, signed_in=None, first_name="Asta", password=PASSWORD)
    assert says(db, secret, cast.inger) == link_sentence(LinkProblem.USED)


def test_an_expired_link_says_so_to_the_second(
    db: Session, invitation: Invitation, november: time_machine.Traveller
) -> None:
    secret = secret_of(db, invitation)
    november.move_to(NOW + INVITATION_LIFE - timedelta(seconds=1))
    assert says(db, secret) == ""
    november.move_to(NOW + INVITATION_LIFE)
    assert says(db, secret) == link_sentence(LinkProblem.EXPIRED)
    assert refusal(db, secret) is LinkProblem.EXPIRED


def test_a_revoked_link_says_so(db: Session, cast: Cast, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    revoke_invitation(db, cast.mette, invitation_id=invitation.id)
    assert says(db, secret) == link_sentence(LinkProblem.REVOKED)
    assert refusal(db, secret) is LinkProblem.REVOKED


def test_a_declined_link_says_so(db: Session, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    decline_invitation(db, secret, signed_in=None)
    assert says(db, secret) == link_sentence(LinkProblem.DECLINED)
    assert refusal(db, secret) is LinkProblem.DECLINED


def test_after_a_new_mail_the_old_link_is_unknown(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    old = secret_of(db, invitation)
    resend_invitation(db, cast.mette, invitation_id=invitation.id)
    assert refusal(db, old) is LinkProblem.UNKNOWN
    assert says(db, secret_of(db, invitation)) == ""


def test_inger_signed_in_on_the_same_phone_may_not_use_astas_link(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    secret = secret_of(db, invitation)
    assert refusal(db, secret, cast.inger) is LinkProblem.SOMEBODY_ELSE
    assert invitation_page(db, cast.inger, secret=secret).way == Way.SIGN_OUT
    assert invitation.standing is Standing.OPEN


def test_the_one_who_invites_may_not_use_the_link_either(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    assert refusal(db, secret_of(db, invitation), cast.mette) is LinkProblem.SOMEBODY_ELSE


def test_a_member_who_is_invited_again_is_told_they_are_in(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    secret = secret_of(db, inviting(email=cast.inger.email))
    assert refusal(db, secret, cast.inger) is LinkProblem.ALREADY_MEMBER
    assert invitation_page(db, cast.inger, secret=secret).way == Way.GO_HOME


@pytest.mark.parametrize(
    ("email", "signed_in", "way"),
    [
        ("asta@familie.example", False, Way.NEW_HERE),
        ("fatima@familie.example", False, Way.KNOWN_HERE),
        ("Fatima@FAMILIE.example", True, Way.SIGNED_IN),
    ],
)
def test_an_open_link_tells_who_invites_to_what_and_what_will_be_seen(
    db: Session, cast: Cast, inviting: Inviting, email: str, *, signed_in: bool, way: Way
) -> None:
    secret = secret_of(db, inviting(email=email))
    shown = invitation_page(db, cast.fatima if signed_in else None, secret=secret)
    assert shown.way == way
    for word in ("Mette", "Asta", "nabo", "Emil og Freja"):
        assert word in shown.sentence
    assert shown.sees
    assert shown.does_not_see
    assert all(name in shown.read_by for name in ("Mette", "Anders", "Sanne"))
