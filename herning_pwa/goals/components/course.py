"""Moving a goal along: quiet acts at the end of the page."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import conflict_of, notice_of, problems_of
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import SteerGoal
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import details_card, folded_form
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.sight import who_can_see

ACTS = ("begin", "resume", "focus", "unfocus", "pause", "end", "finish", "achievement")


def course(goal: rx.Var[GoalView]) -> rx.Component:
    """What those who decide may do about where the goal is."""
    may = goal.course
    return rx.fragment(
        notice_of(SteerGoal, *ACTS),
        conflict_of(SteerGoal, *ACTS),
        rx.cond(
            may.can_finish,
            details_card(
                _("The way from here"),
                *(problems_of(SteerGoal, act) for act in ("begin", "resume", "focus", "unfocus")),
                rx.el.div(
                    rx.cond(may.can_begin, _tap(goal, "begin", _("Begin now"))),
                    rx.cond(may.can_resume, _tap(goal, "resume", _("Take it up again"))),
                    rx.cond(may.can_focus, _tap(goal, "focus", _("Put it in focus"))),
                    rx.cond(may.can_unfocus, _tap(goal, "unfocus", _("Take it out of focus"))),
                    class_name="acts",
                ),
                rx.cond(may.can_set_achievement, _achievement(goal)),
                rx.cond(may.can_pause, _stop(goal, "pause", _("Pause the goal"), _("Pause"))),
                _finish(goal),
                _stop(goal, "end", _("End the goal"), _("End")),
                summary=_("Focus, pause, finish or end"),
            ),
        ),
    )


def _tap(goal: rx.Var[GoalView], act: str, label: str) -> rx.Component:
    return button(label, kind="secondary", on_click=SteerGoal.steer(goal.goal_id, act))


def _goal_field(goal: rx.Var[GoalView]) -> rx.Component:
    return rx.el.input(type="hidden", name="goal_id", value=goal.goal_id)


def _achievement(goal: rx.Var[GoalView]) -> rx.Component:
    return folded_form(
        _("Write how it goes"),
        form(
            problems_of(SteerGoal, "achievement"),
            _goal_field(goal),
            _achievements(goal, "achievement", _("How does it go?")),
            who_can_see(goal.sight.line),
            submit(_("Save"), kind="secondary"),
            on_submit=SteerGoal.tell_achievement,
        ),
    )


def _achievements(goal: rx.Var[GoalView], about: str, legend: str) -> rx.Component:
    return radio_cards(
        legend,
        "achievement",
        goal.course.achievements,
        problems=SteerGoal.problems,
        id=f"{about}-achievement",
    )


def _finish(goal: rx.Var[GoalView]) -> rx.Component:
    return folded_form(
        _("Finish the goal"),
        form(
            problems_of(SteerGoal, "finish"),
            _goal_field(goal),
            _achievements(goal, "finish", _("How did it go?")),
            text_area(
                _("What went well?"),
                "words",
                limit=TEXT_LIMIT,
                rows=2,
                optional=True,
                problems=SteerGoal.problems,
                id="finish-words",
            ),
            who_can_see(goal.sight.line),
            submit(_("Finish"), kind="secondary"),
            on_submit=SteerGoal.finish,
        ),
    )


def _stop(goal: rx.Var[GoalView], act: str, label: str, send: str) -> rx.Component:
    return folded_form(
        label,
        form(
            problems_of(SteerGoal, act),
            _goal_field(goal),
            rx.el.input(type="hidden", name="act", value=act),
            text_area(
                _("Why?"),
                "reason",
                limit=TEXT_LIMIT,
                rows=2,
                problems=SteerGoal.problems,
                id=f"{act}-reason",
            ),
            who_can_see(goal.sight.line),
            submit(send, kind="secondary"),
            on_submit=SteerGoal.stop,
        ),
    )
