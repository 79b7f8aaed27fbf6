"""/maal/[goal_id]: one goal, from "how does it stand" to "how did it come about"."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.goals.components.asking import asking
from herning_pwa.goals.components.changing import change_words
from herning_pwa.goals.components.children import children
from herning_pwa.goals.components.course import course
from herning_pwa.goals.components.sight import sight
from herning_pwa.goals.components.steps import steps
from herning_pwa.goals.components.story import story
from herning_pwa.goals.components.words import said, wording_card, words
from herning_pwa.goals.queries.standing import Disagreement
from herning_pwa.goals.state import AnswerGoal, GoalPage, GoalSight, GoalSteps, SteerGoal
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.progress.components import (
    fresh_forms,
    own_entries,
    progress_form,
    voices,
)
from herning_pwa.ui.cards import section, status
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark


def goal_page() -> rx.Component:
    goal = GoalPage.goal
    return signed_in_page(
        GoalPage,
        rx.cond(
            GoalPage.loaded,
            rx.fragment(
                _standing(),
                asking(goal),
                _disagreements(),
                children(goal),
                _progress(),
                steps(goal),
                _words(),
            ),
            skeleton("card", 3),
        ),
        title=_("Goal"),
        heading=goal.title,
        active=routes.GOALS,
        back=routes.GOALS,
        wide_aside=rx.cond(
            GoalPage.loaded & ~GoalPage.missing,
            rx.el.div(sight(goal), story(goal.story), course(goal), class_name="section"),
        ),
    )


def _standing() -> rx.Component:
    goal = GoalPage.goal
    return rx.el.div(
        rx.el.p(
            status(goal.status_label, goal.status_tone),
            rx.cond(goal.in_focus, status(_("In focus"), "mine")),
            rx.cond(goal.achievement_label != "", rx.el.span(goal.achievement_label)),
            class_name="cluster",
        ),
        rx.el.p(goal.belongs_label, " · ", goal.area_label, class_name="soft small"),
        rx.cond(goal.ending != "", rx.el.p(goal.ending, class_name="words")),
        rx.cond(
            goal.is_in_force,
            rx.el.p(icon("people"), rx.el.span(goal.standing), class_name="agreed-line"),
        ),
        class_name="stack standing",
    )


def _disagreements() -> rx.Component:
    listed = GoalPage.goal.disagreements
    return rx.cond(
        listed.length() > 0,
        section(
            _("Here we do not agree"),
            rx.el.ul(rx.foreach(listed, _disagreement), class_name="stack"),
            rx.el.p(_("That is allowed. Talk about it when you meet."), class_name="soft"),
        ),
    )


def _disagreement(one: rx.Var[Disagreement]) -> rx.Component:
    return rx.el.li(
        rx.el.p(mark(one.shape), one.sentence, class_name="by"),
        rx.cond(one.words != "", rx.el.blockquote(one.words, class_name="words said")),
    )


def _progress() -> rx.Component:
    goal = GoalPage.goal
    return rx.cond(
        goal.is_in_force | (goal.voices.voices.length() > 0),
        section(
            rx.cond(goal.is_in_force, _("How is it going?"), _("This is how it went")),
            rx.cond(goal.voices.form.can_record, _write()),
            voices(goal.voices),
            own_entries(goal.voices.mine, goal.voices.form, then=GoalPage.load),
        ),
    )


def _write() -> rx.Component:
    """The reader's own voice: the page's main act when no answer is asked for."""
    goal = GoalPage.goal
    return rx.el.details(
        rx.el.summary(
            icon("pen"),
            rx.el.span(_("Write how it is going")),
            class_name=rx.cond(goal.asked.can_answer, "button secondary", "button primary"),
        ),
        rx.el.div(progress_form(goal.voices.form, then=GoalPage.load), class_name="details-body"),
        open=~goal.course.can_finish,
        class_name="answer write",
    )


def _words() -> rx.Component:
    """The words now, unless they stand above to be answered, and those before."""
    goal = GoalPage.goal
    answered_above = goal.asked.can_answer & goal.asked.is_agreed
    return rx.cond(
        (goal.current.wording_id != "") | (goal.earlier.length() > 0),
        section(
            _("The words"),
            rx.cond((goal.current.wording_id != "") & ~answered_above, _current_words()),
            rx.foreach(goal.earlier, wording_card),
            change_words(goal),
        ),
    )


def _current_words() -> rx.Component:
    goal = GoalPage.goal
    return rx.el.article(
        rx.el.p(goal.current.label, class_name="soft small"),
        words(goal.current, heading=goal.title),
        said(goal.current.said),
        class_name="card",
    )


PAGE = Page(
    route=routes.GOAL,
    title=_("Goal"),
    content=goal_page,
    on_load=[
        GoalPage.load,
        AnswerGoal.begin,
        SteerGoal.begin,
        GoalSight.begin,
        GoalSteps.begin,
        fresh_forms,
    ],
    keeps=GoalPage.goal,
)
