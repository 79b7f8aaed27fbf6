"""Which phase the circle is in and what it means for everybody."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.models import WORDS_LIMIT
from herning_pwa.followup.queries.phases import PhaseStep, PhaseView, TurnView
from herning_pwa.followup.state.phases import CHANGING, PhaseSection
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import details_card, section, status
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import conflict_notice, success_notice
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.sight import who_can_see

fresh_phase = PhaseSection.begin


def phase_section(phase: rx.Var[PhaseView], *, then: Any) -> rx.Component:
    """For a page whose query calls ``queries.phases.phase_of``; nothing for whom it is not for.

    ``then`` is the page's own load handler; ``fresh_phase`` stands in its ``on_load``.
    """
    return rx.cond(
        phase.steps.length() > 0,
        section(
            _("Where we are"),
            success_notice(PhaseSection.notice),
            rx.el.ol(
                rx.foreach(phase.steps, lambda step: _step(step, phase.latest)),
                class_name="rows phases",
                role="list",
            ),
            rx.cond(phase.can_change, _change(phase, then)),
            rx.cond(
                phase.earlier.length() > 0,
                details_card(
                    _("Earlier phases"),
                    rx.el.ul(rx.foreach(phase.earlier, _turn), class_name="readings", role="list"),
                ),
            ),
        ),
    )


def phase_line(now: rx.Var[str]) -> rx.Component:
    """A quiet line for the circle's own page; nothing while it is empty."""
    return rx.cond(now != "", rx.el.p(_("Phase: "), rx.el.b(now), class_name="soft small"))


def _step(step: rx.Var[PhaseStep], latest: rx.Var[TurnView]) -> rx.Component:
    """The present one says what it means and why; the others say it when they are asked."""
    return rx.el.li(
        rx.cond(
            step.is_now,
            rx.el.div(
                rx.el.p(rx.el.b(step.label), status(_("You are here"), "agreed"), class_name="by"),
                rx.el.p(step.means),
                _why(latest),
                class_name="phase-now",
            ),
            rx.el.details(
                rx.el.summary(rx.el.span(step.label), icon("down")),
                rx.el.div(rx.el.p(step.means), class_name="details-body"),
                class_name="details",
            ),
        ),
        key=step.label,
    )


def _turn(turn: rx.Var[TurnView]) -> rx.Component:
    return rx.el.li(rx.el.p(rx.el.b(turn.label)), _why(turn), key=turn.turn_id)


def _why(turn: rx.Var[TurnView]) -> rx.Component:
    return rx.fragment(
        rx.cond(turn.reason != "", rx.el.p(turn.reason, class_name="words", dir="auto")),
        rx.el.p(turn.by_line, class_name="soft small"),
    )


def _change(phase: rx.Var[PhaseView], then: Any) -> rx.Component:
    problems = PhaseSection.problems
    return details_card(
        rx.cond(phase.now != "", _("Change phase"), _("Choose a phase")),
        form(
            error_summary(problems),
            conflict_notice(PhaseSection.conflict),
            rx.el.input(type="hidden", name="circle_id", value=phase.circle_id),
            rx.el.input(type="hidden", name="seen", value=phase.latest.turn_id),
            radio_cards(_("Which phase begins now?"), "phase", phase.others, problems=problems),
            text_area(
                _("Why?"),
                "reason",
                limit=WORDS_LIMIT,
                rows=3,
                hint=_("Write to the family. They read it here."),
                problems=problems,
            ),
            who_can_see(phase.sight),
            submit(_("Save")),
            on_submit=[PhaseSection.change, then],
            draft=CHANGING,
        ),
        open=(problems.length() > 0) | (PhaseSection.conflict != ""),
        key=PhaseSection.saved.to_string(),
    )
