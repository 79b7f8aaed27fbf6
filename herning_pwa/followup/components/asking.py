"""One goal of the round: a number and on, or some words, or nothing this time."""

from __future__ import annotations

import reflex as rx

from herning_pwa.followup.state import RoundPage
from herning_pwa.followup.state.round import IN_WORDS
from herning_pwa.i18n import _
from herning_pwa.offline.components import outbox_form
from herning_pwa.progress.components.parts import (
    hidden_fields,
    how_it_goes,
    how_you_are,
    seen_by_all,
    who_reads,
)
from herning_pwa.progress.models import NOTE_LIMIT
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.feedback import conflict_notice
from herning_pwa.ui.forms import text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary

VIEW = RoundPage.view
PROBLEMS = RoundPage.problems


def asking() -> rx.Component:
    """A young person's words are a form of their own: with them comes the choice of readers."""
    return rx.el.div(
        _how_far(),
        error_summary(PROBLEMS),
        conflict_notice(RoundPage.conflict),
        rx.cond(VIEW.said != "", rx.el.p(icon("check"), VIEW.said, class_name="with-icon soft")),
        rx.cond(VIEW.form.is_young, rx.fragment(_face(), _words_instead()), _number()),
        class_name="asking",
        key=VIEW.form.goal_id,
    )


def _how_far() -> rx.Component:
    """The words stand above the heading; the bar shows the same."""
    return rx.el.progress(value=VIEW.at, max=VIEW.total, aria_hidden="true", class_name="how-far")


def _number() -> rx.Component:
    return outbox_form(
        *_about(),
        how_it_goes(PROBLEMS, value=VIEW.number),
        rx.el.details(
            rx.el.summary(_("Write a few words too"), icon("down")),
            _note(),
            open=VIEW.note != "",
            class_name="exact",
        ),
        seen_by_all(VIEW.form),
        _on(),
        kind="round.answered",
        on_answer=RoundPage.heard,
        kept=_kept(),
        draft=_draft(),
        key=VIEW.form.key,
    )


def _face() -> rx.Component:
    return outbox_form(
        *_about(),
        how_you_are(PROBLEMS),
        rx.cond(VIEW.has_said, rx.fragment(), seen_by_all(VIEW.form)),
        _on(),
        kind="round.answered",
        on_answer=RoundPage.heard,
        kept=_kept(),
        key=VIEW.form.key,
    )


def _words_instead() -> rx.Component:
    about = rx.Var.create(IN_WORDS)
    return rx.el.details(
        rx.el.summary(_("Write a few words instead"), icon("down")),
        outbox_form(
            *_about(),
            *hidden_fields(part=about),
            _note(f"note-{IN_WORDS}"),
            how_you_are(PROBLEMS, about, optional=True),
            rx.cond(VIEW.has_said, rx.fragment(), who_reads(VIEW.form, PROBLEMS, about)),
            submit(_("Save and go on"), kind="secondary"),
            kind="round.answered",
            on_answer=RoundPage.heard,
            kept=_kept(),
            draft=_draft(),
            key=VIEW.form.key,
        ),
        open=VIEW.note != "",
        class_name="exact",
    )


def _about() -> list[rx.Component]:
    return hidden_fields(
        round_id=VIEW.round_id, goal_id=VIEW.form.goal_id, client_key=VIEW.form.key
    )


def _note(id: str = "note") -> rx.Component:
    return text_area(
        _("What did you see?"),
        "note",
        limit=NOTE_LIMIT,
        rows=3,
        value=VIEW.note,
        hint=_("Begin with what goes well, however small."),
        problems=PROBLEMS,
        id=id,
    )


def _on() -> rx.Component:
    return acts(
        submit(_("Save and go on")),
        button(
            _("Pass over"),
            kind="quiet",
            on_click=RoundPage.pass_over(VIEW.round_id, VIEW.form.goal_id),
        ),
    )


def _kept() -> str:
    return _("Saved on the phone. The next goal comes when you are online again.")


def _draft() -> str:
    return f"round:{VIEW.form.goal_id}"
