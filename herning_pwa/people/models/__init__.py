"""Persons, how they show who they are, their sessions, and forms they had not finished."""

from herning_pwa.people.models.authenticator import Authenticator
from herning_pwa.people.models.calendar_feed import CalendarFeed
from herning_pwa.people.models.challenge import CHALLENGE_LIFE, Challenge, Purpose
from herning_pwa.people.models.device import DEVICE_LIFE, Device
from herning_pwa.people.models.kept_form import KeptForm
from herning_pwa.people.models.linked_identity import SUBJECT_LIMIT, LinkedIdentity
from herning_pwa.people.models.oidc_try import OIDC_TRY_LIFE, OidcPurpose, OidcTry
from herning_pwa.people.models.passkey import PASSKEY_NAME_LIMIT, Passkey
from herning_pwa.people.models.person import NewsBy, Person, Staff
from herning_pwa.people.models.recovery import (
    COOLING_PERIOD,
    LINK_LIFE,
    LONG_COOLING_PERIOD,
    IdentityCheck,
    Recovery,
    RecoveryEnding,
    RecoverySettled,
    RecoveryStanding,
)
from herning_pwa.people.models.second_step import (
    MAILS_AT_MOST,
    SECOND_STEP_LIFE,
    TRIES_AT_MOST,
    CodeFrom,
    SecondStep,
)
from herning_pwa.people.models.session import (
    ABSOLUTE_LIMIT,
    FRESH_FOR,
    IDLE_LIMIT,
    Method,
    SignInSession,
)
from herning_pwa.people.models.upload_grant import UPLOAD_GRANT_LIFE, UploadGrant

__all__ = [
    "ABSOLUTE_LIMIT",
    "CHALLENGE_LIFE",
    "COOLING_PERIOD",
    "DEVICE_LIFE",
    "FRESH_FOR",
    "IDLE_LIMIT",
    "LINK_LIFE",
    "LONG_COOLING_PERIOD",
    "MAILS_AT_MOST",
    "OIDC_TRY_LIFE",
    "PASSKEY_NAME_LIMIT",
    "SECOND_STEP_LIFE",
    "SUBJECT_LIMIT",
    "TRIES_AT_MOST",
    "UPLOAD_GRANT_LIFE",
    "Authenticator",
    "CalendarFeed",
    "Challenge",
    "CodeFrom",
    "Device",
    "IdentityCheck",
    "KeptForm",
    "LinkedIdentity",
    "Method",
    "NewsBy",
    "OidcPurpose",
    "OidcTry",
    "Passkey",
    "Person",
    "Purpose",
    "Recovery",
    "RecoveryEnding",
    "RecoverySettled",
    "RecoveryStanding",
    "SecondStep",
    "SignInSession",
    "Staff",
    "UploadGrant",
]
