"""Settings, read once from the environment (prefix ``HERNING_``).

A public address on https means production. Production refuses to start on an
unsafe value and names it; development is only ever ``http://localhost``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from herning_pwa.identity_provider import (
    IdentityProvider,
    fake_provider,
    read_provider,
    unsafe_values,
)
from herning_pwa.school_holidays import (
    SHIPPED,
    SchoolHoliday,
    UnreadableHolidays,
    read_school_holidays,
)

DEVELOPMENT_KEY = "development-key-that-guards-only-invented-people"
LOCAL_HOSTS = {"localhost", "127.0.0.1"}
SECRET_KEY_MIN_LENGTH = 32
PROJECT_ROOT = Path(__file__).resolve().parent.parent


class UnsafeSettings(Exception):
    """The settings would put people's data at risk; the message names each one."""


@dataclass(frozen=True)
class Settings:
    """What the environment says about this installation."""

    database_url: str
    public_url: str
    secret_key: str
    smtp_url: str
    mail_from: str
    demo: bool
    municipality: str
    municipality_phone: str
    app_name: str
    trusted_proxy_hops: int
    identity_provider: IdentityProvider | None
    fake_oidc: bool
    fake_push: bool
    school_holidays: tuple[SchoolHoliday, ...]

    @property
    def is_production(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"

    @property
    def origin(self) -> str:
        """Scheme, host and port of the public address, without a path."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """The exact origins that may talk to us over HTTP and socket."""
        if self.is_production:
            return (self.origin,)
        port = urlsplit(self.public_url).port or 80
        return tuple(f"http://{host}:{port}" for host in sorted(LOCAL_HOSTS))

    @property
    def cookie_name(self) -> str:
        """``__Host-`` needs Secure, which plain http://localhost cannot give."""
        return "__Host-sid" if self.is_production else "sid"


def read_settings(env: Mapping[str, str]) -> Settings:
    """Read the settings from ``env``; raises UnsafeSettings naming every unsafe value."""
    port = env.get("PORT", "3000")
    public_url = env.get("HERNING_PUBLIC_URL", f"http://localhost:{port}").rstrip("/")
    fake_oidc = env.get("HERNING_FAKE_OIDC", "0") == "1"
    settings = Settings(
        database_url=env.get("HERNING_DATABASE_URL", f"sqlite:///{PROJECT_ROOT}/var/sammen.db"),
        public_url=public_url,
        secret_key=env.get("HERNING_SECRET_KEY", DEVELOPMENT_KEY),
        smtp_url=env.get("HERNING_SMTP_URL", ""),
        mail_from=env.get("HERNING_MAIL_FROM", "sammen@kommune.example"),
        demo=env.get("HERNING_DEMO", "0") == "1",
        municipality=env.get("HERNING_MUNICIPALITY", "kommunen"),
        municipality_phone=env.get("HERNING_MUNICIPALITY_PHONE", "00 00 00 00"),
        app_name=env.get("HERNING_APP_NAME", "Sammen"),
        trusted_proxy_hops=int(env.get("HERNING_TRUSTED_PROXY_HOPS", "0")),
        identity_provider=fake_provider(public_url) if fake_oidc else read_provider(env),
        fake_oidc=fake_oidc,
        fake_push=env.get("HERNING_FAKE_PUSH", "0") == "1",
        school_holidays=_school_holidays(env.get("HERNING_SCHOOL_HOLIDAYS")),
    )
    problems = _unsafe_values(settings)
    if problems:
        raise UnsafeSettings("; ".join(problems))
    return settings


def _school_holidays(file: str | None) -> tuple[SchoolHoliday, ...]:
    try:
        return read_school_holidays(Path(file) if file else SHIPPED)
    except UnreadableHolidays as error:
        raise UnsafeSettings(f"HERNING_SCHOOL_HOLIDAYS: {error}") from error


def _unsafe_values(settings: Settings) -> list[str]:
    provider, problems = settings.identity_provider, []
    if provider and not settings.fake_oidc:
        plain_http = set() if settings.is_production else LOCAL_HOSTS
        problems += unsafe_values(provider, plain_http=plain_http)
    if not settings.is_production:
        if urlsplit(settings.public_url).hostname not in LOCAL_HOSTS:
            problems.append("HERNING_PUBLIC_URL must be https, except on http://localhost")
        return problems
    for name, is_on in (
        ("HERNING_FAKE_OIDC", settings.fake_oidc),
        ("HERNING_FAKE_PUSH", settings.fake_push),
        ("HERNING_DEMO", settings.demo),
    ):
        if is_on:
            problems.append(f"{name}=1 cannot be on together with an https HERNING_PUBLIC_URL")
    if settings.secret_key == DEVELOPMENT_KEY or len(settings.secret_key) < SECRET_KEY_MIN_LENGTH:
        problems.append(
            f"HERNING_SECRET_KEY must be your own, at least {SECRET_KEY_MIN_LENGTH} characters"
        )
    if not settings.smtp_url:
        problems.append("HERNING_SMTP_URL is missing: invitations could not be sent")
    return problems


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)
