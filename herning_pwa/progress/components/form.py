"""Saying how it goes: with words and a day, or in two taps."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.offline.components import outbox_form
from herning_pwa.progress.components.parts import (
    hidden_fields,
    how_it_goes,
    problems_of,
    seen_by_all,
    thanks_for,
    the_question,
    who_reads,
    words_and_day,
)
from herning_pwa.progress.queries.entries import OwnEntry
from herning_pwa.progress.queries.form import RecordForm
from herning_pwa.progress.state import RecordProgress
from herning_pwa.ui.buttons import acts, submit
from herning_pwa.ui.icons import icon
from herning_pwa.ui.sight import who_can_see


def progress_form(view: rx.Var[RecordForm], *, then: Any) -> rx.Component:
    """Number, words and day about one goal. ``then`` is the page's own load handler.

    The thanks for it stands with ``voices``.
    """
    return rx.cond(
        view.can_record,
        rx.el.div(
            outbox_form(
                problems_of(view.goal_id),
                *hidden_fields(goal_id=view.goal_id, client_key=view.key),
                the_question(view, RecordProgress.problems, view.goal_id),
                *words_and_day(view, RecordProgress.problems, view.goal_id, day=view.today),
                who_reads(view, RecordProgress.problems, view.goal_id),
                submit(_("Save")),
                kind="progress",
                about=view.goal_id,
                on_answer=[RecordProgress.heard, then],
                draft=f"progress:{view.goal_id}",
                key=RecordProgress.saved,
            ),
            class_name="stack",
        ),
    )


def quick_form(view: rx.Var[RecordForm], *, then: Any, beside: rx.Component) -> rx.Component:
    """Two taps: a number, and Save. ``beside`` stands next to the button."""
    return rx.cond(
        view.can_record,
        rx.el.div(
            thanks_for(view.goal_id),
            outbox_form(
                problems_of(view.goal_id),
                *hidden_fields(goal_id=view.goal_id, client_key=view.key),
                the_question(view, RecordProgress.problems, view.goal_id),
                seen_by_all(view),
                acts(submit(_("Save"), kind="secondary"), beside),
                kind="progress",
                about=view.goal_id,
                on_answer=[RecordProgress.heard, then],
                key=view.key,
            ),
            class_name="quick",
        ),
    )


def correction_form(
    entry: rx.Var[OwnEntry], view: rx.Var[RecordForm], *, then: Any
) -> rx.Component:
    """What one said before, to say differently, to the same readers."""
    return outbox_form(
        problems_of(entry.id),
        *hidden_fields(entry_id=entry.id, client_key=entry.key),
        how_it_goes(
            RecordProgress.problems,
            entry.id,
            question=_("How was it going?"),
            value=entry.number,
        ),
        *words_and_day(
            view, RecordProgress.problems, entry.id, day=entry.happened_on, note=entry.note
        ),
        rx.cond(
            entry.kept != "",
            rx.el.p(icon("lock"), entry.kept, class_name="promise"),
            who_can_see(view.sight),
        ),
        submit(_("Save the correction"), kind="secondary"),
        kind="progress.corrected",
        about=entry.id,
        on_answer=[RecordProgress.heard_correction, then],
        draft=f"progress:{entry.id}",
    )
