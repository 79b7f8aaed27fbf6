"""A person's own words as a file, over plain HTTP so that a phone can keep it."""

from __future__ import annotations

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFresh, NotSignedIn
from herning_pwa.people import throttle
from herning_pwa.people.http import (
    client_address,
    in_transaction,
    is_asked_by_our_page,
    see_other,
    signed_in_person,
)
from herning_pwa.privacy.queries import as_json, as_page

WRITERS = {"json": (as_json, "application/json"), "html": (as_page, "text/html; charset=utf-8")}
FILE_NAME = "mine-ord"  # says nothing about whom or what


async def own_words(request: Request) -> Response:
    """GET: the file, to whoever has just shown who they are and asks on the page for it.

    Else 303: to the page, or to where one shows who one is. 401 when nobody is signed in, 404
    for other formats, 429 for too many.
    """
    if request.path_params["format"] not in WRITERS:
        return Response(status_code=404)
    if not is_asked_by_our_page(request):
        return see_other(urls.PRIVACY)
    permit = throttle.allow("own_words", client_address(request))
    if not permit:
        return Response(status_code=429, headers={"Retry-After": str(permit.wait)})
    try:
        return await in_transaction(lambda db: _file(request, db))
    except NotSignedIn:
        return Response(status_code=401)
    except NotFresh:
        return see_other(urls.PROVE, videre=urls.PRIVACY)


def _file(request: Request, db: Session) -> Response:
    person = signed_in_person(request, db, must_be_fresh=True)
    suffix = request.path_params["format"]
    write, media_type = WRITERS[suffix]
    record(db, person, "own_words.taken", person)
    return Response(
        write(db, person),
        media_type=media_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": f'attachment; filename="{FILE_NAME}.{suffix}"',
        },
    )


routes = [Route(urls.API_OWN_WORDS, own_words)]
