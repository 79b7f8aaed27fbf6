"""Saying hello by the time of day in Denmark."""

from __future__ import annotations

from herning_pwa import clock
from herning_pwa.i18n import _, local

MORNING, FORENOON, AFTERNOON, EVENING = 5, 9, 12, 18


def greeting(first_name: str) -> str:
    """``Godaften, Mette``. At night only ``Hej, Mette``."""
    hour = local(clock.now()).hour
    if hour >= EVENING:
        return _("Good evening, {name}").format(name=first_name)
    if hour >= AFTERNOON:
        return _("Good afternoon, {name}").format(name=first_name)
    if hour >= FORENOON:
        return _("Good day, {name}").format(name=first_name)
    if hour >= MORNING:
        return _("Good morning, {name}").format(name=first_name)
    return _("Hello, {name}").format(name=first_name)
