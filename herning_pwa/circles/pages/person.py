"""/kreds/[membership_id]: one person in the circle."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.place import (
    leaving_or_ending,
    the_last_day,
    the_person,
)
from herning_pwa.circles.components.protection import fresh_protection, protected_address
from herning_pwa.circles.state import PersonPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.people.components.recovery import fresh_recovery, recovery_section
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice
from herning_pwa.ui.problems import error_summary


def person_page() -> rx.Component:
    return signed_in_page(
        PersonPage,
        success_notice(PersonPage.notice),
        error_summary(PersonPage.problems),
        conflict_notice(PersonPage.conflict),
        rx.cond(PersonPage.loaded, _person(), skeleton("card", 2)),
        title=_("A person in the circle"),
        heading=PersonPage.place.name,
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


def _person() -> rx.Component:
    """Who it is, what other rooms know about them, and last what ends something."""
    return rx.el.div(
        the_person(),
        the_last_day(),
        protected_address(),
        recovery_section(PersonPage.place.recovery, then=PersonPage.load),
        leaving_or_ending(),
        class_name="stack",
    )


PAGE = Page(
    route=routes.PERSON,
    title=_("A person in the circle"),
    content=person_page,
    on_load=[PersonPage.load, fresh_protection, fresh_recovery],
)
