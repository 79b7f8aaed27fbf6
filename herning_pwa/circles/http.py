"""Answering an invitation over plain HTTP, because the answer sets the session cookie."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import live
from herning_pwa import routes as urls
from herning_pwa.activity.commands import changed_circles, record_denied
from herning_pwa.circles.commands import LinkRefused, accept_invitation, decline_invitation
from herning_pwa.circles.models import LinkProblem, Standing
from herning_pwa.circles.queries.find import SECRET_LIMIT, find_by_secret
from herning_pwa.circles.queries.invitation import NO_THANKS
from herning_pwa.db import transaction
from herning_pwa.errors import Invalid, NotSignedIn
from herning_pwa.fields import plain
from herning_pwa.people import throttle
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.http import (
    client_address,
    first_page,
    posted_form,
    see_other,
    sign_in_response,
    signed_in_person,
)
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import verify_password

YES = "ja"
FIELDS = 8
PASSWORD_HELPS = {Standing.OPEN, Standing.ACCEPTED}


@dataclass(frozen=True)
class Answer:
    """The posted form; a field that is missing or a file is empty."""

    secret: str
    first_name: str
    password: str
    says_yes: bool

    @classmethod
    def read(cls, given: dict[str, str]) -> Answer:
        return cls(
            secret=given.get("kode", ""),
            first_name=given.get("fornavn", ""),
            password=given.get("adgangskode", ""),
            says_yes=given.get("svar") == YES,
        )


async def answer(request: Request) -> Response:
    """POST yes or no: signed in and on the way, or back to the page with a reason (303)."""
    given = Answer.read(await posted_form(request))
    if not throttle.allow(f"invitation:{client_address(request)}"):
        return _back(given, LinkProblem.TOO_MANY)
    try:
        response, circles = await asyncio.to_thread(_in_transaction, request, given)
    except LinkRefused as refused:
        await asyncio.to_thread(_log_refused, given, refused.problem)
        return _back(given, refused.problem)
    except Invalid as invalid:
        return _back(given, LinkProblem(next(iter(invalid.fields))))
    await live.changed(circles)
    return response


def _in_transaction(request: Request, given: Answer) -> tuple[Response, set[UUID]]:
    with transaction() as db:
        visitor = _visitor(request, db)
        response = (
            _accept(request, db, given, visitor) if given.says_yes else _decline(db, given, visitor)
        )
        return response, set(changed_circles(db))


def _visitor(request: Request, db: Session) -> Person | None:
    try:
        return signed_in_person(request, db)
    except NotSignedIn:
        return None


def _accept(request: Request, db: Session, given: Answer, visitor: Person | None) -> Response:
    owner = visitor or _owner(request, db, given)
    try:
        person = accept_invitation(
            db,
            given.secret,
            signed_in=owner,
            first_name=given.first_name,
            password=given.password,
        )
    except LinkRefused as refused:  # saying yes twice is the same as saying it once
        if owner is None or refused.problem is not LinkProblem.ALREADY_MEMBER:
            raise
        person = owner
    if visitor:
        return see_other(first_page(person))
    return sign_in_response(request, db, person, to=first_page(person))


def _owner(request: Request, db: Session, given: Answer) -> Person | None:
    """The account the invitation is for, when there is one and its password was given."""
    invitation = find_by_secret(db, given.secret)
    if invitation is None or invitation.standing not in PASSWORD_HELPS:
        return None
    account = find_by_email(db, invitation.email)
    if account is None or not given.password:
        return None
    address = client_address(request)
    if not throttle.take_try(account.email, address):
        raise LinkRefused(LinkProblem.TOO_MANY)
    if not verify_password(given.password, account.password_hash):
        is_open = invitation.standing is Standing.OPEN
        raise LinkRefused(LinkProblem.NOT_THE_SAME if is_open else LinkProblem.REPLAYED)
    return account


def _decline(db: Session, given: Answer, visitor: Person | None) -> Response:
    decline_invitation(db, given.secret, signed_in=visitor)
    return see_other(urls.INVITATION, svar=NO_THANKS)


def _log_refused(given: Answer, problem: LinkProblem) -> None:
    """A refused answer is a row: on which invitation, and why. Never the link itself."""
    with transaction() as db:
        invitation = find_by_secret(db, given.secret)
        record_denied(
            db,
            None,
            "invitation.answered",
            object_id=invitation.id if invitation else None,
            reason=problem,
        )


def _back(given: Answer, problem: LinkProblem) -> Response:
    return see_other(urls.INVITATION, kode=plain(given.secret)[:SECRET_LIMIT], fejl=problem)


routes: list[Route] = [Route(urls.API_INVITATION, answer, methods=["POST"])]
