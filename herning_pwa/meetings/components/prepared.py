"""On the meeting's page: the way to one's own preparation, and what others let one read."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.queries.prepared import PreparedPerson
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.meetings.words import preparation_question
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.marks import mark

ASKED = ("going_well", "hard", "next_steps", "unspoken", "companion")


def preparation_section() -> rx.Component:
    view = MeetingPage.meeting.prepared
    return rx.cond(
        (view.href != "") | (view.others.length() > 0),
        section(
            _("Preparation"),
            rx.cond(view.href != "", _own()),
            rx.cond(
                view.others.length() > 0,
                rx.el.ul(rx.foreach(view.others, prepared_person), class_name="rows"),
            ),
        ),
    )


def _own() -> rx.Component:
    view = MeetingPage.meeting.prepared
    asked = rx.el.p(_("Three questions. It takes five minutes."), class_name="soft")
    return rx.el.div(
        rx.cond(view.line != "", rx.el.p(view.line), asked),
        link_button(view.act, view.href, kind="secondary"),
        class_name="card",
    )


def prepared_person(person: rx.Var[PreparedPerson]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                mark(person.shape), " ", rx.el.b(person.name), rx.el.span(", ", person.relation)
            ),
            *(_answer(preparation_question(name), getattr(person.words, name)) for name in ASKED),
            rx.el.p(person.note, class_name="soft small"),
            class_name="row-body",
        ),
        class_name="row",
    )


def _answer(question: str, words: rx.Var[str]) -> rx.Component:
    return rx.cond(
        words != "",
        rx.el.div(
            rx.el.p(question, class_name="soft small"),
            rx.el.p(words, class_name="words", dir="auto"),
        ),
    )
