"""Phones, as in the journeys."""

from tests.journeys.conftest import browser, phone

__all__ = ["browser", "phone"]
