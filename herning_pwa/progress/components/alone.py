"""A young person's words to the responsible professional alone."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.offline.components import outbox_form
from herning_pwa.progress.components.parts import (
    hidden_fields,
    how_you_are,
    thanks_for,
)
from herning_pwa.progress.models import NOTE_LIMIT
from herning_pwa.progress.state import CONFIDING, RecordProgress, WritePage
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import conflict_notice
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary


def alone_form() -> rx.Component:
    """The promise first, then the words; a face only for those who want to."""
    view = WritePage.view
    return outbox_form(
        error_summary(WritePage.problems),
        conflict_notice(WritePage.conflict),
        rx.el.p(icon("lock"), view.promise, class_name="promise"),
        *hidden_fields(client_key=view.form.key, happened_on=view.form.today),
        text_area(
            _("What would you like to say?"),
            "note",
            limit=NOTE_LIMIT,
            rows=5,
            problems=WritePage.problems,
        ),
        radio_cards(
            _("Which goal is it about?"), "goal_id", view.goals, problems=WritePage.problems
        ),
        how_you_are(WritePage.problems, optional=True),
        submit(_("Send")),
        kind="progress.confided",
        on_answer=WritePage.heard_alone,
        draft=CONFIDING,
        key=RecordProgress.saved,
    )


def sent_alone() -> rx.Component:
    """Thanks for it, on the page one comes back to."""
    return thanks_for(rx.Var.create(CONFIDING))
