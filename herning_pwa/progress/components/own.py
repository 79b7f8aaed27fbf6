"""What the reader has written: to read again, correct or take back."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.progress.components.form import correction_form
from herning_pwa.progress.components.parts import thanks_for
from herning_pwa.progress.queries.entries import OwnEntry
from herning_pwa.progress.queries.form import RecordForm
from herning_pwa.progress.state import RecordProgress
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import details_card, status


def own_entries(
    mine: rx.Var[list[OwnEntry]], view: rx.Var[RecordForm], *, then: Any
) -> rx.Component:
    """The reader's latest entries; nothing when there are none."""
    return rx.cond(
        mine.length() > 0,
        details_card(
            _("What you have written"),
            rx.el.ul(rx.foreach(mine, lambda entry: _entry(entry, view, then))),
            summary=_("You can correct it or take it back"),
        ),
    )


def _entry(entry: rx.Var[OwnEntry], view: rx.Var[RecordForm], then: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.el.b(entry.day),
            rx.cond(entry.kept != "", status(entry.kept, "child")),
            rx.cond(entry.state != "", status(entry.state)),
            class_name="by",
        ),
        rx.cond(entry.rating != "", rx.el.p(entry.rating, class_name="number")),
        rx.cond(entry.note != "", rx.el.p(entry.note, class_name="words")),
        thanks_for(entry.id),
        rx.cond(entry.can_correct, _correct(entry, view, then)),
        rx.cond(
            entry.can_withdraw,
            button(
                _("Take my words back"),
                kind="quiet",
                on_click=[RecordProgress.withdraw(entry.id), then],
            ),
        ),
        key=entry.id,
        class_name="own-entry",
    )


def _correct(entry: rx.Var[OwnEntry], view: rx.Var[RecordForm], then: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Correct it"), class_name="button quiet"),
        correction_form(entry, view, then=then),
    )
