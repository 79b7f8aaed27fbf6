"""The twenty ways a link meets somebody: what the page says, what the answer does, who is in.

Each case sets the scene and gives the link as it was opened and who opens it. Then the same
questions are asked of all: is the sentence kind and does it say what to do, is nobody named
who should not be, and does saying yes let in exactly those who should be in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    confirm_invitation,
    decline_invitation,
    give_address,
    leave_circle,
    refuse_invitation,
    resend_invitation,
    revoke_invitation,
    show_link,
)
from herning_pwa.circles.models import (
    INVITATION_LIFE,
    Giving,
    Invitation,
    LinkProblem,
    Membership,
)
from herning_pwa.circles.queries import InvitationView, invitation_page
from herning_pwa.circles.words import link_sentence
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, place_of, secret_of

NEW_PLACES = {"yes": 1, "no": 0}


@dataclass
class Scene:
    """What a case needs to set itself up."""

    db: Session
    cast: Cast
    inviting: Inviting
    november: time_machine.Traveller

    def yes(self, secret: str, visitor: Person | None = None) -> Person:
        return accept_invitation(
            self.db, secret, signed_in=visitor, first_name="Asta", password=PASSWORD
        )

    def secret(self, invitation: Invitation) -> str:
        return secret_of(self.db, invitation)


Opened = tuple[str, Person | None]  # the link as it was opened, and who is signed in
Case = Callable[[Scene], Opened]


def used(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    scene.yes(secret)
    return secret, None


def used_and_opened_again_by_the_same_person(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    return secret, scene.yes(secret)


def expired(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    scene.november.shift(INVITATION_LIFE)
    return secret, None


def revoked(scene: Scene) -> Opened:
    invitation = scene.inviting()
    secret = scene.secret(invitation)
    revoke_invitation(scene.db, scene.cast.mette, invitation_id=invitation.id)
    return secret, None


def refused_by_a_parent(scene: Scene) -> Opened:
    """There never was a link; the nearest anybody can come is to guess."""
    invitation = scene.inviting(scene.cast.sanne)
    refuse_invitation(scene.db, scene.cast.mette, invitation_id=invitation.id)
    assert invitation.secret_hash is None
    return str(invitation.id).replace("-", ""), None


def replaced_by_a_newer(scene: Scene) -> Opened:
    invitation = scene.inviting()
    secret = scene.secret(invitation)
    resend_invitation(scene.db, scene.cast.mette, invitation_id=invitation.id)
    return secret, None


def truncated(scene: Scene) -> Opened:
    return scene.secret(scene.inviting())[:-7], None


def with_the_mail_programs_full_stop(scene: Scene) -> Opened:
    return f"<{scene.secret(scene.inviting())}>.", None


def in_capitals(scene: Scene) -> Opened:
    return scene.secret(scene.inviting()).upper(), None


def for_another_address(scene: Scene) -> Opened:
    """Karen's account is signed in on the phone where Asta's mail is opened."""
    return scene.secret(scene.inviting()), scene.cast.fatima


def opened_by_a_mail_scanner(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    for _n in range(20):
        invitation_page(scene.db, None, secret=secret)
    return secret, None


def in_a_private_window(scene: Scene) -> Opened:
    """Fatima has an account; here the browser knows nothing of it."""
    return scene.secret(scene.inviting(email=scene.cast.fatima.email)), None


def signed_in_as_somebody_in_the_circle(scene: Scene) -> Opened:
    return scene.secret(scene.inviting()), scene.cast.inger


def already_a_member(scene: Scene) -> Opened:
    return scene.secret(scene.inviting(email=scene.cast.inger.email)), scene.cast.inger


def sent_twice(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    scene.yes(secret)
    with pytest.raises(LinkRefused):
        scene.yes(secret)
    return secret, None


def the_circle_is_closed_meanwhile(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    for place in scene.cast.circle.memberships:
        place.ended_at = clock.now()
    return secret, None


def the_inviter_has_left_meanwhile(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    mettes = place_of(scene.db, scene.cast.mette)
    leave_circle(scene.db, scene.cast.mette, membership_id=mettes.id)
    return secret, None


def the_inviters_right_is_gone(scene: Scene) -> Opened:
    """Sanne invited a teacher; she is in the circle still, but no longer the responsible one."""
    secret = scene.secret(scene.inviting(scene.cast.sanne, place="professional:teacher"))
    place_of(scene.db, scene.cast.sanne).is_responsible = False
    return secret, None


def waiting_for_a_parents_yes(scene: Scene) -> Opened:
    invitation = scene.inviting(scene.cast.sanne)
    assert (invitation.secret_hash, invitation.mail_id) == (None, None)
    return str(invitation.id).replace("-", ""), None


def confirmed_by_a_parent(scene: Scene) -> Opened:
    invitation = scene.inviting(scene.cast.sanne)
    confirm_invitation(scene.db, scene.cast.mette, invitation_id=invitation.id)
    return scene.secret(invitation), None


def declined_and_opened_again(scene: Scene) -> Opened:
    secret = scene.secret(scene.inviting())
    decline_invitation(scene.db, secret, signed_in=None)
    return secret, None


def a_code_read_by_two(scene: Scene) -> Opened:
    """The first one has asked for their mail: the code is theirs."""
    invitation = scene.inviting(giving=Giving.BY_HAND, email="")
    secret = show_link(scene.db, scene.cast.mette, invitation_id=invitation.id)
    give_address(scene.db, secret, email="asta@familie.example")
    return secret, None


def with_a_trackers_tail(scene: Scene) -> Opened:
    return f"{scene.secret(scene.inviting())}?fbclid=Iw&utm_source=mail#top", None


CASES: dict[Case, tuple[LinkProblem | None, str]] = {
    used: (LinkProblem.USED, "no"),
    used_and_opened_again_by_the_same_person: (LinkProblem.ALREADY_MEMBER, "no"),
    expired: (LinkProblem.EXPIRED, "no"),
    revoked: (LinkProblem.REVOKED, "no"),
    refused_by_a_parent: (LinkProblem.UNKNOWN, "no"),
    replaced_by_a_newer: (LinkProblem.UNKNOWN, "no"),
    truncated: (LinkProblem.UNKNOWN, "no"),
    with_the_mail_programs_full_stop: (None, "yes"),
    in_capitals: (None, "yes"),
    for_another_address: (LinkProblem.SOMEBODY_ELSE, "no"),
    opened_by_a_mail_scanner: (None, "yes"),
    in_a_private_window: (LinkProblem.SIGN_IN_FIRST, "no"),
    signed_in_as_somebody_in_the_circle: (LinkProblem.SOMEBODY_ELSE, "no"),
    already_a_member: (LinkProblem.ALREADY_MEMBER, "no"),
    sent_twice: (LinkProblem.USED, "no"),
    the_circle_is_closed_meanwhile: (LinkProblem.REVOKED, "no"),
    the_inviter_has_left_meanwhile: (LinkProblem.REVOKED, "no"),
    the_inviters_right_is_gone: (LinkProblem.REVOKED, "no"),
    waiting_for_a_parents_yes: (LinkProblem.UNKNOWN, "no"),
    confirmed_by_a_parent: (None, "yes"),
    declined_and_opened_again: (LinkProblem.DECLINED, "no"),
    a_code_read_by_two: (LinkProblem.UNKNOWN, "no"),
    with_a_trackers_tail: (None, "yes"),
}
SAYS_WHAT_TO_DO = ("Bed ", "Tryk ", "Log ", "log ", "Spørg ", "Skriv ", "bed ")
# Those two need nothing done: one is in, or has just been asked for a password.
NOTHING_TO_DO = {LinkProblem.ALREADY_MEMBER}


@pytest.fixture
def scene(db: Session, cast: Cast, inviting: Inviting, november: time_machine.Traveller) -> Scene:
    return Scene(db, cast, inviting, november)


def places(db: Session) -> int:
    return db.scalar(select(func.count()).select_from(Membership)) or 0


def names_nobody(view: InvitationView, cast: Cast) -> bool:
    everybody = {person.first_name for person in cast.people.values()} | {"Asta", "Emil", "@"}
    return not any(name in str(view) for name in everybody)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_what_the_page_says(scene: Scene, case: Case) -> None:
    problem, _lets_in = CASES[case]
    link, visitor = case(scene)
    before = places(scene.db)
    view = invitation_page(scene.db, visitor, secret=link)
    if problem in {None, LinkProblem.SIGN_IN_FIRST}:
        assert view.sentence
        assert not view.problem
    else:
        assert view.problem == link_sentence(problem)
        assert problem in NOTHING_TO_DO or any(act in view.problem for act in SAYS_WHAT_TO_DO)
        assert names_nobody(view, scene.cast)
    assert places(scene.db) == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_what_a_yes_does(scene: Scene, case: Case) -> None:
    problem, lets_in = CASES[case]
    link, visitor = case(scene)
    before = places(scene.db)
    if problem is None:
        scene.yes(link, visitor)
    else:
        with pytest.raises(LinkRefused) as refused:
            scene.yes(link, visitor)
        replayed = refused.value.problem is LinkProblem.REPLAYED
        assert refused.value.problem is problem or (replayed and problem is LinkProblem.USED)
    assert places(scene.db) - before == NEW_PLACES[lets_in]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_what_a_no_does(scene: Scene, case: Case) -> None:
    """Only a link that could have been a yes can be a no; and nobody is let in by it."""
    problem, _lets_in = CASES[case]
    link, visitor = case(scene)
    before = places(scene.db)
    if problem in {None, LinkProblem.SIGN_IN_FIRST}:
        decline_invitation(scene.db, link, signed_in=visitor)
    else:
        with pytest.raises(LinkRefused):
            decline_invitation(scene.db, link, signed_in=visitor)
    assert places(scene.db) == before


def test_the_last_day_of_a_place_ends_its_link_too(scene: Scene) -> None:
    secret = scene.secret(scene.inviting(last_day="2026-11-22"))
    scene.november.shift(timedelta(days=3))
    assert invitation_page(scene.db, None, secret=secret).problem == link_sentence(
        LinkProblem.EXPIRED
    )
