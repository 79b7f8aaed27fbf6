"""What do you want? The first screen, with ideas to start from."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import FORM
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.choices import radio_cards, select
from herning_pwa.ui.forms import field, form
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
