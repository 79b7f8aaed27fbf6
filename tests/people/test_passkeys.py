"""Adding a passkey and signing in with it; and everything that looks like it but is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands.passkeys import (
    PASSKEYS_AT_MOST,
    add_passkey,
    ask_for_new_passkey,
    ask_to_prove,
    ask_to_sign_in,
    prove_by_passkey,
    remove_passkey,
    rename_passkey,
    sign_in_by_passkey,
)
from herning_pwa.people.factors import has_strong_factor, passkeys_of
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import CHALLENGE_LIFE, Method, Person, SignInSession
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sessions import begin_session
from tests.cast import Cast
from tests.people.authenticator import USER_PRESENT, Phone


def here(db: Session, person: Person, method: Method = Method.PASSWORD_AND_MAIL) -> UUID:
    """A new sign-in of the person's; gives its id."""
    secret = begin_session(db, person, method=method)
    found = select(SignInSession.id).where(SignInSession.secret_hash == hash_secret(secret))
    return db.scalars(found).one()


def added(db: Session, person: Person, **phone: Any) -> Phone:
    """The person's new phone, with a passkey on it."""
    session_id, it = here(db, person), Phone(**phone)
    question = ask_for_new_passkey(db, person, session_id=session_id)
    assert add_passkey(
        db, person, session_id=session_id, credential=it.create(question), name="Min telefon"
    )
    return it


def why(db: Session) -> list[str]:
    """Why attempts were refused, in order."""
    refused = select(Activity.reason).where(Activity.outcome == Outcome.DENIED)
    return list(db.scalars(refused.order_by(Activity.id)))


def mails_to(db: Session, person: Person) -> list[Mail]:
    return list(db.scalars(select(Mail).where(Mail.to_address == person.email)))


def test_mette_signs_in_with_the_passkey_she_added(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is cast.mette
    assert why(db) == []


def test_a_phone_that_vouches_for_itself_is_welcome_too(db: Session, cast: Cast) -> None:
    session_id, phone = here(db, cast.mette), Phone()
    question = ask_for_new_passkey(db, cast.mette, session_id=session_id)
    made = phone.create(question, fmt="packed")
    assert add_passkey(db, cast.mette, session_id=session_id, credential=made, name="x")


def test_the_question_demands_the_owner_and_says_nothing_of_her(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    question = ask_for_new_passkey(db, cast.mette, session_id=here(db, cast.mette))
    assert question["rp"]["id"] == "localhost"
    assert question["attestation"] == "none"
    assert question["authenticatorSelection"]["userVerification"] == "required"
    assert question["authenticatorSelection"]["residentKey"] == "required"
    assert len(question["excludeCredentials"]) == 1
    assert cast.mette.email.encode() not in phone.user_handle
    assert cast.mette.id.bytes not in phone.user_handle
    asked = ask_to_sign_in(db)
    assert (asked["userVerification"], asked["allowCredentials"]) == ("required", [])


def test_one_person_has_one_handle_on_all_phones_and_another_has_another(
    db: Session, cast: Cast
) -> None:
    first, second, hers = added(db, cast.mette), added(db, cast.mette), added(db, cast.fatima)
    assert first.user_handle == second.user_handle != hers.user_handle
    assert len(passkeys_of(db, cast.mette)) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:1"},
        {"origin": "http://localhost.evil.example:3000"},
        {"rp_id": "evil.example"},
        {"flags": USER_PRESENT},
        {"flags": 0},
    ],
)
def test_an_answer_from_elsewhere_or_without_the_owner_opens_nothing(
    db: Session, cast: Cast, wrong: dict[str, Any]
) -> None:
    phone = replace(added(db, cast.mette), **wrong)
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is None
    assert why(db) == ["passkey_answer"]
    session_id, new = here(db, cast.mette), Phone(**wrong)
    made = new.create(ask_for_new_passkey(db, cast.mette, session_id=session_id))
    assert not add_passkey(db, cast.mette, session_id=session_id, credential=made, name="x")
    assert len(passkeys_of(db, cast.mette)) == 1


def test_somebody_elses_signature_opens_nothing(db: Session, cast: Cast) -> None:
    phone = replace(added(db, cast.mette), key=Phone().key)
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is None


def test_an_answer_counts_once(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette, counts=False)
    answer = phone.get(ask_to_sign_in(db))
    assert sign_in_by_passkey(db, answer) is cast.mette
    assert sign_in_by_passkey(db, answer) is None
    assert why(db) == ["passkey_challenge"]


def test_a_wrong_answer_uses_the_question_up_as_well(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    question = ask_to_sign_in(db)
    assert (
        sign_in_by_passkey(db, replace(phone, origin="https://evil.example").get(question)) is None
    )
    assert sign_in_by_passkey(db, phone.get(question)) is None


def test_after_five_minutes_it_is_too_late(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    question = ask_to_sign_in(db)
    with time_machine.travel(clock.now() + CHALLENGE_LIFE, tick=False):
        assert sign_in_by_passkey(db, phone.get(question)) is None
    assert why(db) == ["passkey_too_old"]


def test_an_answer_is_good_for_what_was_asked_and_nothing_else(db: Session, cast: Cast) -> None:
    phone, session_id = added(db, cast.mette), here(db, cast.mette)
    to_prove = ask_to_prove(db, cast.mette, session_id=session_id)
    assert sign_in_by_passkey(db, phone.get(to_prove)) is None
    to_sign_in = phone.get(ask_to_sign_in(db))
    assert not prove_by_passkey(db, cast.mette, session_id=session_id, credential=to_sign_in)
    to_add = ask_for_new_passkey(db, cast.mette, session_id=session_id)
    assert sign_in_by_passkey(db, phone.get(to_add)) is None
    assert why(db) == ["passkey_other_purpose"] * 3


def test_an_answer_is_good_in_the_session_that_asked(db: Session, cast: Cast) -> None:
    phone, asked, other = added(db, cast.mette), here(db, cast.mette), here(db, cast.mette)
    answer = phone.get(ask_to_prove(db, cast.mette, session_id=asked))
    assert not prove_by_passkey(db, cast.mette, session_id=other, credential=answer)
    question = ask_for_new_passkey(db, cast.mette, session_id=asked)
    made = Phone().create(question)
    assert not add_passkey(db, cast.mette, session_id=other, credential=made, name="x")


def test_mette_proves_who_she_is_and_the_session_is_fresh_and_stronger(
    db: Session, cast: Cast
) -> None:
    phone, session_id = added(db, cast.mette), here(db, cast.mette)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        session = db.get_one(SignInSession, session_id)
        assert not session.is_fresh
        answer = phone.get(ask_to_prove(db, cast.mette, session_id=session_id))
        assert prove_by_passkey(db, cast.mette, session_id=session_id, credential=answer)
        assert (session.is_fresh, session.method) == (True, Method.PASSKEY)


def test_anders_passkey_does_not_prove_mette(db: Session, cast: Cast) -> None:
    added(db, cast.mette)
    his, session_id = added(db, cast.anders), here(db, cast.mette)
    answer = his.get(ask_to_prove(db, cast.mette, session_id=session_id))
    assert not prove_by_passkey(db, cast.mette, session_id=session_id, credential=answer)
    assert why(db) == ["passkey_other_person"]


def test_a_passkey_under_another_name_is_refused(db: Session, cast: Cast) -> None:
    phone, his = added(db, cast.mette), added(db, cast.anders)
    answer = replace(phone, user_handle=his.user_handle).get(ask_to_sign_in(db))
    assert sign_in_by_passkey(db, answer) is None
    nameless = phone.get(ask_to_sign_in(db))
    del nameless["response"]["userHandle"]
    assert sign_in_by_passkey(db, nameless) is None
    assert why(db) == ["passkey_user_handle"] * 2


def test_a_copy_is_seen_when_it_counts_behind(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    copy = replace(phone)
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is cast.mette
    assert sign_in_by_passkey(db, copy.get(ask_to_sign_in(db))) is None
    assert why(db) == ["passkey_copied"]
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is cast.mette


def test_a_passkey_that_never_counts_is_no_copy(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette, counts=False)
    for _again in range(2):
        assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is cast.mette


def test_a_passkey_that_is_known_already_is_not_added_to_another_person(
    db: Session, cast: Cast
) -> None:
    phone, session_id = added(db, cast.mette), here(db, cast.anders)
    made = replace(phone).create(ask_for_new_passkey(db, cast.anders, session_id=session_id))
    assert not add_passkey(db, cast.anders, session_id=session_id, credential=made, name="x")
    assert why(db) == ["passkey_known"]


def test_a_removed_passkey_opens_nothing(db: Session, cast: Cast) -> None:
    phone = added(db, cast.mette)
    (key,) = passkeys_of(db, cast.mette)
    remove_passkey(db, cast.mette, passkey_id=str(key.id))
    assert sign_in_by_passkey(db, phone.get(ask_to_sign_in(db))) is None
    assert why(db) == ["passkey_unknown"]
    assert not has_strong_factor(db, cast.mette)


def test_fatima_can_neither_name_nor_remove_mettes(db: Session, cast: Cast) -> None:
    added(db, cast.mette)
    (key,) = passkeys_of(db, cast.mette)
    with pytest.raises(NotFound):
        rename_passkey(db, cast.fatima, passkey_id=str(key.id), name="Min")
    with pytest.raises(NotFound):
        remove_passkey(db, cast.fatima, passkey_id=str(key.id))
    rename_passkey(db, cast.mette, passkey_id=str(key.id), name="  Min telefon ")
    assert key.name == "Min telefon"


@pytest.mark.parametrize("name", ["", "   ", None, ["x"], "x" * 61])
def test_a_name_is_words(db: Session, cast: Cast, name: object) -> None:
    added(db, cast.mette)
    (key,) = passkeys_of(db, cast.mette)
    with pytest.raises(Invalid):
        rename_passkey(db, cast.mette, passkey_id=key.id, name=name)


def test_sanne_keeps_one_factor_and_mette_need_not(db: Session, cast: Cast) -> None:
    added(db, cast.sanne)
    (first,) = passkeys_of(db, cast.sanne)
    with pytest.raises(NotAllowed):
        remove_passkey(db, cast.sanne, passkey_id=first.id)
    added(db, cast.sanne)
    remove_passkey(db, cast.sanne, passkey_id=first.id)
    assert len(passkeys_of(db, cast.sanne)) == 1


def test_adding_the_first_one_lets_sanne_in(db: Session, cast: Cast) -> None:
    session_id = here(db, cast.sanne)
    session = db.get_one(SignInSession, session_id)
    assert session.is_limited
    made = Phone().create(ask_for_new_passkey(db, cast.sanne, session_id=session_id))
    add_passkey(db, cast.sanne, session_id=session_id, credential=made, name="x")
    assert not session.is_limited


def test_there_is_an_end_to_how_many(db: Session, cast: Cast) -> None:
    for _one in range(PASSKEYS_AT_MOST):
        added(db, cast.mette)
    with pytest.raises(NotAllowed):
        ask_for_new_passkey(db, cast.mette, session_id=here(db, cast.mette))


def test_every_change_is_one_mail_and_says_nothing_of_anybody(db: Session, cast: Cast) -> None:
    added(db, cast.mette)
    assert len(mails_to(db, cast.mette)) == 1
    (key,) = passkeys_of(db, cast.mette)
    rename_passkey(db, cast.mette, passkey_id=key.id, name="Telefonen")
    assert len(mails_to(db, cast.mette)) == 1
    remove_passkey(db, cast.mette, passkey_id=key.id)
    first, second = mails_to(db, cast.mette)
    assert first.body == second.body
    assert not [word for word in ("Mette", "Emil", "Telefon", "telefon") if word in first.body]


@pytest.mark.parametrize("command", [ask_for_new_passkey, add_passkey, remove_passkey])
def test_changes_ask_for_a_fresh_sign_in(command: Any) -> None:
    assert is_sensitive(command)


JUNK: list[Any] = [
    None,
    "",
    0,
    [],
    {},
    {"response": None},
    {"response": {"clientDataJSON": 7}},
    {"response": {"clientDataJSON": "e30"}},
    {"response": {"clientDataJSON": "\ud800"}},
    {"id": [], "rawId": {}, "type": "public-key", "response": {"clientDataJSON": "////"}},
]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_refused_and_nothing_breaks(db: Session, cast: Cast, junk: Any) -> None:
    session_id = here(db, cast.mette)
    assert sign_in_by_passkey(db, junk) is None
    assert not prove_by_passkey(db, cast.mette, session_id=session_id, credential=junk)
    assert not add_passkey(db, cast.mette, session_id=session_id, credential=junk, name="x")


@pytest.mark.parametrize("part", ["signature", "authenticatorData", "userHandle", "clientDataJSON"])
@pytest.mark.parametrize("value", [None, [], "", "AAAA", "\ud800"])
def test_half_an_answer_is_none(db: Session, cast: Cast, part: str, value: Any) -> None:
    answer = added(db, cast.mette).get(ask_to_sign_in(db))
    answer["response"][part] = value
    assert sign_in_by_passkey(db, answer) is None
