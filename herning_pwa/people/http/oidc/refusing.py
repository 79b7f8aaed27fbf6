"""A trip that ends here: a kind sentence where it began, the reason in the log alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record_denied
from herning_pwa.errors import NotSignedIn
from herning_pwa.people import throttle
from herning_pwa.people.http.answers import see_other
from herning_pwa.people.http.requests import client_address, in_transaction, session_hash
from herning_pwa.people.models import OidcPurpose, SignInSession
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.trips import Trip
from herning_pwa.people.oidc.words import code_for
from herning_pwa.people.sessions import load_actor

BACK_TO = {
    OidcPurpose.SIGN_IN: urls.SIGN_IN,
    OidcPurpose.PROVE: urls.PROVE,
    OidcPurpose.LINK: urls.SETTINGS,
}
ACTIONS = {
    OidcPurpose.SIGN_IN: "session.begun",
    OidcPurpose.PROVE: "session.proved",
    OidcPurpose.LINK: "identity.linked",
}


async def refuse(request: Request, trip: Trip, why: WhyNot) -> Response:
    """Back with one of a few sentences (303)."""
    is_new = why is not WhyNot.TOO_MANY or throttle.allow("row", client_address(request))
    if is_new:  # not each of a thousand
        await in_transaction(lambda db: _log(db, trip, why))
    to = urls.SIGN_IN if why is WhyNot.OTHER_SESSION else BACK_TO[trip.purpose]
    then = {"videre": trip.then} if to == urls.PROVE else {}
    return see_other(to, **then, fejl=code_for(why))


def _log(db: Session, trip: Trip, why: WhyNot) -> None:
    session = db.get(SignInSession, trip.session_id) if trip.session_id else None
    record_denied(
        db,
        session.person_id if session else None,
        ACTIONS[trip.purpose],
        object_id=trip.id,
        reason=why,
    )


def slow_down(request: Request) -> None:
    """Raises Refused(TOO_MANY) when there have been many trips from this address."""
    if not throttle.may_go_to_provider(client_address(request)):
        raise Refused(WhyNot.TOO_MANY)


def session_in(request: Request, db: Session) -> UUID:
    """The live session in this browser; raises Refused(OTHER_SESSION)."""
    try:
        return load_actor(db, session_hash(request), may_be_limited=True).session_id
    except NotSignedIn:
        raise Refused(WhyNot.OTHER_SESSION) from None
