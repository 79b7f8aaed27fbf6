"""The four screens of a new goal."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.steps import step_fields
from herning_pwa.goals.components.words import parts
from herning_pwa.goals.queries.seeing import Nameable
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import FORM, NAMED
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.choices import radio_cards, select
from herning_pwa.ui.forms import date_field, field, form, text_area
from herning_pwa.ui.marks import mark
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.values import Option


def aim() -> rx.Component:
    """What do you want?"""
    draft = NewGoal.draft
    return rx.fragment(
        form(
            error_summary(NewGoal.problems),
            field(
                _("The goal in your own words"),
                "title",
                value=draft.words.title,
                hint=_("For example: We get off to school on time, without raised voices"),
                problems=NewGoal.problems,
            ),
            rx.cond(draft.ideas.length() > 0, _ideas()),
            radio_cards(_("Whose goal is it?"), "whose", draft.whose, problems=NewGoal.problems),
            select(
                _("What is it about?"),
                "area",
                draft.areas,
                value=draft.area,
                problems=NewGoal.problems,
            ),
            submit(_("Go on")),
            on_submit=NewGoal.save_aim,
            draft=f"{FORM}:1",
        ),
        rx.cond(draft.has_draft, _discard()),
    )


def _ideas() -> rx.Component:
    """Ready-made words; a tap puts them into the fields, to be changed."""
    return rx.el.div(
        rx.el.p(_("Or start from an idea:"), custom_attrs={"id": "ideer"}),
        rx.el.div(
            rx.foreach(NewGoal.draft.ideas, _idea),
            class_name="cluster ideas",
            role="group",
            aria_labelledby="ideer",
        ),
    )


def _idea(idea: rx.Var[Option]) -> rx.Component:
    return button(
        idea.label, kind="secondary", on_click=NewGoal.start_from(idea.value), key=idea.value
    )


def _discard() -> rx.Component:
    return rx.el.div(
        rx.el.p(_("Only you can see the draft. It is saved as you go."), class_name="soft"),
        button(_("Throw the draft away"), kind="quiet", on_click=NewGoal.discard),
        class_name="draft-foot",
    )


def reasons() -> rx.Component:
    """Why does it matter, and how do we see it?"""
    written = NewGoal.draft.words
    return form(
        error_summary(NewGoal.problems),
        rx.el.p(written.title, class_name="words"),
        text_area(
            _("Why does it matter to you?"),
            "why",
            limit=TEXT_LIMIT,
            rows=3,
            value=written.why,
            problems=NewGoal.problems,
        ),
        text_area(
            _("Which signs do we look for?"),
            "signs",
            limit=TEXT_LIMIT,
            rows=3,
            value=written.signs,
            hint=_("What will we see or hear when it is going the right way?"),
            optional=True,
            problems=NewGoal.problems,
        ),
        text_area(
            _("What is everyday life like for other children?"),
            "everyday",
            limit=TEXT_LIMIT,
            rows=2,
            value=written.everyday,
            optional=True,
            problems=NewGoal.problems,
        ),
        submit(_("Go on")),
        on_submit=NewGoal.save_reasons,
        draft=f"{FORM}:2",
    )


def plan() -> rx.Component:
    """Who does what, and when?"""
    draft = NewGoal.draft
    return rx.fragment(
        rx.cond(
            draft.steps.length() > 0,
            rx.el.ul(rx.foreach(draft.steps, _planned), class_name="rows planned"),
        ),
        form(
            error_summary(NewGoal.problems),
            rx.el.fieldset(
                rx.el.legend(
                    rx.cond(draft.steps.length() > 0, _("One more step"), _("A first small step"))
                ),
                rx.el.p(
                    _("One person and one date make it easier to keep. You can skip it."),
                    class_name="hint",
                ),
                *step_fields(draft.step_owners, NewGoal.problems),
                submit(_("Add another step"), kind="secondary", name="then", value="more"),
                class_name="field step-fields",
            ),
            rx.el.div(
                date_field(
                    _("The goal starts"),
                    "starts_on",
                    value=draft.words.starts_on,
                    optional=True,
                    problems=NewGoal.problems,
                ),
                date_field(
                    _("To be reached by"),
                    "target_on",
                    value=draft.words.target_on,
                    optional=True,
                    problems=NewGoal.problems,
                ),
                class_name="two-dates",
            ),
            submit(_("Go on"), name="then", value="on"),
            on_submit=NewGoal.save_plan,
            draft=f"{FORM}:3",
            key=NewGoal.added,
        ),
    )


def _planned(step: rx.Var[StepView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(step.title),
            rx.el.p(mark(step.shape), step.who, " · ", step.when, class_name="by"),
            class_name="row-body",
        ),
        button(
            rx.fragment(_("Remove"), rx.el.span(": ", step.title, class_name="hidden")),
            kind="quiet",
            on_click=NewGoal.remove_step(step.step_id),
        ),
        class_name="row",
        key=step.step_id,
    )


def audience() -> rx.Component:
    """Who can see it? With names, before anything is sent."""
    draft = NewGoal.draft
    return rx.fragment(
        rx.el.article(
            rx.el.p(_("This is what you send"), class_name="soft small"),
            rx.el.p(draft.words.title, class_name="wording"),
            parts(draft.parts),
            class_name="card",
        ),
        form(
            error_summary(NewGoal.problems),
            rx.el.input(type="hidden", name="goal_id", value=draft.goal_id),
            radio_cards(
                _("Who can see the goal?"), "audience", draft.audiences, problems=NewGoal.problems
            ),
            rx.cond(draft.nameable.length() > 0, _named()),
            rx.el.p(draft.promise, class_name="soft"),
            submit(draft.send_label),
            on_submit=NewGoal.send,
        ),
    )


def _named() -> rx.Component:
    """Shown only while the core is chosen (goals.css)."""
    return rx.el.fieldset(
        rx.el.legend(_("Who else in the network may see it?")),
        rx.el.div(rx.foreach(NewGoal.draft.nameable, _nameable), class_name="choices"),
        class_name="field named",
    )


def _nameable(person: rx.Var[Nameable]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            name=NAMED + person.person_id,
            value="ja",
            default_checked=person.is_in,
        ),
        rx.el.span(rx.el.span(person.name)),
        class_name="choice",
        key=person.person_id,
    )
