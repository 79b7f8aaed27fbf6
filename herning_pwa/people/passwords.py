"""Passwords: argon2id, 12-128 code points, no composition rules, no known ones.

The rules are those of OWASP ASVS 5.0 (6.2.1, 6.2.4, 6.2.5, 6.2.8, 6.2.9, 6.2.11).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from functools import lru_cache

from passlib.context import CryptContext
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from herning_pwa.config import settings
from herning_pwa.fields import Check
from herning_pwa.i18n import _

MIN_LENGTH = 12
MAX_LENGTH = 128
SECRET_BYTES = 32
CONTEXT_WORDS = ("herning", "kommune", "sammen", "password", "adgangskode", "kodeord")

# Memory and time cost follow OWASP's password storage advice for argon2id.
_hasher = CryptContext(
    schemes=["argon2"],
    argon2__type="ID",
    argon2__memory_cost=19_456,
    argon2__time_cost=2,
    argon2__parallelism=1,
)


def normalise_email(text: str) -> str:
    """The one form an address is stored and looked up in."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def _normalised(password: str) -> str:
    return unicodedata.normalize("NFC", password)


def hash_password(password: str) -> str:
    return str(_hasher.hash(_normalised(password)))


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return hash_password(secrets.token_urlsafe(SECRET_BYTES))


def verify_password(password: str, stored: str | None) -> bool:
    """Whether the password fits. Takes as long when there is none to compare with."""
    usable = stored if stored and _hasher.identify(stored) else None
    try:
        fits = _hasher.verify(_normalised(password)[:MAX_LENGTH], usable or _nobodys_hash())
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return bool(fits) and usable is not None


@lru_cache(maxsize=1)
def _known_passwords() -> frozenset[str]:
    return frozenset(word for word in FREQUENCY_LISTS["passwords"] if len(word) >= MIN_LENGTH)


def _is_guessable(password: str, first_name: str, email: str) -> bool:
    """Known from leaks, one repeated word, or made of the words around it."""
    folded = _normalised(password).casefold()
    if folded in _known_passwords() or len(set(folded)) <= 3:  # noqa: PLR2004
        return True
    rest = folded
    for word in (
        *CONTEXT_WORDS,
        *email.casefold().replace("@", ".").split("."),
        first_name.casefold(),
    ):
        if len(word) > 2:  # noqa: PLR2004
            rest = rest.replace(word, "")
    return len([c for c in rest if c.isalpha()]) == 0


def check_password(
    check: Check, field: str, value: object, *, first_name: str = "", email: str = ""
) -> str:
    """A new password that may be used, exactly as typed; notes a problem otherwise."""
    password = value if isinstance(value, str) else ""
    if not password:
        check.refuse(field, _("Choose a password"))
    elif len(password) < MIN_LENGTH:
        check.refuse(field, _("Choose a longer password. It must have at least 12 characters."))
    elif len(password) > MAX_LENGTH:
        check.refuse(field, _("Choose a shorter password. It may have at most 128 characters."))
    elif not password.isprintable():
        check.refuse(field, _("The password has a character that cannot be used. Type it again."))
    elif _is_guessable(password, first_name, email):
        check.refuse(
            field, _("Choose a password that is harder to guess. Three or four words work well.")
        )
    return password


def new_secret() -> str:
    """A secret of 256 bits for a cookie or a link."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hash_secret(secret: str) -> str:
    """What is kept of a secret. Keyed, so that a stolen table alone proves nothing."""
    key = settings().secret_key.encode()
    return hmac.new(key, secret.encode(errors="replace"), hashlib.sha256).hexdigest()
