"""The meetings, people and invitations as somebody else sees them."""

from __future__ import annotations

import reflex as rx

from herning_pwa.followup.components.phases import phase_line
from herning_pwa.i18n import _
from herning_pwa.meetings.components.card import meeting_rows
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.preview.queries.views import Preview, SeenInvitation, SeenPeople, SeenPerson
from herning_pwa.ui.cards import section, status
from herning_pwa.ui.marks import mark


def meetings(seen: rx.Var[Preview]) -> rx.Component:
    return rx.fragment(
        _meetings(_("Next meetings"), seen.ahead),
        _meetings(_("Earlier meetings"), seen.earlier),
    )


def _meetings(heading: str, cards: rx.Var[list[MeetingCard]]) -> rx.Component:
    return rx.cond(
        cards.length() > 0,
        section(heading, meeting_rows(cards)),
    )


def people(seen: rx.Var[Preview]) -> rx.Component:
    return rx.fragment(
        rx.el.ul(
            rx.foreach(seen.here.children, lambda child: rx.el.li(mark("star"), child)),
            class_name="cluster children",
        ),
        phase_line(seen.here.phase),
        rx.foreach(seen.here.circle, _group),
        _invitations(seen),
    )


def _invitations(seen: rx.Var[Preview]) -> rx.Component:
    return rx.cond(
        seen.here.invitations.length() > 0,
        section(
            _("Invitations under way"),
            rx.el.ul(rx.foreach(seen.here.invitations, _invitation), class_name="rows"),
        ),
    )


def _invitation(row: rx.Var[SeenInvitation]) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(row.who), status(row.status, row.tone), class_name="cluster"),
        rx.el.p(row.says, class_name="soft"),
        class_name="commitment",
    )


def _group(group: rx.Var[SeenPeople]) -> rx.Component:
    return section(group.heading, rx.el.ul(rx.foreach(group.people, _person), class_name="rows"))


def _person(person: rx.Var[SeenPerson]) -> rx.Component:
    return rx.el.li(
        mark(person.shape),
        rx.el.span(
            rx.el.b(person.name),
            rx.el.span(person.relation, class_name="soft"),
            rx.cond(person.note != "", rx.el.span(person.note, class_name="soft small")),
            class_name="person-name",
        ),
        class_name="person",
    )
