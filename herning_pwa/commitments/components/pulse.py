"""The pulse of the network, for those who can ask for help."""

from __future__ import annotations

import reflex as rx

from herning_pwa.commitments.queries.pulse import PulseLine
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.marks import mark


def network_pulse(lines: rx.Var[list[PulseLine]]) -> rx.Component:
    return rx.cond(
        lines.length() > 0,
        section(
            _("The pulse of the network"),
            rx.el.p(_("What each person has a part in right now."), class_name="soft"),
            rx.el.ul(rx.foreach(lines, _person), class_name="rows"),
        ),
    )


def _person(line: rx.Var[PulseLine]) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            mark(line.shape),
            rx.el.b(line.name),
            rx.el.span(line.relation, class_name="soft"),
            class_name="by",
        ),
        rx.cond(
            line.none_yet != "",
            rx.el.p(line.none_yet),
            rx.el.ul(rx.foreach(line.parts, rx.el.li)),
        ),
        link_button(line.ask_label, line.ask_href, kind="quiet"),
        class_name="commitment",
        key=line.membership_id,
    )
