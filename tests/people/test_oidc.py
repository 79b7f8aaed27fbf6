"""Signing in with the identity provider, when it behaves and when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Engine, select, update

from herning_pwa import clock, routes
from herning_pwa.db import reading, transaction
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.notifications.models import Mail
from herning_pwa.people.fake_provider.grants import LIFE_SECONDS, Fault
from herning_pwa.people.models import (
    FRESH_FOR,
    OIDC_TRY_LIFE,
    Method,
    OidcTry,
    Person,
    SignInSession,
)
from herning_pwa.people.passwords import hash_password
from tests.cast import assemble
from tests.fresh import fresh_database, installation
from tests.people.oidc import (
    HIGH,
    LOW,
    Visitor,
    grow_old,
    here,
    last_denied,
    link,
    linked_to,
    newest_session,
    person,
    subject_of,
    told,
    unlink_all,
    way_out_of,
)
from tests.server import Server, free_port, start_server

METTE, ANDERS, SANNE = "mette@familie.example", "anders@familie.example", "sanne@kommune.example"
SIGN_IN = routes.SIGN_IN
AGAIN = (SIGN_IN, "mitid-igen")


@pytest.fixture(scope="module")
def place(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the fake provider beside it, on a database of either kind."""
    folder, port = tmp_path_factory.mktemp("oidc"), free_port()
    with (
        fresh_database(engine, folder) as url,
        installation(HERNING_DATABASE_URL=url, HERNING_FAKE_OIDC="1", PORT=str(port)),
    ):
        with transaction() as db:
            assemble(db)
            db.execute(update(Person).values(password_hash=hash_password(DEMO_PASSWORD)))
        server = start_server(folder, port, url, HERNING_FAKE_OIDC="1")
        yield server
        server.stop()


@pytest.fixture(autouse=True)
def nobody_is_linked(place: Server) -> None:
    unlink_all()


@pytest.fixture
def visitor(place: Server) -> Visitor:
    return Visitor.at(place)


def test_mette_signs_in_with_the_identity_she_linked(visitor: Visitor) -> None:
    link(METTE, "Mette")
    home = visitor.come_home(visitor.leave())
    assert (home.status_code, home.headers["location"]) == (303, routes.HOME)
    assert newest_session().person_id == person(METTE).id
    assert newest_session().method is Method.OIDC
    assert visitor.is_signed_in


def test_a_professional_lands_at_the_desk(visitor: Visitor) -> None:
    link(SANNE, "Sanne")
    home = visitor.come_home(visitor.leave(), "Sanne", level=HIGH)
    assert home.headers["location"] == routes.DESK


def test_what_is_asked_of_the_provider(visitor: Visitor) -> None:
    left = visitor.leave()
    asked = parse_qs(urlsplit(way_out_of(left)).query)
    assert left.status_code == 302
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"][0].endswith(routes.API_OIDC_RETURN)
    assert asked["scope"] == ["openid"]
    assert LOW not in asked["acr_values"][0]
    cookie = left.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_only_hashes_are_kept_of_a_trip(visitor: Visitor) -> None:
    asked = parse_qs(urlsplit(way_out_of(visitor.leave())).query)
    with reading() as db:
        trip = db.scalars(select(OidcTry).order_by(OidcTry.begun_at.desc()).limit(1)).one()
        kept = {trip.state_hash, trip.browser_hash}
    secrets = {asked["state"][0], asked["nonce"][0], visitor.web.cookies["identity-trip"]}
    assert kept.isdisjoint(secrets)


def test_somebody_unknown_is_told_what_to_do(visitor: Visitor) -> None:
    link(METTE, "Mette")
    assert told(visitor.come_home(visitor.leave(), "Anders")) == (SIGN_IN, "mitid-ukendt")
    assert last_denied()[:2] == ("session.begun", "unknown_person")


def test_an_identity_that_was_removed_opens_nothing(visitor: Visitor) -> None:
    link(METTE, "Mette")
    unlink_all()
    assert told(visitor.come_home(visitor.leave())) == (SIGN_IN, "mitid-ukendt")


@pytest.mark.parametrize(
    ("fault", "code", "reason"),
    [
        (Fault.NONCE, "mitid-igen", "nonce"),
        (Fault.NO_NONCE, "mitid-igen", "nonce"),
        (Fault.AUDIENCE, "mitid-igen", "audience"),
        (Fault.SHARED_AUDIENCE, "mitid-igen", "audience"),
        (Fault.OTHER_PARTY, "mitid-igen", "audience"),
        (Fault.ISSUER, "mitid-igen", "issuer"),
        (Fault.EXPIRED, "mitid-igen", "expired"),
        (Fault.FUTURE, "mitid-igen", "expired"),
        (Fault.LOWERED, "mitid-niveau", "assurance"),
        (Fault.NO_LEVEL, "mitid-niveau", "assurance"),
        (Fault.LEVEL_IN_A_LIST, "mitid-niveau", "assurance"),
        (Fault.NO_SUBJECT, "mitid-igen", "claims"),
        (Fault.SIGNATURE, "mitid-igen", "signature"),
        (Fault.UNSIGNED, "mitid-igen", "signature"),
        (Fault.SHARED_SECRET, "mitid-igen", "signature"),
        (Fault.OLD_CODE, "mitid-igen", "code"),
        (Fault.NO_TOKEN, "mitid-igen", "claims"),
        (Fault.DOWN, "mitid-nede", "provider_down"),
        (Fault.ENDLESS, "mitid-nede", "provider_down"),
    ],
)
def test_a_provider_that_misbehaves_lets_nobody_in(
    visitor: Visitor, fault: Fault, code: str, reason: str
) -> None:
    link(METTE, "Mette")
    assert told(visitor.come_home(visitor.leave(), fault=fault)) == (SIGN_IN, code)
    assert last_denied() == ("session.begun", reason, None)
    assert not visitor.is_signed_in


def test_every_fault_is_tried() -> None:
    tried = test_a_provider_that_misbehaves_lets_nobody_in.pytestmark[0].args[1]  # type: ignore[attr-defined]
    about_when = {Fault.OLD_SHOWING, Fault.NO_SHOWING}  # they let in, and are not fresh
    assert {fault for fault, *_rest in tried} == set(Fault) - {Fault.NONE, *about_when}


@pytest.mark.parametrize(
    ("fault", "ago"),
    [(Fault.OLD_SHOWING, timedelta(seconds=LIFE_SECONDS)), (Fault.NO_SHOWING, FRESH_FOR)],
)
def test_a_provider_that_asked_for_nothing_makes_no_sign_in_fresh(
    visitor: Visitor, fault: Fault, ago: timedelta
) -> None:
    """Whoever sits at a computer where Mette was a while ago has not shown that they are Mette."""
    link(METTE, "Mette")
    visitor.come_home(visitor.leave(), fault=fault)
    assert visitor.is_signed_in
    session = newest_session()
    assert session.proved_at <= session.created_at - ago + timedelta(seconds=1)


def test_too_low_a_level_is_refused_whatever_was_asked(visitor: Visitor) -> None:
    link(METTE, "Mette")
    assert told(visitor.come_home(visitor.leave(), level=LOW)) == (SIGN_IN, "mitid-niveau")


def test_one_who_changes_their_mind_is_met_kindly(visitor: Visitor) -> None:
    assert told(visitor.come_home(visitor.leave(), "")) == (SIGN_IN, "mitid-afbrudt")


def test_an_address_home_works_once(visitor: Visitor) -> None:
    link(METTE, "Mette")
    left = visitor.leave()
    browser = visitor.web.cookies["identity-trip"]
    home = visitor.choose(left)
    assert visitor.web.get(home).headers["location"] == routes.HOME
    visitor.web.cookies.set("identity-trip", browser)
    assert told(visitor.web.get(home)) == AGAIN
    assert last_denied()[1] == "replayed"


def test_nobody_comes_home_in_another_browser(visitor: Visitor, place: Server) -> None:
    link(METTE, "Mette")
    stolen = visitor.choose(visitor.leave())
    thief = Visitor.at(place)
    assert told(thief.web.get(stolen)) == AGAIN
    assert last_denied()[1] == "other_browser"
    thief.leave()
    assert told(thief.web.get(stolen)) == AGAIN
    assert told(visitor.web.get(stolen)) == AGAIN  # the first answer used it up


def test_a_code_from_another_trip_opens_nothing(visitor: Visitor, place: Server) -> None:
    """Without PKCE, a stolen code could be slipped into one's own trip."""
    link(METTE, "Mette")
    stolen = parse_qs(urlsplit(visitor.choose(visitor.leave())).query)["code"][0]
    thief = Visitor.at(place)
    own = parse_qs(urlsplit(thief.choose(thief.leave())).query)["state"][0]
    home = thief.web.get(routes.API_OIDC_RETURN, params={"state": own, "code": stolen})
    assert told(home) == AGAIN
    assert last_denied()[1] == "code"


def test_a_trip_that_took_too_long_must_begin_again(visitor: Visitor) -> None:
    link(METTE, "Mette")
    home = visitor.choose(visitor.leave())
    grow_old(OidcTry, begun_at=clock.now() - OIDC_TRY_LIFE)
    assert told(visitor.web.get(home)) == AGAIN
    assert last_denied()[1] == "too_old"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?state=opfundet&code=x",
        "?code=x",
        "?state=a&state=b&code=c&code=d",
        "?state=%ED%A0%80&code=%00",
        f"?state={'x' * 5000}&code={'y' * 5000}",
        "?error=server_error&error_description=%3Cscript%3E",
    ],
)
def test_an_invented_answer_is_refused(visitor: Visitor, query: str) -> None:
    visitor.leave()
    assert told(visitor.web.get(routes.API_OIDC_RETURN + query)) == AGAIN
    assert last_denied()[1] == "state"


def test_many_trips_from_one_address_are_slowed_down(visitor: Visitor) -> None:
    answers = [visitor.web.get(routes.API_OIDC_RETURN) for _n in range(61)]
    assert [told(answer)[1] for answer in answers[59:]] == ["mitid-igen", "vent"]


def test_mette_links_her_identity_and_is_told_by_mail(visitor: Visitor) -> None:
    left = visitor.sign_in(METTE).leave_to_link()
    assert left.status_code == 200
    assert "location" not in left.headers
    assert visitor.come_home(left).headers["location"] == routes.SETTINGS
    assert linked_to(METTE) == [subject_of("Mette")]
    with reading() as db:
        subjects = list(db.scalars(select(Mail.subject).where(Mail.to_address == METTE)))
    assert "En ny måde at logge ind på" in subjects


def test_linking_twice_is_as_good_as_once(visitor: Visitor) -> None:
    link(METTE, "Mette")
    visitor.sign_in(METTE)
    assert told(visitor.come_home(visitor.leave_to_link())) == (routes.SETTINGS, "")
    assert linked_to(METTE) == [subject_of("Mette")]


def test_an_identity_belongs_to_one_person(visitor: Visitor) -> None:
    link(METTE, "Mette")
    home = visitor.sign_in(ANDERS).come_home(visitor.leave_to_link())
    assert told(home) == (routes.SETTINGS, "mitid-optaget")
    assert "mette" not in home.text.casefold()
    assert linked_to(ANDERS) == []
    assert last_denied() == ("identity.linked", "taken", person(ANDERS).id)


def test_a_person_has_one_identity(visitor: Visitor) -> None:
    link(METTE, "Mette")
    home = visitor.sign_in(METTE).come_home(visitor.leave_to_link(), "Anders")
    assert told(home) == (routes.SETTINGS, "mitid-flere")
    assert linked_to(METTE) == [subject_of("Mette")]


@pytest.mark.parametrize("fault", [Fault.LOWERED, Fault.NONCE, Fault.OLD_SHOWING, Fault.NO_SHOWING])
def test_a_misbehaving_provider_links_nothing(visitor: Visitor, fault: Fault) -> None:
    home = visitor.sign_in(METTE).come_home(visitor.leave_to_link(), fault=fault)
    assert told(home)[0] == routes.SETTINGS
    assert linked_to(METTE) == []


def test_only_somebody_who_just_showed_who_they_are_links(visitor: Visitor) -> None:
    visitor.sign_in(METTE)
    grow_old(SignInSession, proved_at=clock.now() - FRESH_FOR)
    left = visitor.leave_to_link()
    assert (left.status_code, here(left.headers["location"]).partition("?")[0]) == (
        303,
        routes.PROVE,
    )


def test_a_stranger_links_nothing(visitor: Visitor) -> None:
    assert visitor.leave_to_link().headers["location"] == SIGN_IN


def test_another_site_cannot_have_mette_link(visitor: Visitor) -> None:
    visitor.sign_in(METTE)
    evil = {"Origin": "https://ondt.example"}
    assert visitor.web.post(routes.API_OIDC, headers=evil).status_code == 403


def test_a_link_asked_for_by_one_is_not_made_for_another(visitor: Visitor) -> None:
    left = visitor.sign_in(METTE).leave_to_link()
    home = visitor.choose(left)
    visitor.web.post(routes.API_SESSION_END)
    visitor.sign_in(ANDERS)
    assert told(visitor.web.get(home))[0] == SIGN_IN
    assert linked_to(METTE) == linked_to(ANDERS) == []
    assert last_denied()[:2] == ("identity.linked", "other_session")


def test_mette_shows_again_who_she_is(visitor: Visitor) -> None:
    link(METTE, "Mette")
    visitor.sign_in(METTE)
    grow_old(SignInSession, proved_at=clock.now() - FRESH_FOR)
    left = visitor.leave(f"?formaal=igen&videre={routes.CIRCLE}")
    assert "prompt=login" in way_out_of(left)
    assert "max_age=0" in way_out_of(left)
    assert visitor.come_home(left).headers["location"] == routes.CIRCLE
    assert newest_session().is_fresh


@pytest.mark.parametrize("then", ["https://ondt.example", "//ondt.example", "/api/session/slut"])
def test_nobody_is_sent_on_to_another_site(visitor: Visitor, then: str) -> None:
    link(METTE, "Mette")
    home = visitor.sign_in(METTE).come_home(visitor.leave(f"?formaal=igen&videre={then}"))
    assert home.headers["location"] == routes.SETTINGS


@pytest.mark.parametrize(
    ("who", "fault", "code"),
    [
        ("Anders", Fault.NONE, "mitid-anden"),
        ("Ukendt", Fault.NONE, "mitid-anden"),
        ("Mette", Fault.OLD_SHOWING, "mitid-igen"),
    ],
)
def test_showing_somebody_else_or_long_ago_is_not_enough(
    visitor: Visitor, who: str, fault: Fault, code: str
) -> None:
    link(METTE, "Mette")
    link(ANDERS, "Anders")
    visitor.sign_in(METTE)
    grow_old(SignInSession, proved_at=clock.now() - FRESH_FOR)
    home = visitor.come_home(visitor.leave("?formaal=igen"), who, fault=fault)
    assert told(home) == (routes.PROVE, code)
    assert not newest_session().is_fresh


def test_a_stranger_has_nothing_to_show_again(visitor: Visitor) -> None:
    assert told(visitor.leave("?formaal=igen"))[0] == SIGN_IN


def test_the_fake_provider_says_loudly_what_it_is(visitor: Visitor) -> None:
    way = urlsplit(way_out_of(visitor.leave()))
    page = visitor.web.get(f"{way.path}?{way.query}")
    assert "FALSK MitID – kun til prøver" in page.text
    assert visitor.web.get(way.path).status_code == 400  # for this app and nobody else
