"""Who says what, side by side: the words, the chart, and the same in a table."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.progress.components.chart import chart
from herning_pwa.progress.components.parts import thanks_for
from herning_pwa.progress.queries.entries import Row
from herning_pwa.progress.queries.kept import Kept
from herning_pwa.progress.queries.latest import VoiceNow
from herning_pwa.progress.queries.voices import Voice, Voices
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark


def voices(view: rx.Var[Voices]) -> rx.Component:
    """Everything said about a goal; a kind sentence when nobody has said anything yet.

    Also thanks for what ``progress_form`` has just sent.
    """
    said = rx.cond(
        view.rows.length() > 0,
        rx.el.div(
            _to_talk_about(view.to_talk_about),
            voice_rows(view.voices),
            rx.cond(view.drawing.series.length() > 0, chart(view)),
            details_card(
                _("Everything that has been written"),
                _table(view),
                summary=_("The same as in the drawing, as a list"),
            ),
            class_name="stack",
        ),
        rx.el.p(_("Nobody has written how it is going yet."), class_name="soft"),
    )
    return rx.fragment(thanks_for(view.form.goal_id), said, _kept(view.kept))


def voice_rows(voices: rx.Var[list[Voice]]) -> rx.Component:
    """Each voice's number and last words, side by side."""
    return rx.el.ul(rx.foreach(voices, _voice), class_name="rows voices")


def _kept(kept: rx.Var[Kept]) -> rx.Component:
    """Between a young person and the responsible professional: never among the voices."""
    return rx.cond(
        kept.rows.length() > 0,
        rx.el.section(
            rx.el.h3(icon("lock"), kept.heading),
            rx.el.p(kept.note, class_name="soft small"),
            rx.el.ul(rx.foreach(kept.rows, _kept_entry), class_name="stack"),
            class_name="card kept",
        ),
    )


def _kept_entry(row: rx.Var[Row]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(row.name), rx.el.span(row.day, class_name="day"), class_name="by"),
        rx.cond(row.state != "", rx.el.p(row.state, class_name="status")),
        rx.cond(row.rating != "", rx.el.p(row.rating, class_name="number")),
        rx.cond(row.note != "", rx.el.p(row.note, class_name="words")),
    )


def _to_talk_about(sentence: rx.Var[str]) -> rx.Component:
    return rx.cond(sentence != "", card(rx.el.p(sentence), data_tone="wait"))


def _voice(voice: rx.Var[Voice]) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            mark(voice.shape),
            "\u00a0",  # the name stays with its mark
            rx.el.b(voice.name),
            " ",
            rx.cond(voice.relation != "", rx.el.span(voice.relation)),
            " ",
            rx.cond(voice.rating_day != "", rx.el.span(voice.rating_day, class_name="day")),
            class_name="voice-who",
        ),
        rx.cond(
            voice.rating != "",
            rx.el.p(
                voice.rating, rx.el.span(_(" of 10 "), class_name="hidden"), class_name="number"
            ),
        ),
        rx.cond(voice.word != "", rx.el.p(voice.word, class_name="voice-word")),
        rx.cond(
            voice.said != "",
            rx.el.p(
                rx.el.q(voice.said, class_name="words"),
                " ",
                rx.cond(
                    voice.said_day != "", rx.el.span(voice.said_day, class_name="soft small day")
                ),
                class_name="voice-said",
            ),
        ),
        class_name="voice",
    )


def _table(view: rx.Var[Voices]) -> rx.Component:
    return rx.el.div(
        rx.el.table(
            rx.el.thead(
                rx.el.tr(
                    rx.el.th(_("Who and when"), scope="col"),
                    rx.el.th(_("Number and words"), scope="col"),
                )
            ),
            rx.el.tbody(rx.foreach(view.rows, _row)),
            class_name="voices-table",
        ),
        rx.cond(view.rows_note != "", rx.el.p(view.rows_note, class_name="soft small")),
        class_name="table-box",
        tab_index=0,
        role="region",
        aria_label=_("Everything that has been written"),
    )


def _row(row: rx.Var[Row]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(row.name), rx.el.p(row.day, class_name="soft small day")),
        rx.el.td(
            rx.cond(row.state != "", rx.el.p(row.state, class_name="status")),
            rx.cond(row.rating != "", rx.el.p(row.rating, class_name="number")),
            rx.cond(row.note != "", rx.el.p(row.note)),
        ),
        data_gone=row.state != "",
    )


def voices_now(voices: rx.Var[list[VoiceNow]]) -> rx.Component:
    """``Du 6 · Sanne 4``: each voice's latest number, in one line."""
    return rx.cond(
        voices.length() > 0,
        rx.el.ul(
            rx.foreach(
                voices,
                lambda voice: rx.el.li(mark(voice.shape), voice.name, " ", rx.el.b(voice.rating)),
            ),
            class_name="cluster voices-now",
        ),
    )
