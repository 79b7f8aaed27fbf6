"""Who can see this?"""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import notice_of, problems_of
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.queries.seeing import Nameable
from herning_pwa.goals.queries.sight_story import SightTurn
from herning_pwa.goals.state import GoalSight
from herning_pwa.i18n import _
from herning_pwa.page import prove_notice
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import audience_card, details_card
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import row_link
from herning_pwa.ui.sight import who_can_see


def sight(goal: rx.Var[GoalView]) -> rx.Component:
    """Names, how it came to that, and changing it for those who may."""
    seen = goal.sight
    return details_card(
        _("Who can see this?"),
        notice_of(GoalSight, "sight"),
        problems_of(GoalSight, "sight"),
        rx.cond(GoalSight.must_prove, prove_notice()),
        audience_card(seen.audience_label, seen.line.can, seen.line.cannot),
        rx.cond(
            seen.nameable.length() > 0,
            rx.el.ul(
                rx.foreach(seen.nameable, lambda person: _nameable(goal, person)),
                class_name="rows",
            ),
        ),
        rx.cond(seen.can_look_as_others, _look_as_others(goal)),
        rx.cond(seen.can_change, _change(goal)),
        rx.cond(seen.history.length() > 0, _history(seen.history)),
        summary=f"{seen.audience_label}",
    )


def _nameable(goal: rx.Var[GoalView], person: rx.Var[Nameable]) -> rx.Component:
    return rx.el.li(
        rx.cond(
            person.must_say_why & ~person.is_in,
            _share_because(goal, person),
            rx.fragment(
                rx.el.span(person.name, class_name="row-body"),
                rx.cond(
                    person.is_in,
                    _name(goal, person, _("End"), let_in=False),
                    _name(goal, person, _("Let them see it"), let_in=True),
                ),
            ),
        ),
        class_name="row",
        key=person.person_id,
    )


def _name(
    goal: rx.Var[GoalView], person: rx.Var[Nameable], label: str, *, let_in: bool
) -> rx.Component:
    return button(
        rx.fragment(label, rx.el.span(": ", person.name, class_name="hidden")),
        kind="quiet",
        on_click=GoalSight.name(goal.goal_id, person.person_id, let_in),
    )


def _share_because(goal: rx.Var[GoalView], person: rx.Var[Nameable]) -> rx.Component:
    """A parent without custody is let in with a reason."""
    about = f"share-{person.person_id}"
    return rx.el.details(
        rx.el.summary(
            rx.el.span(person.name, rx.el.span(_("Share the goal"), class_name="soft")),
            icon("down"),
        ),
        rx.el.div(
            form(
                problems_of(GoalSight, about),
                rx.el.input(type="hidden", name="goal_id", value=goal.goal_id),
                rx.el.input(type="hidden", name="person_id", value=person.person_id),
                text_area(
                    _("Why?"),
                    "reason",
                    limit=TEXT_LIMIT,
                    rows=2,
                    problems=GoalSight.problems,
                    id=f"{about}-reason",
                ),
                who_can_see(goal.sight.why_line),
                submit(_("Let them see it"), kind="secondary"),
                on_submit=GoalSight.share_with_parent,
                draft=f"goal.{about}:{goal.goal_id}",
            ),
            class_name="details-body",
        ),
        class_name="details row-body",
    )


def _look_as_others(goal: rx.Var[GoalView]) -> rx.Component:
    return rx.el.div(
        row_link(
            _("See the goal as somebody else sees it"),
            to=f"{routes.AS_SOMEBODY}?maal={goal.goal_id}",
        ),
        class_name="rows",
    )


def _history(turns: rx.Var[list[SightTurn]]) -> rx.Component:
    return rx.el.section(
        rx.el.h3(_("How it came to that")),
        rx.el.ol(rx.foreach(turns, _turn), class_name="story"),
    )


def _turn(turn: rx.Var[SightTurn]) -> rx.Component:
    return rx.el.li(
        rx.el.p(turn.sentence),
        rx.cond(turn.why != "", rx.el.blockquote(turn.why, class_name="words said")),
    )


def _change(goal: rx.Var[GoalView]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(_("Change who can see it"))), icon("down")),
        rx.el.div(
            form(
                rx.el.input(type="hidden", name="goal_id", value=goal.goal_id),
                radio_cards(
                    _("Who can see the goal?"),
                    "audience",
                    goal.sight.choices,
                    problems=GoalSight.problems,
                    id="sight-audience",
                ),
                submit(_("Save"), kind="secondary"),
                on_submit=GoalSight.choose_audience,
            ),
            class_name="details-body",
        ),
        class_name="card details",
    )
