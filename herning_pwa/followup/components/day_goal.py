"""A goal at the table: what each says, the steps, and "What now?"."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.followup.components.day_form import day_form, decision
from herning_pwa.followup.state.day import MeetingDayPage
from herning_pwa.goals.components.steps import step_fields
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.i18n import _
from herning_pwa.meetings.components.agenda import news_line
from herning_pwa.progress.components import voice_rows
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import card, details_card, section
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import info_notice
from herning_pwa.ui.forms import field, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.marks import mark
from herning_pwa.ui.sight import who_can_see


def day_goal() -> rx.Component:
    day = MeetingDayPage.day
    return rx.fragment(
        rx.el.ul(rx.foreach(day.item.lines, news_line), class_name="news"),
        rx.cond(
            day.goal.voices.length() > 0,
            section(_("How is it going?"), voice_rows(day.goal.voices)),
        ),
        _what_now(),
        goal_steps(),
    )


def _what_now() -> rx.Component:
    goal = MeetingDayPage.day.goal
    is_decided = goal.outcome.seen != ""
    return section(
        _("What now?"),
        rx.cond(is_decided, _decided()),
        rx.cond(
            goal.choices.length() > 0,
            decision(_("Decide something else"), _outcome_form(), is_decided=is_decided),
        ),
        rx.cond(goal.closed_line != "", _closed()),
    )


def _decided() -> rx.Component:
    outcome = MeetingDayPage.day.goal.outcome
    return card(
        rx.el.h3(icon("check"), outcome.word, class_name="with-icon"),
        rx.cond(outcome.suggestion != "", rx.el.p(outcome.suggestion, dir="auto")),
        rx.cond(outcome.words != "", rx.el.p(outcome.words, class_name="words", dir="auto")),
        rx.el.p(outcome.by_line, class_name="soft small"),
        data_tone="agreed",
    )


def _closed() -> rx.Component:
    return info_notice(
        rx.el.p(
            MeetingDayPage.day.goal.closed_line,
            " ",
            link(_("Open the goal"), to=MeetingDayPage.day.item.goal_href),
        )
    )


def _outcome_form() -> rx.Component:
    goal, problems = MeetingDayPage.day.goal, MeetingDayPage.problems
    return day_form(
        "outcome",
        radio_cards(_("What do you decide together?"), "kind", goal.choices, problems=problems),
        rx.el.div(  # always there: what is typed stays while a colleague's words wait for answers
            field(_("The new words"), "title", value=goal.new_title, problems=problems),
            class_name="new-words",
        ),
        text_area(
            _("Why? In your own words."),
            "words",
            limit=TEXT_LIMIT,
            rows=3,
            value=goal.outcome.words,
            hint=_("It is needed when you pause or end a goal."),
            problems=problems,
        ),
        who_can_see(goal.sight),
        who_can_see(goal.sight_going_on),
        submit(_("Write it down")),
        on_submit=MeetingDayPage.decide,
        goal_id=goal.goal_id,
        wording_id=goal.wording_id,
        seen=goal.outcome.seen,
    )


def goal_steps() -> rx.Component:
    """Those still to be done, and a new one."""
    goal = MeetingDayPage.day.goal
    return rx.cond(
        (goal.steps.length() > 0) | goal.can_add_step,
        section(
            _("Steps"),
            rx.cond(
                goal.steps.length() > 0, rx.el.ul(rx.foreach(goal.steps, _step), class_name="rows")
            ),
            rx.cond(goal.can_add_step, details_card(_("Add a step"), _step_form())),
        ),
    )


def _step(step: rx.Var[StepView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(step.title, class_name="step-words"),
            rx.el.p(mark(step.shape), step.line, class_name="by", data_late=step.is_late),
            class_name="row-body",
        ),
        class_name="row",
        key=step.step_id,
    )


def _step_form() -> rx.Component:
    goal = MeetingDayPage.day.goal
    return day_form(
        "step",
        *step_fields(goal.step_owners, MeetingDayPage.problems),
        who_can_see(goal.sight),
        submit(_("Add the step"), kind="secondary"),
        on_submit=MeetingDayPage.agree_step,
        goal_id=goal.goal_id,
    )
