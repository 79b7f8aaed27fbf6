"""To the provider and back, in the same browser, once."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote_plus
from uuid import UUID

from authlib.common.urls import url_decode
from authlib.oauth2.client import OAuth2Client
from authlib.oauth2.rfc6749.parameters import prepare_token_request
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.config import settings
from herning_pwa.people.models import OidcPurpose, OidcTry
from herning_pwa.people.oidc.provider import Provider
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.token import LEEWAY, IdToken, read_id_token
from herning_pwa.people.oidc.wire import ask
from herning_pwa.people.passwords import hash_secret, new_secret

FORGET_AFTER = timedelta(days=1)
CODE_LIMIT = 4096
OK = 200


@dataclass(frozen=True)
class Ticket:
    """What the browser takes along: ``state`` through the provider, ``browser`` in its cookie."""

    state: str
    browser: str

    @property
    def nonce(self) -> str:
        return hash_secret(f"nonce:{self.browser}")

    @property
    def verifier(self) -> str:
        """For PKCE. Only we can make it, and only from this browser's cookie."""
        return hash_secret(f"verifier:{self.browser}")


@dataclass(frozen=True)
class Trip:
    """A trip that came back: what it was for, and whether it may count."""

    ticket: Ticket
    id: UUID | None = None
    purpose: OidcPurpose = OidcPurpose.SIGN_IN
    session_id: UUID | None = None
    then: str = ""
    begun_at: datetime | None = None
    problem: WhyNot | None = None


def set_out(
    db: Session, purpose: OidcPurpose, session_id: UUID | None = None, *, then: str = ""
) -> Ticket:
    """The browser leaves now, with this ticket; only its hashes stay.

    ``then`` is our own page to go on to. Trips that are a day old are forgotten on the way.
    """
    db.execute(delete(OidcTry).where(OidcTry.begun_at < clock.now() - FORGET_AFTER))
    ticket = Ticket(new_secret(), new_secret())
    trip = OidcTry(
        purpose=purpose,
        session_id=session_id,
        state_hash=hash_secret(ticket.state),
        browser_hash=hash_secret(ticket.browser),
        then=then,
    )
    db.add(trip)
    return ticket


def way_out(provider: Provider, ticket: Ticket, purpose: OidcPurpose) -> str:
    """The address at the provider where the person shows who they are."""
    levels = " ".join(provider.settings.levels)
    again = {} if purpose is OidcPurpose.SIGN_IN else {"prompt": "login", "max_age": "0"}
    client = OAuth2Client(
        None,
        provider.settings.client_id,
        scope="openid",
        redirect_uri=return_address(),
        code_challenge_method="S256",
    )
    address, _state = client.create_authorization_url(
        provider.leave_to,
        state=ticket.state,
        code_verifier=ticket.verifier,
        nonce=ticket.nonce,
        acr_values=levels,
        **again,
    )
    return str(address)


def return_address() -> str:
    return f"{settings().public_url}{routes.API_OIDC_RETURN}"


def come_back(db: Session, ticket: Ticket) -> Trip:
    """Use the trip up, right or wrong; ``problem`` says why it does not count."""
    given = hash_secret(ticket.state)
    used = db.scalar(
        update(OidcTry)
        .where(OidcTry.state_hash == given, OidcTry.used_at.is_(None))
        .values(used_at=clock.now())
        .returning(OidcTry)
    )
    if used is None:
        was_used = db.scalar(select(OidcTry.id).where(OidcTry.state_hash == given))
        return Trip(ticket, was_used, problem=WhyNot.REPLAYED if was_used else WhyNot.STATE)
    return Trip(
        ticket,
        used.id,
        used.purpose,
        used.session_id,
        used.then,
        used.begun_at,
        _problem(used, ticket),
    )


def _problem(trip: OidcTry, ticket: Ticket) -> WhyNot | None:
    if not hmac.compare_digest(trip.browser_hash, hash_secret(ticket.browser)):
        return WhyNot.OTHER_BROWSER
    return WhyNot.TOO_OLD if trip.has_expired else None


async def exchange(provider: Provider, trip: Trip, code: str) -> IdToken:
    """Give the code for the id token; raises Refused."""
    if not 0 < len(code) <= CODE_LIMIT:
        raise Refused(WhyNot.CODE)
    body = prepare_token_request(
        "authorization_code",
        code=code,
        redirect_uri=return_address(),
        code_verifier=trip.ticket.verifier,
    )
    ours = provider.settings
    status, told = await ask(
        "POST",
        provider.exchange_at,
        form=dict(url_decode(body)),
        auth=(quote_plus(ours.client_id), quote_plus(ours.client_secret)),  # RFC 6749, 2.3.1
    )
    if status != OK:
        raise Refused(WhyNot.CODE)
    token = await read_id_token(provider, told.get("id_token"), nonce=trip.ticket.nonce)
    if trip.purpose is not OidcPurpose.SIGN_IN and not _was_shown_since(token, trip.begun_at):
        raise Refused(WhyNot.EXPIRED)
    return token


def _was_shown_since(token: IdToken, moment: datetime | None) -> bool:
    """Whether the person showed the provider who they are on this very trip."""
    return bool(token.shown_at and moment and token.shown_at >= moment - LEEWAY)
