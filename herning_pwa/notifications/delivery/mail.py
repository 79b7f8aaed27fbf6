"""Handing one mail to the municipality's mail server."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from herning_pwa.config import LOCAL_HOSTS, settings
from herning_pwa.notifications.models import Mail

TIMEOUT_SECONDS = 20
SMTP_PORT, SMTPS_PORT = 25, 465
PERMANENT = range(500, 600)


class NotDelivered(Exception):
    """The mail was not taken over. ``str()`` names the kind of failure, never an address."""

    def __init__(self, why: str, *, for_good: bool) -> None:
        self.for_good = for_good
        super().__init__(why)


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over: ``smtp://`` with STARTTLS, or ``smtps://``."""

    host: str
    port: int
    user: str
    password: str
    tls_from_start: bool

    @property
    def is_this_machine(self) -> bool:
        return self.host in LOCAL_HOSTS

    def connect(self) -> smtplib.SMTP:
        """A signed-in connection. Without TLS only to this machine."""
        context = ssl.create_default_context()
        if self.tls_from_start:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
        try:
            if not self.tls_from_start and not self.is_this_machine:
                server.starttls(context=context)
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


def read_server(url: str) -> MailServer:
    """``smtp://user:password@host:port`` or ``smtps://…``; raises ValueError for anything else."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError("HERNING_SMTP_URL must look like smtp://user:password@host:port")
    secure = parts.scheme == "smtps"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (SMTPS_PORT if secure else SMTP_PORT),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_from_start=secure,
    )


def letter_for(mail: Mail, calendar: str = "") -> EmailMessage:
    """The mail as it goes over the wire. Its id is stable, so a repeat is recognised.

    ``calendar`` is what it tells the receiver's calendar, as RFC 6047 wants it.
    """
    letter = EmailMessage()
    letter["From"] = Address(settings().app_name, addr_spec=settings().mail_from)
    letter["To"] = _ascii_domain(mail.address)
    letter["Subject"] = mail.subject
    letter["Date"] = format_datetime(mail.created_at)
    letter["Message-ID"] = f"<{mail.id}@{settings().mail_from.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(mail.text)
    if calendar and mail.method:
        method = {"method": mail.method.upper()}
        letter.add_alternative(calendar, subtype="calendar", params=method)
    return letter


def _ascii_domain(address: str) -> str:
    name, _at, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode()}"
    except UnicodeError:
        raise NotDelivered("address", for_good=True) from None


def deliver(letter: EmailMessage) -> None:
    """Hand the letter over; raises NotDelivered."""
    try:
        with read_server(settings().smtp_url).connect() as server:
            server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise NotDelivered(f"SMTP {code}", for_good=code in PERMANENT) from None
    except smtplib.SMTPResponseException as error:
        raise NotDelivered(f"SMTP {error.smtp_code}", for_good=False) from None
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotDelivered(type(error).__name__, for_good=False) from None
