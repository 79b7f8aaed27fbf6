"""The people in the circle, each with who they are and what can be done."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.queries import GroupView, PersonView
from herning_pwa.circles.state import CirclePage
from herning_pwa.i18n import _
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.marks import mark


def people_groups() -> rx.Component:
    """Family, network, professionals."""
    return rx.fragment(rx.foreach(CirclePage.circle.groups, _group))


def past_people() -> rx.Component:
    """Who took part until lately, for those who decide."""
    past = CirclePage.circle.past
    return rx.cond(
        past.length() > 0,
        details_card(_("Took part before"), rx.el.ul(rx.foreach(past, _person), class_name="rows")),
    )


def _group(group: rx.Var[GroupView]) -> rx.Component:
    return section(
        group.heading,
        rx.el.ul(rx.foreach(group.people, _person), class_name="rows"),
    )


def _person(person: rx.Var[PersonView]) -> rx.Component:
    """One line; it leads on where there is something to know or to do."""
    return rx.el.li(
        rx.cond(
            person.href != "",
            link(*_face(person), icon("forward"), to=person.href, class_name="person"),
            rx.el.div(*_face(person), class_name="person"),
        ),
        key=person.membership_id,
    )


def _face(person: rx.Var[PersonView]) -> tuple[rx.Component, ...]:
    return (
        mark(person.shape),
        rx.el.span(
            rx.el.b(person.name, rx.cond(person.is_me, _(" (you)"), "")),
            rx.el.span(person.relation, class_name="soft"),
            rx.cond(person.note != "", rx.el.span(person.note, class_name="soft small")),
            rx.cond(person.until != "", rx.el.span(person.until, class_name="soft small")),
            class_name="person-name",
        ),
    )
