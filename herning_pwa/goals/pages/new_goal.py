"""/maal/nyt: four short screens, each one question."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.goals.components.screens import aim, audience, plan, reasons
from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import screen_address
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, skeleton


def new_goal_page() -> rx.Component:
    screen = NewGoal.screen
    return signed_in_page(
        NewGoal,
        conflict_notice(NewGoal.conflict),
        rx.cond(
            NewGoal.loaded,
            rx.match(screen, (2, reasons()), (3, plan()), (4, audience()), aim()),
            skeleton("card", 2),
        ),
        title=_("A new goal"),
        heading=rx.match(
            screen,
            (2, _("Why, and how do we see it?")),
            (3, _("Who does what, and when?")),
            (4, _("Who can see it?")),
            _("What do you want?"),
        ),
        above=_("Step {n} of 4").format(n=screen),
        active=routes.GOALS,
        back=f"{_screen_before()}",
    )


def _screen_before() -> rx.Var[str]:
    return rx.match(
        NewGoal.screen,
        (2, screen_address(1)),
        (3, screen_address(2)),
        (4, screen_address(3)),
        routes.GOALS,
    )


PAGE = Page(
    route=routes.NEW_GOAL,
    title=_("A new goal"),
    content=new_goal_page,
    on_load=[NewGoal.load, NewGoal.begin],
)
