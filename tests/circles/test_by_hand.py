"""An invitation shown as a QR code, or printed: one fresh link, for the sender's eyes alone."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
import segno
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    confirm_invitation,
    give_address,
    resend_invitation,
    revoke_invitation,
    show_link,
)
from herning_pwa.circles.models import (
    INVITATION_LIFE,
    Giving,
    Invitation,
    LinkProblem,
    Standing,
)
from herning_pwa.circles.queries import LinkView, Way, invitation_page, link_page
from herning_pwa.circles.queries.find import asks_for_address
from herning_pwa.circles.queries.link import QUIET_ZONE
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from herning_pwa.privacy.queries import as_json
from tests.cast import Cast
from tests.circles.conftest import NOW, PASSWORD, Inviting, secret_of


@pytest.fixture
def by_hand(inviting: Inviting) -> Invitation:
    """Asta is to see a code on Mette's phone; nobody has written her address."""
    return inviting(giving=Giving.BY_HAND, email="")


def shown(db: Session, by: Person, invitation: Invitation, secret: str = "") -> LinkView:
    return link_page(db, by, invitation_id=invitation.id, secret=secret)


def refusal(db: Session, secret: object, visitor: Person | None = None) -> LinkProblem:
    with pytest.raises(LinkRefused) as refused:
        accept_invitation(db, secret, signed_in=visitor, first_name="Asta", password=PASSWORD)
    return refused.value.problem


def test_no_mail_goes_and_no_link_is_made_before_it_is_asked_for(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    assert db.scalar(select(Mail.id).where(Mail.to_address.is_not(None))) is None
    assert by_hand.secret_hash is None
    assert shown(db, cast.mette, by_hand).code == ""


def dark_modules(picture: str) -> set[tuple[int, int]]:
    """Rows and columns of the black squares in the picture, without the white around them.

    Each row is a line: where it begins, how far it is black (``h``), how far to the next (``m``).
    """
    [path] = re.findall("<path[^>]*stroke='#000' d='([^']+)'", unquote(picture))
    squares, row, column = set(), 0.0, 0.0
    for step, across, down in re.findall(r"([Mmh])\s*(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", path):
        if step == "h":
            squares |= {
                (int(row) - QUIET_ZONE, int(column) + n - QUIET_ZONE) for n in range(int(across))
            }
            column += float(across)
        elif step == "M":
            column, row = float(across), float(down)
        else:
            column, row = column + float(across), row + float(down)
    return squares


def test_the_code_is_a_picture_of_the_address_and_only_its_hash_is_kept(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    view = shown(db, cast.mette, by_hand, secret)
    assert view.address.endswith(f"/invitation?kode={secret}")
    assert view.code.startswith("data:image/svg+xml")
    made = segno.make(view.address, error="m", micro=False)
    assert dark_modules(view.code) == {
        (row, column)
        for row, line in enumerate(made.matrix)
        for column, is_dark in enumerate(line)
        if is_dark
    }
    assert by_hand.secret_hash not in {None, secret}
    assert secret not in "".join(str(row.__dict__) for row in db.scalars(select(Activity)))


def test_asking_again_makes_a_new_one_and_the_old_is_dead_on_the_screen_too(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    old = show_link(db, cast.mette, invitation_id=by_hand.id)
    new = show_link(db, cast.mette, invitation_id=by_hand.id)
    assert refusal(db, old) is LinkProblem.UNKNOWN
    assert shown(db, cast.mette, by_hand, old).code == ""
    assert shown(db, cast.mette, by_hand, new).code


def test_showing_a_mailed_invitation_ends_the_mails_link(
    db: Session, cast: Cast, invitation: Invitation
) -> None:
    mailed = secret_of(db, invitation)
    secret = show_link(db, cast.mette, invitation_id=invitation.id)
    assert refusal(db, mailed) is LinkProblem.UNKNOWN
    assert invitation_page(db, None, secret=secret).way == Way.NO_ADDRESS


def test_nobody_makes_an_account_in_somebody_elses_address_from_a_code(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    """Mette knows Asta's address and the code; only Asta's mailbox has the link that counts."""
    invitation = inviting(giving=Giving.BY_HAND)
    secret = show_link(db, cast.mette, invitation_id=invitation.id)
    assert refusal(db, secret) is LinkProblem.ADDRESS
    give_address(db, secret, email="mettes.anden@familie.example")
    mail = db.get_one(Mail, invitation.mail_id)
    assert mail.to_address == invitation.email == "asta@familie.example"
    accept_invitation(db, mail.secret, signed_in=None, first_name="Asta", password=PASSWORD)
    assert invitation.standing is Standing.ACCEPTED


def test_a_code_does_not_tell_its_sender_whether_the_address_has_an_account(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    """Mette writes an address, shows herself the code and opens it where nobody is signed in."""
    known = inviting(email=cast.fatima.email, giving=Giving.BY_HAND)
    unknown = inviting(giving=Giving.BY_HAND)
    for invitation in (known, unknown):
        secret = show_link(db, cast.mette, invitation_id=invitation.id)
        assert invitation_page(db, None, secret=secret).way == Way.NO_ADDRESS
        assert refusal(db, secret) is LinkProblem.ADDRESS
        assert asks_for_address(db, secret)
    give_address(db, show_link(db, cast.mette, invitation_id=known.id), email="")
    assert invitation_page(db, None, secret=secret_of(db, known)).way == Way.KNOWN_HERE


def test_it_lives_seven_days_from_when_it_was_shown(
    db: Session, cast: Cast, by_hand: Invitation, november: time_machine.Traveller
) -> None:
    november.move_to(NOW + timedelta(days=6))
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    november.move_to(NOW + timedelta(days=6) + INVITATION_LIFE)
    assert refusal(db, secret) is LinkProblem.EXPIRED
    assert shown(db, cast.mette, by_hand, secret).code == ""


@pytest.mark.parametrize("name", ["anders", "sanne"])
def test_those_who_see_the_invitation_do_not_see_the_code(
    db: Session, cast: Cast, by_hand: Invitation, name: str
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    with pytest.raises(NotAllowed):
        show_link(db, cast.people[name], invitation_id=by_hand.id)
    with pytest.raises(NotAllowed):
        shown(db, cast.people[name], by_hand, secret)


@pytest.mark.parametrize("name", ["inger", "karl", "freja", "fatima", "frede", "otto"])
def test_others_cannot_even_find_it(
    db: Session, cast: Cast, by_hand: Invitation, name: str
) -> None:
    with pytest.raises(NotFound):
        show_link(db, cast.people[name], invitation_id=by_hand.id)
    with pytest.raises(NotFound):
        shown(db, cast.people[name], by_hand)


def test_a_professionals_guest_gets_a_code_only_after_a_parents_yes(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    guest = inviting(cast.sanne, giving=Giving.BY_HAND, email="")
    with pytest.raises(Conflict):
        show_link(db, cast.sanne, invitation_id=guest.id)
    assert shown(db, cast.sanne, guest).settled
    confirm_invitation(db, cast.mette, invitation_id=guest.id)
    assert show_link(db, cast.sanne, invitation_id=guest.id)
    with pytest.raises(NotAllowed):
        show_link(db, cast.mette, invitation_id=guest.id)


def test_a_code_that_is_used_or_taken_back_leaves_the_senders_screen(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    used, back = (
        inviting(giving=Giving.BY_HAND, email="", name=name) for name in ("Asta", "Karen")
    )
    secret = show_link(db, cast.mette, invitation_id=used.id)
    accept_invitation(db, secret, signed_in=cast.fatima)
    view = shown(db, cast.mette, used, secret)
    assert (view.code, view.settled) == ("", "Asta har sagt ja og er med i kredsen.")
    other = show_link(db, cast.mette, invitation_id=back.id)
    revoke_invitation(db, cast.mette, invitation_id=back.id)
    assert shown(db, cast.mette, back, other).code == ""
    with pytest.raises(Conflict):
        show_link(db, cast.mette, invitation_id=back.id)


def test_there_is_no_mail_to_send_again(db: Session, cast: Cast, by_hand: Invitation) -> None:
    with pytest.raises(NotAllowed):
        resend_invitation(db, cast.mette, invitation_id=by_hand.id)


def test_two_taps_make_one_invitation_and_two_guests_two(
    db: Session, by_hand: Invitation, inviting: Inviting
) -> None:
    with pytest.raises(Invalid) as again:
        inviting(giving=Giving.BY_HAND, email="")
    assert set(again.value.fields) == {"name"}
    assert inviting(giving=Giving.BY_HAND, email="", name="Karen").id != by_hand.id


@pytest.mark.parametrize("giving", ["", None, "brevdue", ["mail"]])
def test_how_it_is_given_must_be_chosen(inviting: Inviting, giving: object) -> None:
    with pytest.raises(Invalid) as wrong:
        inviting(giving=giving)
    assert "giving" in wrong.value.fields


def test_by_mail_the_address_is_needed(inviting: Inviting) -> None:
    with pytest.raises(Invalid) as wrong:
        inviting(email="")
    assert set(wrong.value.fields) == {"email"}


def test_somebody_new_writes_their_address_and_goes_on_from_their_own_mail(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    assert invitation_page(db, None, secret=secret).way == Way.NO_ADDRESS
    assert refusal(db, secret) is LinkProblem.ADDRESS
    give_address(db, secret, email=" Asta@Familie.example ")
    mailed = secret_of(db, by_hand)
    assert refusal(db, secret) is LinkProblem.UNKNOWN
    assert invitation_page(db, None, secret=mailed).email == "asta@familie.example"
    asta = accept_invitation(db, mailed, signed_in=None, first_name="Asta", password=PASSWORD)
    assert asta.email == "asta@familie.example"


def test_the_sender_hears_that_a_mail_was_asked_for_and_never_to_where(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    give_address(db, secret, email="asta@familie.example")
    view = shown(db, cast.mette, by_hand, secret)
    assert view.told == "Asta har bedt om linket på mail."
    assert "asta@" not in str(view)
    assert "asta@familie.example" not in as_json(db, cast.mette)


def test_an_address_with_an_account_is_answered_just_the_same_and_must_sign_in(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    assert give_address(db, secret, email=cast.fatima.email) is None
    mailed = secret_of(db, by_hand)
    assert invitation_page(db, None, secret=mailed).way == Way.KNOWN_HERE
    assert refusal(db, mailed) is LinkProblem.SIGN_IN_FIRST
    assert refusal(db, mailed, cast.inger) is LinkProblem.SOMEBODY_ELSE
    accept_invitation(db, mailed, signed_in=cast.fatima)


def test_a_wrong_address_is_forgotten_when_the_code_is_shown_again(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    give_address(
        db, show_link(db, cast.mette, invitation_id=by_hand.id), email="forkert@familie.example"
    )
    stale = secret_of(db, by_hand)
    again = show_link(db, cast.mette, invitation_id=by_hand.id)
    assert refusal(db, stale) is LinkProblem.UNKNOWN
    give_address(db, again, email="asta@familie.example")
    assert by_hand.email == "asta@familie.example"


def test_a_code_cannot_be_used_to_flood_mailboxes(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    for n in range(5):
        secret = show_link(db, cast.mette, invitation_id=by_hand.id)
        give_address(db, secret, email=f"offer{n}@familie.example")
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    with pytest.raises(LinkRefused):
        give_address(db, secret, email="offer@familie.example")


@pytest.mark.parametrize("email", ["", "asta", None, 7, "a@b.c,d@e.fg", "x" * 400])
def test_what_is_no_address_is_said(
    db: Session, cast: Cast, by_hand: Invitation, email: object
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    with pytest.raises(Invalid) as wrong:
        give_address(db, secret, email=email)
    assert LinkProblem(next(iter(wrong.value.fields))) is LinkProblem.ADDRESS
    assert by_hand.email is None


def test_the_phone_of_somebody_who_is_signed_in_says_who(
    db: Session, cast: Cast, by_hand: Invitation
) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    view = invitation_page(db, cast.fatima, secret=secret)
    assert view.way == Way.SIGNED_IN
    assert "Fatima" in view.answers_as


def test_mette_cannot_let_herself_in_twice(db: Session, cast: Cast, by_hand: Invitation) -> None:
    secret = show_link(db, cast.mette, invitation_id=by_hand.id)
    assert refusal(db, secret, cast.mette) is LinkProblem.ALREADY_MEMBER


def test_a_newer_code_for_the_same_address_takes_the_place_of_the_older_mail(
    db: Session, cast: Cast, invitation: Invitation, inviting: Inviting
) -> None:
    newer = inviting(giving=Giving.BY_HAND, email="", name="Asta M.")
    older = secret_of(db, invitation)
    give_address(db, show_link(db, cast.mette, invitation_id=newer.id), email=invitation.email)
    assert refusal(db, older) is LinkProblem.UNKNOWN
    accept_invitation(
        db, secret_of(db, newer), signed_in=None, first_name="Asta", password=PASSWORD
    )
