"""/skriv: how it is going with a goal, or on to the other things one can write."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.offline.components import outbox_form
from herning_pwa.page import Page, signed_in_page
from herning_pwa.progress.components.alone import alone_form
from herning_pwa.progress.components.parts import (
    hidden_fields,
    the_question,
    who_reads,
    words_and_day,
)
from herning_pwa.progress.state import WRITING, RecordProgress, WritePage
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import section
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import conflict_notice, empty_state, skeleton
from herning_pwa.ui.links import row_link
from herning_pwa.ui.problems import error_summary


def write_page() -> rx.Component:
    view = WritePage.view
    return signed_in_page(
        WritePage,
        rx.cond(
            WritePage.loaded,
            rx.cond(
                view.form.can_record,
                rx.cond(view.adviser != "", alone_form(), _progress()),
                _nothing_to_record(),
            ),
            skeleton("card", 2),
        ),
        rx.cond(
            (view.adviser == "") & (WritePage.frame.circle != ""),
            section(_("Something else"), _other_things()),
        ),
        title=_("Write how it is going"),
        heading=rx.cond(view.heading != "", view.heading, _("Write how it is going")),
        active=routes.WRITE,
    )


def _progress() -> rx.Component:
    view = WritePage.view
    return outbox_form(
        error_summary(WritePage.problems),
        conflict_notice(WritePage.conflict),
        *hidden_fields(client_key=view.form.key),
        radio_cards(
            _("Which goal is it about?"), "goal_id", view.goals, problems=WritePage.problems
        ),
        the_question(view.form, WritePage.problems),
        *words_and_day(view.form, WritePage.problems, day=view.form.today),
        who_reads(view.form, WritePage.problems),
        submit(_("Save")),
        kind="progress",
        on_answer=WritePage.heard,
        draft=WRITING,
        key=RecordProgress.saved,
    )


def _nothing_to_record() -> rx.Component:
    return empty_state(
        _("There is no goal to write about yet"),
        _("When you have agreed on a goal, you can write here how it is going."),
    )


def _other_things() -> rx.Component:
    return rx.el.div(
        row_link(_("A new goal"), to=routes.NEW_GOAL),
        row_link(_("A point for the next meeting"), to=routes.MEETINGS),
        class_name="rows",
    )


PAGE = Page(
    route=routes.WRITE,
    title=_("Write"),
    content=write_page,
    on_load=[WritePage.load, RecordProgress.begin],
    keeps=WritePage.view,
)
