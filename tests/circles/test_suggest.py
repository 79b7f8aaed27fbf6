"""A young person says whom they would like to have in the circle, and gets an answer."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import (
    accept_invitation,
    confirm_invitation,
    decline_suggestion,
    revoke_invitation,
    suggest,
    withdraw_suggestion,
)
from herning_pwa.circles.models import AlreadyReplied, Suggestion
from herning_pwa.circles.queries import circle_page, invite_page
from herning_pwa.circles.queries.suggestions import suggestion_page
from herning_pwa.desk.queries import desk_page
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.home.queries import today_page
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from herning_pwa.privacy.queries import as_json
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, Inviting, secret_of

WORDS = "Han er min bedste ven."


def suggested(db: Session, cast: Cast, **other: object) -> Suggestion:
    form = {"circle_id": cast.circle.id, "name": "Asta", "relation": "neighbour", "words": WORDS}
    made = suggest(db, cast.freja, **{**form, **other})
    db.flush()
    return made


def fate(db: Session, cast: Cast, one: Suggestion) -> tuple[str, str]:
    """What Freja reads."""
    view = suggestion_page(db, cast.freja, suggestion_id=one.id)
    return view.status, view.fate


def told(db: Session) -> set[str]:
    return set(db.scalars(select(Person.first_name).join(Mail, Mail.to_person_id == Person.id)))


def test_those_who_answer_are_told_and_see_it_waiting(db: Session, cast: Cast) -> None:
    one = suggested(db, cast)
    assert told(db) == {"Mette", "Anders", "Sanne"}
    for name in ("mette", "anders", "sanne"):
        actor = cast.people[name]
        [line] = circle_page(db, actor, circle_id=cast.circle.id).suggestions
        assert (line.who, line.status) == ("Asta, nabo", "Venter på svar")
        today = today_page(db, actor, circle_id=cast.circle.id)
        assert f"/kreds/forslag/{one.id}" in [thing.href for thing in today.waiting]
    assert "Freja vil gerne have Asta" in str(asdict(desk_page(db, cast.sanne)))


@pytest.mark.parametrize("name", ["karl", "inger", "jens", "peter", "fatima", "frede", "otto"])
def test_nobody_else_finds_it(db: Session, cast: Cast, name: str) -> None:
    one, actor = suggested(db, cast), cast.people[name]
    with pytest.raises(NotFound):
        suggestion_page(db, actor, suggestion_id=one.id)
    with pytest.raises(NotFound):
        decline_suggestion(db, actor, suggestion_id=one.id, words="Nej")
    assert "Asta" not in str(asdict(today_page(db, actor, circle_id=cast.circle.id)))


def test_mette_may_not_suggest_she_invites(db: Session, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        suggest(db, cast.mette, circle_id=cast.circle.id, name="Asta", relation="neighbour")


def test_mette_invites_and_freja_follows_it_all_the_way(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    one = suggested(db, cast)
    form = invite_page(db, cast.mette, circle_id=cast.circle.id, suggestion_id=str(one.id))
    assert (form.name, form.place) == ("Asta", "network_member:neighbour")
    invitation = inviting(suggestion_id=str(one.id))
    assert "Freja" in told(db)
    assert fate(db, cast, one) == ("Inviteret", "Mette har inviteret Asta. Nu venter vi på svar.")
    accept_invitation(
        db, secret_of(db, invitation), signed_in=None, first_name="Asta", password=PASSWORD
    )
    assert fate(db, cast, one)[0] == "Sagde ja"
    assert "asta@" not in str(asdict(suggestion_page(db, cast.freja, suggestion_id=one.id)))


def test_sanne_invites_and_a_parent_is_asked_first(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    one = suggested(db, cast)
    invitation = inviting(cast.sanne, suggestion_id=str(one.id))
    assert fate(db, cast, one)[1].startswith("Sanne vil gerne invitere Asta. Først siger")
    confirm_invitation(db, cast.anders, invitation_id=invitation.id)
    assert fate(db, cast, one)[0] == "Inviteret"
    revoke_invitation(db, cast.mette, invitation_id=invitation.id)
    assert fate(db, cast, one)[0] == "Ikke denne gang"


def test_anders_says_not_now_with_words_that_freja_reads(db: Session, cast: Cast) -> None:
    one = suggested(db, cast)
    with pytest.raises(Invalid):
        decline_suggestion(db, cast.anders, suggestion_id=one.id, words=" ")
    decline_suggestion(db, cast.anders, suggestion_id=one.id, words="Lad os tale om det.")
    view = suggestion_page(db, cast.freja, suggestion_id=one.id)
    assert (view.fate, view.reply_words) == ("Anders siger: ikke nu.", "Lad os tale om det.")
    assert not view.can_withdraw
    assert today_page(db, cast.mette, circle_id=cast.circle.id).waiting == []


def test_each_takes_their_own_words_along(db: Session, cast: Cast) -> None:
    one = suggested(db, cast)
    decline_suggestion(db, cast.anders, suggestion_id=one.id, words="Lad os tale om det.")
    freja, anders = as_json(db, cast.freja), as_json(db, cast.anders)
    assert (WORDS in freja, "Lad os tale" in freja) == (True, False)
    assert (WORDS in anders, "Lad os tale" in anders) == (False, True)


def test_one_answer_is_enough(db: Session, cast: Cast, inviting: Inviting) -> None:
    one = suggested(db, cast)
    decline_suggestion(db, cast.anders, suggestion_id=one.id, words="Ikke nu.")
    with pytest.raises(AlreadyReplied):
        inviting(suggestion_id=str(one.id))
    with pytest.raises(AlreadyReplied):
        withdraw_suggestion(db, cast.freja, suggestion_id=one.id)


def test_freja_takes_it_back_and_it_waits_no_more(db: Session, cast: Cast) -> None:
    one = suggested(db, cast)
    withdraw_suggestion(db, cast.freja, suggestion_id=one.id)
    assert circle_page(db, cast.mette, circle_id=cast.circle.id).suggestions == []


def test_two_taps_are_one_suggestion_and_five_are_enough(db: Session, cast: Cast) -> None:
    assert suggested(db, cast).id == suggested(db, cast).id
    for n in "abcd":
        suggested(db, cast, name=f"Asta {n}")
    with pytest.raises(Invalid, match="Vent"):
        suggested(db, cast, name="Kaj")


def test_an_answer_never_gives_a_supporter_away(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    """Whom Mette brings along is not for Anders to see, and he reads the suggestion's answer."""
    one = suggested(db, cast)
    with pytest.raises(Invalid):
        inviting(suggestion_id=str(one.id), place="supporter:supporter")


def test_a_suggestion_of_another_circle_is_not_answered_here(
    db: Session, cast: Cast, inviting: Inviting
) -> None:
    one = suggested(db, cast)
    with pytest.raises(NotFound):
        inviting(cast.fatima, circle_id=cast.other_circle.id, suggestion_id=str(one.id))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "https://x.example"),
        ("relation", ""),
        ("relation", "social_worker"),
        ("relation", ["friend"]),
        ("words", "x" * 301),
    ],
)
def test_what_cannot_be_used(db: Session, cast: Cast, field: str, value: object) -> None:
    with pytest.raises(Invalid) as refused:
        suggested(db, cast, **{field: value})
    assert list(refused.value.fields) == [field]
