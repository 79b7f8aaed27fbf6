"""Why a trip to the identity provider did not end well."""

from __future__ import annotations

from enum import StrEnum


class WhyNot(StrEnum):
    """The reason in the log. Visitors get one of a few kind sentences, never this word."""

    OFF = "not_configured"
    DOWN = "provider_down"
    DISCOVERY = "provider_not_itself"
    CANCELLED = "cancelled"
    PROVIDER = "provider_said_no"
    TOO_MANY = "too_many"
    STATE = "state"
    REPLAYED = "replayed"
    TOO_OLD = "too_old"
    OTHER_BROWSER = "other_browser"
    OTHER_SESSION = "other_session"
    CODE = "code"
    SIGNATURE = "signature"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    EXPIRED = "expired"
    NONCE = "nonce"
    ASSURANCE = "assurance"
    CLAIMS = "claims"
    UNKNOWN_PERSON = "unknown_person"
    SOMEBODY_ELSE = "somebody_else"
    TAKEN = "taken"
    HAS_ONE = "has_one"


class Refused(Exception):
    """The trip ends here. Carries nothing that came from outside."""

    def __init__(self, why: WhyNot) -> None:
        self.why = why
        super().__init__(why.value)
