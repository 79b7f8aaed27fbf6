"""The people in the circle, each with who they are and what can be done."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.queries import GroupView, PersonView
from herning_pwa.circles.state import CirclePage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import section
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark


def people_groups() -> rx.Component:
    """Family, network, professionals."""
    return rx.fragment(rx.foreach(CirclePage.circle.groups, _group))


def _group(group: rx.Var[GroupView]) -> rx.Component:
    return section(
        group.heading,
        rx.el.ul(rx.foreach(group.people, _person), class_name="rows"),
    )


def _person(person: rx.Var[PersonView]) -> rx.Component:
    """One line; it opens where the reader may end something."""
    opens = person.can_end | person.can_leave
    return rx.el.li(
        rx.cond(opens, _opening_person(person), rx.el.div(*_face(person), class_name="person")),
        key=person.membership_id,
    )


def _face(person: rx.Var[PersonView]) -> tuple[rx.Component, ...]:
    return (
        mark(person.shape),
        rx.el.span(
            rx.el.b(person.name, rx.cond(person.is_me, _(" (you)"), "")),
            rx.el.span(person.relation, class_name="soft"),
            rx.cond(person.note != "", rx.el.span(person.note, class_name="soft small")),
            class_name="person-name",
        ),
    )


def _opening_person(person: rx.Var[PersonView]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(*_face(person), icon("down"), class_name="person"),
        rx.el.div(
            rx.el.p(person.ending_means),
            rx.cond(
                person.can_leave,
                button(
                    _("Leave the circle"),
                    kind="secondary",
                    on_click=CirclePage.leave(person.membership_id),
                ),
                button(
                    _("End the place in the circle"),
                    kind="secondary",
                    on_click=CirclePage.end(person.membership_id),
                ),
            ),
            class_name="person-acts",
        ),
    )
