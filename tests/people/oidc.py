"""A browser on its way to the fake identity provider and back, without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
from sqlalchemy import select, update

from herning_pwa import routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.config import settings
from herning_pwa.db import reading, transaction
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.people.fake_provider.grants import Fault
from herning_pwa.people.fake_provider.page import CHOOSE
from herning_pwa.people.fake_provider.people import NSIS, Invented
from herning_pwa.people.models import LinkedIdentity, Person, SignInSession
from tests.server import Server

SUBSTANTIAL, HIGH, LOW = (f"{NSIS}/{level}" for level in ("Substantial", "High", "Low"))
numbers = count(2)


@dataclass
class Visitor:
    """``web`` has an address of its own, so that tests do not slow each other down."""

    web: httpx.Client

    @classmethod
    def at(cls, server: Server) -> Visitor:
        n = next(numbers)
        network = httpx.HTTPTransport(local_address=f"127.0.{n // 250}.{n % 250 + 2}")
        base = f"http://127.0.0.1:{server.port}"
        return cls(httpx.Client(base_url=base, headers={"Origin": base}, transport=network))

    def sign_in(self, email: str) -> Visitor:
        self.web.post(routes.API_SESSION, data={"email": email, "password": DEMO_PASSWORD})
        assert "sid" in self.web.cookies
        return self

    def leave(self, query: str = "") -> httpx.Response:
        return self.web.get(routes.API_OIDC + query)

    def leave_to_link(self) -> httpx.Response:
        return self.web.post(routes.API_OIDC)

    def choose(
        self,
        left: httpx.Response,
        who: str = "Mette",
        *,
        level: str = SUBSTANTIAL,
        fault: Fault = Fault.NONE,
    ) -> str:
        """Be somebody at the provider; gives the address it sends the browser home to."""
        asked = parse_qs(urlsplit(way_out_of(left)).query)
        form = {name: asked[name][0] for name in ("state", "nonce", "code_challenge")}
        subject = subject_of(who) if who else ""
        answer = self.web.post(
            CHOOSE, data={**form, "subject": subject, "level": level, "fault": fault.value}
        )
        return here(answer.headers["location"])

    def come_home(self, left: httpx.Response, who: str = "Mette", **how: object) -> httpx.Response:
        return self.web.get(self.choose(left, who, **how))  # type: ignore[arg-type]

    @property
    def is_signed_in(self) -> bool:
        answer = self.web.get(routes.API_OIDC, params={"formaal": "igen"})
        return answer.headers["location"].partition("?")[0] != routes.SIGN_IN


def way_out_of(left: httpx.Response) -> str:
    """Where the provider is: a redirect, or a page that leads on."""
    refresh = left.headers.get("refresh", "").partition("url=")[2]
    return left.headers.get("location") or refresh


def here(address: str) -> str:
    """The address without its host."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def told(answer: httpx.Response) -> tuple[str, str]:
    """Where a refused browser is sent, and the word for why. It must carry no session."""
    assert answer.status_code == 303
    assert "sid=" not in answer.headers.get("set-cookie", "").replace("identity-trip", "")
    parts = urlsplit(answer.headers["location"])
    return parts.path, parse_qs(parts.query).get("fejl", [""])[0]


def subject_of(who: str) -> str:
    return Invented(who, "").subject


def person(email: str) -> Person:
    with reading() as db:
        return db.scalars(select(Person).where(Person.email == email)).one()


def link(email: str, who: str) -> None:
    """As if the person had linked this identity long ago."""
    with transaction() as db:
        provider = settings().identity_provider
        assert provider
        db.add(
            LinkedIdentity(
                person_id=person(email).id, issuer=provider.issuer, subject=subject_of(who)
            )
        )


def unlink_all() -> None:
    with transaction() as db:
        for identity in db.scalars(select(LinkedIdentity).filter_by(removed_at=None)):
            identity.remove()


def linked_to(email: str) -> list[str]:
    with reading() as db:
        rows = select(LinkedIdentity.subject).where(
            LinkedIdentity.person_id == person(email).id, LinkedIdentity.removed_at.is_(None)
        )
        return list(db.scalars(rows))


def last_denied() -> tuple[str, str, UUID | None]:
    """Of the newest refused attempt: which act, why, and who."""
    with reading() as db:
        row = db.scalars(
            select(Activity)
            .where(Activity.outcome == Outcome.DENIED)
            .order_by(Activity.at.desc(), Activity.id.desc())
            .limit(1)
        ).one()
        return row.action, row.reason, row.actor_id


def newest_session() -> SignInSession:
    with reading() as db:
        return db.scalars(
            select(SignInSession).order_by(SignInSession.created_at.desc()).limit(1)
        ).one()


def grow_old(model: type, **values: object) -> None:
    """Let what happened have happened longer ago."""
    with transaction() as db:
        db.execute(update(model).values(**values))
