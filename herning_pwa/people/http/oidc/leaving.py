"""Setting out for the identity provider."""

from __future__ import annotations

import asyncio
from html import escape

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from herning_pwa import routes as urls
from herning_pwa.errors import NotFresh, NotSignedIn
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.people.commands.identities import begin_linking
from herning_pwa.people.cookies import IDENTITY_TRIP, cookie_called
from herning_pwa.people.http.answers import see_other, with_cookie
from herning_pwa.people.http.oidc.refusing import refuse, session_in, slow_down
from herning_pwa.people.http.requests import in_transaction, session_hash
from herning_pwa.people.models import OIDC_TRY_LIFE, OidcPurpose
from herning_pwa.people.oidc.provider import find_provider
from herning_pwa.people.oidc.refused import Refused
from herning_pwa.people.oidc.trips import Ticket, Trip, set_out, way_out
from herning_pwa.people.running import CURRENT_SESSION, run

AGAIN = "igen"


async def leave(request: Request) -> Response:
    """GET: off to the provider to sign in (302), or back with a kind reason (303).

    ``?formaal=igen&videre=<our own page>`` shows once more who sits here.
    """
    is_again = request.query_params.get("formaal") == AGAIN
    purpose = OidcPurpose.PROVE if is_again else OidcPurpose.SIGN_IN
    then = urls.own_page(request.query_params.get("videre")) if is_again else ""
    try:
        slow_down(request)
        provider = await find_provider()
        ticket = await in_transaction(lambda db: _ticket(request, db, purpose, then))
    except Refused as refused:
        nowhere = Trip(Ticket("", ""), purpose=purpose, then=then)
        return await refuse(request, nowhere, refused.why)
    answer = RedirectResponse(way_out(provider, ticket, purpose), status_code=302)
    return _with_ticket(answer, ticket)


def _ticket(request: Request, db: Session, purpose: OidcPurpose, then: str) -> Ticket:
    is_here = purpose is not OidcPurpose.SIGN_IN
    return set_out(db, purpose, session_in(request, db) if is_here else None, then=then)


async def leave_to_link(request: Request) -> Response:
    """POST from our own page: off to the provider, to link what it says to who sits here.

    A POST, because no other site can make a browser send it; so nobody can have somebody
    else link a stranger's identity. The way out is a page of its own and no redirect: what
    may follow a form is our own pages only (Content-Security-Policy: form-action).
    """
    purpose = OidcPurpose.LINK
    try:
        slow_down(request)
        provider = await find_provider()
        ran = await asyncio.to_thread(
            run, session_hash(request), begin_linking, {"session_id": CURRENT_SESSION}
        )
    except NotFresh:
        return see_other(urls.PROVE, videre=urls.SETTINGS)
    except NotSignedIn:
        return see_other(urls.SIGN_IN)
    except Refused as refused:
        return await refuse(request, Trip(Ticket("", ""), purpose=purpose), refused.why)
    return _with_ticket(_page_to(way_out(provider, ran.value, purpose)), ran.value)


def _page_to(address: str) -> Response:
    """Sends the browser on by itself; the link is for those that do not."""
    words = escape(_("Go on to MitID"))
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{words}</title></head>"
        f'<body><h1><a href="{escape(address)}">{words}</a></h1></body></html>',
        headers={"Refresh": f"0; url={address}"},
    )


def _with_ticket(answer: Response, ticket: Ticket) -> Response:
    return with_cookie(answer, cookie_called(IDENTITY_TRIP), ticket.browser, life=OIDC_TRY_LIFE)
