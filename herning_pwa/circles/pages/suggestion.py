"""/kreds/forslag/[suggestion_id]: one suggestion of whom to invite, and what came of it."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.models.suggestion import WORDS_LIMIT
from herning_pwa.circles.state.suggest import ANSWERING, SuggestionPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import button, link_button, submit
from herning_pwa.ui.cards import card, details_card, status
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.sight import who_can_see

ONE = SuggestionPage.suggestion


def suggestion_page() -> rx.Component:
    return signed_in_page(
        SuggestionPage,
        success_notice(SuggestionPage.notice),
        conflict_notice(SuggestionPage.conflict),
        rx.cond(SuggestionPage.loaded, _one(), skeleton("card", 2)),
        title=_("A suggestion for the circle"),
        heading=ONE.heading,
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


def _one() -> rx.Component:
    return rx.el.div(
        card(
            rx.el.p(rx.el.b(ONE.who), status(ONE.status, ONE.tone), class_name="cluster"),
            rx.el.p(ONE.says, class_name="soft"),
            rx.cond(ONE.words != "", rx.el.blockquote(ONE.words, class_name="words", dir="auto")),
            data_tone="child",
        ),
        rx.cond(ONE.fate != "", _what_came_of_it()),
        rx.cond(ONE.can_answer, _answers()),
        rx.cond(
            ONE.can_withdraw,
            button(
                _("Take the suggestion back"),
                kind="quiet",
                on_click=SuggestionPage.withdraw(ONE.suggestion_id),
            ),
        ),
        rx.cond(ONE.can_answer, None, who_can_see(ONE.sight)),
        class_name="stack",
    )


def _what_came_of_it() -> rx.Component:
    return rx.el.div(
        rx.el.p(ONE.fate),
        rx.cond(
            ONE.reply_words != "",
            rx.el.blockquote(ONE.reply_words, class_name="words", dir="auto"),
        ),
        class_name="stack",
    )


def _answers() -> rx.Component:
    """Yes goes on to the invitation, filled in already; no takes a few words."""
    return rx.fragment(
        link_button(ONE.invite_label, ONE.invite_href),
        details_card(_("Not now"), _no(), open=SuggestionPage.problems.length() > 0),
    )


def _no() -> rx.Component:
    problems = SuggestionPage.problems
    return form(
        error_summary(problems),
        rx.el.input(type="hidden", name="suggestion_id", value=ONE.suggestion_id),
        text_area(
            _("Why not now?"),
            "words",
            limit=WORDS_LIMIT,
            rows=3,
            hint=_("The young person reads your words. It helps to know why."),
            problems=problems,
        ),
        who_can_see(ONE.sight),
        submit(_("Send your answer"), kind="secondary"),
        on_submit=SuggestionPage.decline,
        draft=f"{ANSWERING}:{ONE.suggestion_id}",
    )


PAGE = Page(
    route=routes.SUGGESTION,
    title=_("A suggestion for the circle"),
    content=suggestion_page,
    on_load=SuggestionPage.load,
)
