"""/indstillinger/trivselslinealen: the municipality's own words for the ruler."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.followup.queries.ruler_words import LabelField, VersionView
from herning_pwa.followup.state.ruler_words import RulerWordsPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice
from herning_pwa.ui.forms import field, form
from herning_pwa.ui.problems import error_summary

VIEW = RulerWordsPage.view


def ruler_words_page() -> rx.Component:
    return signed_in_page(
        RulerWordsPage,
        success_notice(RulerWordsPage.notice),
        error_summary(RulerWordsPage.problems),
        conflict_notice(RulerWordsPage.conflict),
        rx.cond(RulerWordsPage.loaded, _words(), skeleton("card", 3)),
        title=_("The wellbeing ruler"),
        lead=_("What the five numbers are called. 1 is least concern, 5 is most."),
        active=routes.SETTINGS,
        back=routes.SETTINGS,
    )


def _words() -> rx.Component:
    return rx.el.div(
        rx.el.p(VIEW.whose),
        form(
            rx.el.input(type="hidden", name="seen", value=VIEW.seen),
            rx.foreach(VIEW.fields, _field),
            rx.el.p(
                _("New words count from now on. What families have read stays as it was."),
                class_name="soft",
            ),
            submit(_("Save the words")),
            on_submit=RulerWordsPage.save,
            draft="ruler.words",
        ),
        rx.cond(
            VIEW.versions.length() > 0,
            details_card(
                _("Who has changed the words"),
                rx.el.ul(rx.foreach(VIEW.versions, _version), class_name="readings", role="list"),
            ),
        ),
        class_name="stack",
    )


def _field(one: rx.Var[LabelField]) -> rx.Component:
    return field(
        one.question,
        one.name,
        value=one.label,
        auto_complete="off",
        problems=RulerWordsPage.problems,
    )


def _version(one: rx.Var[VersionView]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(one.by_line)),
        rx.el.ul(rx.foreach(one.labels, rx.el.li)),
        key=one.by_line,
    )


PAGE = Page(
    route=routes.RULER_WORDS,
    title=_("The wellbeing ruler"),
    content=ruler_words_page,
    on_load=RulerWordsPage.load,
)
