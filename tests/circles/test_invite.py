"""Inviting somebody: who may, to which place, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import invite
from herning_pwa.circles.models import INVITATION_LIFE, Invitation, Standing
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.passwords import hash_secret
from tests.cast import Cast
from tests.circles.conftest import NOW, Inviting, secret_of


def test_mette_invites_a_neighbour_and_the_mail_is_written_at_once(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    mail = db.get_one(Mail, invitation.mail_id)
    assert invitation.standing is Standing.OPEN
    assert invitation.expires_at - invitation.created_at == INVITATION_LIFE
    assert mail.address == "asta@familie.example"
    assert mail.sent_at is None
    assert "Mette" in mail.text
    assert mail.link.startswith("http://localhost:3000/invitation?kode=")
    actions = db.scalars(select(Activity.action).where(Activity.object_id == invitation.id))
    assert list(actions) == ["invitation.sent"]


def test_the_mail_names_no_child_and_not_the_circle(db: Session, invitation: Invitation) -> None:
    mail = db.get_one(Mail, invitation.mail_id)
    for word in ("Emil", "Freja", "nabo", "Kredsen"):
        assert word not in mail.subject + mail.text


def test_only_a_hash_of_the_secret_is_kept(db: Session, invitation: Invitation) -> None:
    secret = secret_of(db, invitation)
    db.flush()
    kept = [*db.execute(select(Mail.__table__)), *db.execute(select(Invitation.__table__))]
    assert len(secret) * 4 >= 256
    assert invitation.secret_hash == hash_secret(secret)
    assert all(secret not in str(value) for row in kept for value in row)


def test_sanne_invites_a_colleague_without_asking_anybody(cast: Cast, inviting: Inviting) -> None:
    assert inviting(cast.sanne, place="professional:health_visitor").standing is Standing.OPEN


def test_sanne_cannot_make_one_more_custody_parent_alone(cast: Cast, inviting: Inviting) -> None:
    assert inviting(cast.sanne, place="custody_parent:father").standing is Standing.WAITING


def test_sanne_invites_a_circles_first_custody_parent(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    for place in cast.circle.custody_parents:
        place.end(cast.sanne)
    db.flush()
    assert inviting(cast.sanne, place="custody_parent:mother").standing is Standing.OPEN


def test_sannes_guest_in_the_network_waits_for_a_parent_and_has_no_link(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    invited = inviting(cast.sanne)
    assert invited.standing is Standing.WAITING
    assert (invited.secret_hash, invited.mail_id) == (None, None)
    told = db.scalars(select(Mail)).all()
    assert {mail.to_person_id for mail in told} == {cast.mette.id, cast.anders.id}
    assert all("Asta" not in mail.subject + mail.text for mail in told)


def test_peter_may_suggest_a_network_member_but_no_professional(
    cast: Cast, inviting: Inviting
) -> None:
    assert inviting(cast.peter).standing is Standing.WAITING
    with pytest.raises(NotAllowed):
        inviting(cast.peter, place="professional:teacher", email="laerer@skole.example")


def test_mette_may_not_invite_a_professional_or_another_parent(
    cast: Cast, inviting: Inviting
) -> None:
    for place in ("professional:social_worker", "custody_parent:father"):
        with pytest.raises(NotAllowed):
            inviting(cast.mette, place=place)


@pytest.mark.parametrize("name", ["karl", "freja", "inger", "jens"])
def test_the_rest_of_the_circle_may_not_invite(cast: Cast, inviting: Inviting, name: str) -> None:
    with pytest.raises(NotAllowed):
        inviting(cast.people[name])


@pytest.mark.parametrize("name", ["fatima", "frede", "birgit", "otto"])
def test_strangers_cannot_even_find_the_circle(cast: Cast, inviting: Inviting, name: str) -> None:
    with pytest.raises(NotFound):
        inviting(cast.people[name])


def test_an_address_is_the_same_however_it_is_written(inviting: Inviting) -> None:
    assert inviting(email="  Asta@Familie.EXAMPLE ").email == "asta@familie.example"
    with pytest.raises(Invalid) as refused:
        inviting(email="ASTA@familie.example")
    assert set(refused.value.fields) == {"email"}


def test_two_taps_make_one_invitation(db: Session, inviting: Inviting) -> None:
    inviting()
    with pytest.raises(Invalid):
        inviting()
    assert db.scalar(select(func.count()).select_from(Invitation)) == 1


def test_an_expired_invitation_gives_way_to_a_new_one(
    inviting: Inviting, november: time_machine.Traveller
) -> None:
    first = inviting()
    november.move_to(NOW + INVITATION_LIFE)
    second = inviting()
    assert first.standing is Standing.EXPIRED
    assert second.standing is Standing.OPEN


def test_inviting_a_member_looks_like_inviting_anybody(cast: Cast, inviting: Inviting) -> None:
    """Whether an address belongs to somebody in the circle is not for the sender to learn."""
    assert inviting(email=cast.anders.email).standing is Standing.OPEN


def test_mette_may_not_invite_herself(cast: Cast, inviting: Inviting) -> None:
    with pytest.raises(Invalid) as refused:
        inviting(email="Mette@familie.example")
    assert set(refused.value.fields) == {"email"}


@pytest.mark.parametrize(
    "email",
    [
        "",
        "asta",
        "asta@",
        "asta@familie",
        "a b@familie.example",
        "asta@familie.example, bent@familie.example",
        "asta@familie.example\nBcc: bent@familie.example",
        "asta\u200b@familie.example",
        "asta@@familie.example",
        "x" * 300 + "@familie.example",
        None,
        7,
        ["asta@familie.example"],
        "\ud800@\ud800",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_at_its_field(
    inviting: Inviting, email: object
) -> None:
    with pytest.raises(Invalid) as refused:
        inviting(email=email)
    assert set(refused.value.fields) == {"email"}


@pytest.mark.parametrize(
    "name",
    ["", "   ", "x" * 61, "Se http://ondt.example", "vind.nu", "<b>Asta</b>", "123", None, {}],
)
def test_a_name_that_is_no_name_is_refused_at_its_field(inviting: Inviting, name: object) -> None:
    with pytest.raises(Invalid) as refused:
        inviting(name=name)
    assert set(refused.value.fields) == {"name"}


@pytest.mark.parametrize("name", ["Åse", "Anne Marie", "O'Hara", "Søren-Bo", "منى", "Asta 🌻"])
def test_every_real_name_is_welcome(inviting: Inviting, name: str) -> None:
    assert inviting(name=name).name == name


@pytest.mark.parametrize("place", ["", "mormor", "network_member:mother", "informed_parent:father"])
def test_a_place_that_is_not_offered_is_refused(inviting: Inviting, place: str) -> None:
    with pytest.raises(Invalid) as refused:
        inviting(place=place)
    assert set(refused.value.fields) == {"place"}


def test_a_wrong_circle_is_not_found(cast: Cast, inviting: Inviting) -> None:
    for circle_id in (cast.other_circle.id, "x", None, {"id": 1}):
        with pytest.raises(NotFound):
            inviting(circle_id=circle_id)


def test_there_is_an_end_to_how_many_can_be_under_way(inviting: Inviting) -> None:
    for n in range(20):
        inviting(email=f"nabo{n}@familie.example")
    with pytest.raises(NotAllowed, match="20"):
        inviting(email="en.til@familie.example")


def test_the_parents_hear_of_waiting_guests_once_a_day_and_never_at_night(
    db: Session, cast: Cast, inviting: Inviting, november: time_machine.Traveller
) -> None:
    november.move_to(NOW.replace(hour=22))
    inviting(cast.sanne)
    inviting(cast.sanne, email="bent@familie.example")
    told = db.scalars(select(Mail).where(Mail.to_person_id == cast.mette.id)).all()
    assert [mail.due_at for mail in told] == [NOW.replace(hour=8) + timedelta(days=1)]


def test_invite_needs_a_person_of_the_circle_now(db: Session, cast: Cast) -> None:
    cast.mette.membership_in(cast.circle.id).end(cast.mette)  # type: ignore[union-attr]
    with pytest.raises(NotFound):
        invite(
            db,
            cast.mette,
            circle_id=cast.circle.id,
            place="network_member:friend",
            name="Asta",
            email="asta@familie.example",
        )
