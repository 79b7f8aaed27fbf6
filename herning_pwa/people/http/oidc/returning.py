"""Coming home from the identity provider."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import clock
from herning_pwa import routes as urls
from herning_pwa.people.commands.identities import find_identity, link_identity
from herning_pwa.people.cookies import IDENTITY_TRIP, cookie_called, identity_trip_secret_of
from herning_pwa.people.http.answers import (
    first_page,
    see_other,
    sign_in_response,
    without_cookie,
)
from herning_pwa.people.http.oidc.refusing import refuse, session_in, slow_down
from herning_pwa.people.http.requests import in_transaction, session_hash
from herning_pwa.people.models import (
    FRESH_FOR,
    LinkedIdentity,
    Method,
    OidcPurpose,
    Person,
    SignInSession,
)
from herning_pwa.people.oidc.provider import find_provider
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.token import IdToken
from herning_pwa.people.oidc.trips import Ticket, Trip, come_back, exchange
from herning_pwa.people.sessions import prove_session

CANCELLED = "access_denied"  # RFC 6749, 4.1.2.1


async def come_home(request: Request) -> Response:
    """GET, sent here by the provider: signed in, proved or linked; or back with a reason.

    The trip is used up by the first answer, right or wrong.
    """
    said = request.query_params
    browser = identity_trip_secret_of(request.headers.get("cookie", ""))
    ticket = Ticket(said.get("state", ""), browser)
    trip = Trip(ticket)
    try:
        slow_down(request)
        trip = await in_transaction(lambda db: come_back(db, ticket))
        token = await _token(trip, said.get("code", ""), said.get("error", ""))
        answer = await in_transaction(lambda db: _finish(request, db, trip, token))
    except Refused as refused:
        answer = await refuse(request, trip, refused.why)
    except IntegrityError:  # somebody linked the same one at the same time
        answer = await refuse(request, trip, WhyNot.TAKEN)
    return without_cookie(answer, cookie_called(IDENTITY_TRIP))


async def _token(trip: Trip, code: str, error: str) -> IdToken:
    if trip.problem:
        raise Refused(trip.problem)
    if error:
        raise Refused(WhyNot.CANCELLED if error == CANCELLED else WhyNot.PROVIDER)
    return await exchange(await find_provider(), trip, code)


def _finish(request: Request, db: Session, trip: Trip, token: IdToken) -> Response:
    if trip.purpose is OidcPurpose.LINK:
        link_identity(db, _own_person(request, db, trip), token)
        prove_session(db, session_hash(request), Method.OIDC)
        return see_other(urls.SETTINGS)
    identity = find_identity(db, token)
    if identity is None:
        is_here = trip.purpose is OidcPurpose.PROVE
        raise Refused(WhyNot.SOMEBODY_ELSE if is_here else WhyNot.UNKNOWN_PERSON)
    identity.was_used()
    if trip.purpose is OidcPurpose.PROVE:
        return _prove(request, db, trip, identity)
    return _sign_in(request, db, identity.person, token)


def _sign_in(request: Request, db: Session, person: Person, token: IdToken) -> Response:
    """The provider may have known the browser from earlier and asked for nothing: then who sits
    here was shown when it says, or long ago, and something sensitive asks for it again."""
    long_ago = clock.now() - FRESH_FOR
    shown_at = min(token.shown_at or long_ago, clock.now())
    to = first_page(person)
    return sign_in_response(request, db, person, to=to, method=Method.OIDC, shown_at=shown_at)


def _prove(request: Request, db: Session, trip: Trip, identity: LinkedIdentity) -> Response:
    if _own_person(request, db, trip).id != identity.person_id:
        raise Refused(WhyNot.SOMEBODY_ELSE)
    prove_session(db, session_hash(request), Method.OIDC)
    return see_other(trip.then)


def _own_person(request: Request, db: Session, trip: Trip) -> Person:
    """Who set out, still signed in to the same session in this browser; raises Refused."""
    if session_in(request, db) != trip.session_id:
        raise Refused(WhyNot.OTHER_SESSION)
    return db.get_one(SignInSession, trip.session_id).person
