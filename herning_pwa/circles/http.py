"""Answering an invitation over plain HTTP, because the answer sets the session cookie."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import live
from herning_pwa import routes as urls
from herning_pwa.activity.commands import changed_circles, record_denied
from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    decline_invitation,
    give_address,
)
from herning_pwa.circles.models import LinkProblem, Standing
from herning_pwa.circles.queries.find import SECRET_LIMIT, asks_for_address, find_by_secret
from herning_pwa.circles.queries.invitation import IN_THE_MAIL, NO_THANKS
from herning_pwa.db import transaction
from herning_pwa.errors import Invalid, NotSignedIn
from herning_pwa.fields import plain
from herning_pwa.people import throttle
from herning_pwa.people.commands import find_by_email, method_by_mail, method_by_password
from herning_pwa.people.http import (
    ask_for_code,
    client_address,
    device_hash,
    first_page,
    in_transaction,
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
    email: str
    password: str
    says_yes: bool

    @classmethod
    def read(cls, given: dict[str, str]) -> Answer:
        return cls(
            secret=given.get("kode", ""),
            first_name=given.get("fornavn", ""),
            email=given.get("email", ""),
            password=given.get("adgangskode", ""),
            says_yes=given.get("svar") == YES,
        )


async def answer(request: Request) -> Response:
    """POST yes or no: signed in and on the way, or back to the page with a reason (303)."""
    given = Answer.read(await posted_form(request))
    if not throttle.allow("invitation", client_address(request)):
        return _back(given, LinkProblem.TOO_MANY)
    try:
        response, circles = await in_transaction(lambda db: _answer(request, db, given))
    except LinkRefused as refused:
        await asyncio.to_thread(_log_refused, given, refused.problem)
        return _back(given, refused.problem)
    except Invalid as invalid:
        return _back(given, LinkProblem(next(iter(invalid.fields))))
    await live.changed(circles)
    return response


def _answer(request: Request, db: Session, given: Answer) -> tuple[Response, set[UUID]]:
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
    """In, and signed in. An account of the guest's on a browser not seen before asks for its
    second step first, and comes back here afterwards."""
    if visitor:
        return see_other(first_page(_say_yes(db, given, visitor)))
    if asks_for_address(db, given.secret):
        give_address(db, given.secret, email=given.email)
        return see_other(urls.INVITATION, svar=IN_THE_MAIL)
    owner = _owner(request, db, given)
    if owner is None:
        person = _say_yes(db, given, None)
        return _signed_in_by_link(request, db, given, person)
    method = method_by_password(db, owner, device_hash=device_hash(request))
    if method is None:
        return ask_for_code(request, db, owner, to=_address_of(given))
    person = _say_yes(db, given, owner)
    throttle.was_right(owner.email, client_address(request))
    return sign_in_response(request, db, person, to=first_page(person), method=method)


def _say_yes(db: Session, given: Answer, owner: Person | None) -> Person:
    """The person who is in now. Saying yes twice is the same as saying it once."""
    try:
        return accept_invitation(
            db,
            given.secret,
            signed_in=owner,
            first_name=given.first_name,
            password=given.password,
        )
    except LinkRefused as refused:
        if owner is None or refused.problem is not LinkProblem.ALREADY_MEMBER:
            raise
        return owner


def _signed_in_by_link(request: Request, db: Session, given: Answer, person: Person) -> Response:
    """Somebody new. Only a link that came by mail shows that the address is theirs."""
    invitation = find_by_secret(db, given.secret)
    if invitation is None or invitation.mail_id is None:
        return ask_for_code(request, db, person, to=first_page(person))
    return sign_in_response(
        request, db, person, to=first_page(person), method=method_by_mail(person)
    )


def _address_of(given: Answer) -> str:
    """The invitation, opened again; kept sealed until the code has come."""
    return f"{urls.INVITATION}?{urlencode({'kode': plain(given.secret)[:SECRET_LIMIT]})}"


def _owner(request: Request, db: Session, given: Answer) -> Person | None:
    """The account the invitation is for, when there is one and its password was given."""
    invitation = find_by_secret(db, given.secret)
    if invitation is None or invitation.standing not in PASSWORD_HELPS:
        return None
    account = find_by_email(db, invitation.email) if invitation.email else None
    if account is None or not given.password:
        return None
    if not throttle.take_try(account.email, client_address(request)):
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
