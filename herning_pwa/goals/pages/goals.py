"""/maal: all goals of the circle, those in focus first."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.goals.components.cards import goal_card
from herning_pwa.goals.queries.goals import GoalCard
from herning_pwa.goals.state import GoalsPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import empty_state, skeleton
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import row_link


def goals_page() -> rx.Component:
    goals = GoalsPage.goals
    return signed_in_page(
        GoalsPage,
        rx.cond(
            GoalsPage.loaded,
            rx.fragment(
                rx.cond(goals.has_draft, _draft()),
                rx.cond(goals.is_empty, _empty()),
                _group(_("Waiting for you"), goals.asking_me),
                _group(_("In focus"), goals.in_focus),
                _group(_("Waiting for answers"), goals.waiting),
                _group(_("Other goals"), goals.others),
                _ended(goals.ended),
            ),
            skeleton("card", 3),
        ),
        title=_("Goals"),
        active=routes.GOALS,
        primary=rx.cond(
            goals.can_propose & ~goals.has_draft,
            link_button(_("Suggest a goal"), routes.NEW_GOAL, symbol="plus"),
        ),
    )


def _group(heading: str, cards: rx.Var[list[GoalCard]]) -> rx.Component:
    return rx.cond(
        cards.length() > 0,
        section(heading, rx.el.ul(rx.foreach(cards, goal_card), class_name="stack")),
    )


def _ended(cards: rx.Var[list[GoalCard]]) -> rx.Component:
    return rx.cond(
        cards.length() > 0,
        rx.el.section(
            rx.el.details(
                rx.el.summary(rx.el.h2(_("Goals that are over")), icon("down")),
                rx.el.ul(rx.foreach(cards, goal_card), class_name="stack details-body"),
                class_name="details over",
            ),
            class_name="section",
        ),
    )


def _draft() -> rx.Component:
    title = GoalsPage.goals.draft_title
    return rx.el.section(
        row_link(
            rx.el.b(_("You have a draft")),
            rx.cond(
                title != "",
                rx.el.span(title, class_name="words"),
                rx.el.span(_("Go on writing"), class_name="soft"),
            ),
            rx.el.span(_("Only you can see it."), class_name="soft small"),
            to=routes.NEW_GOAL,
        ),
        class_name="rows",
    )


def _empty() -> rx.Component:
    return empty_state(
        _("Here come the goals you set together"),
        _("A goal is something you want, in your own words. You agree on it with the others."),
    )


PAGE = Page(
    route=routes.GOALS,
    title=_("Goals"),
    content=goals_page,
    on_load=GoalsPage.load,
    keeps=GoalsPage.goals,
)
