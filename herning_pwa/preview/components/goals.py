"""The goals as somebody else sees them: the same cards and words, with nothing to press."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.components.cards import goal_card
from herning_pwa.goals.components.steps import step
from herning_pwa.goals.components.story import story
from herning_pwa.goals.components.words import changes, said, wording_card, words
from herning_pwa.goals.queries.children import ChildSays
from herning_pwa.goals.queries.standing import Disagreement
from herning_pwa.goals.queries.wordings import WordingView
from herning_pwa.i18n import _
from herning_pwa.preview.queries.views import SeenGoal, SeenGroup
from herning_pwa.progress.components import voices
from herning_pwa.ui.cards import section, status
from herning_pwa.ui.marks import mark


def goal_groups(groups: rx.Var[list[SeenGroup]]) -> rx.Component:
    """The list, in the person's own groups."""
    return rx.fragment(rx.foreach(groups, _group))


def _group(group: rx.Var[SeenGroup]) -> rx.Component:
    return section(group.heading, rx.el.ul(rx.foreach(group.goals, goal_card), class_name="stack"))


def one_goal(goal: rx.Var[SeenGoal]) -> rx.Component:
    """The goal's own page: how it stands, what people say, steps, words and story."""
    return rx.fragment(
        _standing(goal),
        rx.cond(goal.disagreements.length() > 0, _disagreements(goal)),
        rx.foreach(goal.children, _child),
        rx.cond(
            (goal.voices.rows.length() > 0) | (goal.voices.kept.rows.length() > 0),
            section(_("How is it going?"), voices(goal.voices)),
        ),
        rx.cond(
            goal.steps.length() > 0,
            section(_("Steps"), rx.el.ul(rx.foreach(goal.steps, step), class_name="rows")),
        ),
        section(
            _("The words"),
            _wording(goal, goal.proposal),
            _wording(goal, goal.current),
            rx.foreach(goal.earlier, wording_card),
        ),
        story(goal.story),
    )


def _standing(goal: rx.Var[SeenGoal]) -> rx.Component:
    return rx.el.div(
        rx.el.h2(goal.title, class_name="goal-title"),
        rx.el.p(status(goal.status_label, goal.status_tone), class_name="cluster"),
        rx.el.p(goal.belongs_label, " · ", goal.area_label, class_name="soft small"),
        rx.cond(goal.ending != "", rx.el.p(goal.ending, class_name="words")),
        rx.cond(goal.standing != "", rx.el.p(goal.standing)),
        class_name="stack standing",
    )


def _disagreements(goal: rx.Var[SeenGoal]) -> rx.Component:
    return section(
        _("Here we do not agree"),
        rx.el.ul(rx.foreach(goal.disagreements, _disagreement), class_name="stack"),
    )


def _disagreement(one: rx.Var[Disagreement]) -> rx.Component:
    return rx.el.li(
        rx.el.p(mark(one.shape), one.sentence, class_name="by"),
        rx.cond(one.words != "", rx.el.blockquote(one.words, class_name="words said")),
    )


def _child(child: rx.Var[ChildSays]) -> rx.Component:
    return rx.el.article(
        rx.el.p(mark("star"), child.says, class_name="child-says"),
        rx.cond(child.words != "", rx.el.blockquote(child.words, class_name="words said")),
        rx.cond(child.by_line != "", rx.el.p(child.by_line, class_name="soft small")),
        class_name="card",
        data_tone="child",
    )


def _wording(goal: rx.Var[SeenGoal], wording: rx.Var[WordingView]) -> rx.Component:
    return rx.cond(
        wording.wording_id != "",
        rx.el.article(
            rx.el.p(wording.label, class_name="soft small"),
            changes(wording.changes),
            words(wording, heading=goal.title),
            said(wording.said),
            class_name="card",
        ),
    )
