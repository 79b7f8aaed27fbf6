"""Persons, how they show who they are, their sessions, and forms they had not finished."""

from herning_pwa.people.models.kept_form import KeptForm
from herning_pwa.people.models.person import Person, Staff
from herning_pwa.people.models.session import (
    ABSOLUTE_LIMIT,
    FRESH_FOR,
    IDLE_LIMIT,
    Method,
    SignInSession,
)

__all__ = [
    "ABSOLUTE_LIMIT",
    "FRESH_FOR",
    "IDLE_LIMIT",
    "KeptForm",
    "Method",
    "Person",
    "SignInSession",
    "Staff",
]
