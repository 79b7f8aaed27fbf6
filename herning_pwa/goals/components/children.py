"""What the children think, and asking them."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.components.answers import conflict_of, notice_of, problems_of
from herning_pwa.goals.components.wording_form import hidden_about
from herning_pwa.goals.models import ViewKind
from herning_pwa.goals.queries.children import ChildSays
from herning_pwa.goals.queries.goal import GoalView
from herning_pwa.goals.state import AnswerGoal
from herning_pwa.goals.words import view_word
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.marks import mark
from herning_pwa.ui.sight import who_can_see
from herning_pwa.ui.values import Option


def children(goal: rx.Var[GoalView]) -> rx.Component:
    """Each child who is asked for a view."""
    return rx.cond(
        goal.children.length() > 0,
        rx.el.div(rx.foreach(goal.children, lambda child: _child(goal, child)), class_name="stack"),
    )


def _child(goal: rx.Var[GoalView], child: rx.Var[ChildSays]) -> rx.Component:
    about = f"view-{child.child_id}"
    return rx.el.article(
        notice_of(AnswerGoal, about),
        conflict_of(AnswerGoal, about, yours=AnswerGoal.yours),
        rx.el.p(mark("star"), child.says, class_name="child-says"),
        rx.cond(child.words != "", rx.el.blockquote(child.words, class_name="words said")),
        rx.cond(child.by_line != "", rx.el.p(child.by_line, class_name="soft small")),
        rx.cond(child.can_record, _ask(goal, child, about)),
        class_name="card",
        data_tone="child",
        key=child.child_id,
    )


def _ask(goal: rx.Var[GoalView], child: rx.Var[ChildSays], about: rx.Var[str]) -> rx.Component:
    """The child's own form, open while it waits; or the form of who writes it down."""
    return rx.cond(
        child.is_reader,
        _folded(
            _("What do you think?"),
            _form(
                goal,
                child,
                about,
                _kinds(about, _("What do you think of the words?"), _own_options()),
                submit(_("Save")),
                words=_("In your own words"),
            ),
            is_open=child.is_missing,
        ),
        _folded(
            rx.cond(child.is_missing, _("Write what they think"), _("Write something new")),
            _form(
                goal,
                child,
                about,
                _kinds(about, _("What does the child say to the words?"), _options()),
                submit(_("Save"), kind="secondary"),
                words=_("The child’s own words, or why the child was not asked"),
            ),
        ),
    )


def _folded(
    label: str | rx.Var[str], content: rx.Component, *, is_open: bool | rx.Var[bool] = False
) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(label)), icon("down")),
        rx.el.div(content, class_name="details-body"),
        open=is_open,
        class_name="details",
    )


def _form(
    goal: rx.Var[GoalView],
    child: rx.Var[ChildSays],
    about: rx.Var[str],
    kinds: rx.Component,
    save: rx.Component,
    *,
    words: str,
) -> rx.Component:
    return form(
        problems_of(AnswerGoal, about),
        hidden_about(goal),
        rx.el.input(type="hidden", name="child_id", value=child.child_id),
        kinds,
        text_area(
            words,
            "words",
            limit=TEXT_LIMIT,
            rows=2,
            problems=AnswerGoal.problems,
            id=f"{about}-words",
            optional=True,
        ),
        who_can_see(goal.sight.line),
        save,
        on_submit=AnswerGoal.tell_view,
        draft=f"goal.view:{goal.asked.wording_id}:{child.child_id}",
    )


def _kinds(about: rx.Var[str], legend: str, options: list[Option]) -> rx.Component:
    return radio_cards(legend, "kind", options, problems=AnswerGoal.problems, id=f"{about}-kind")


def _options() -> list[Option]:
    return [Option(kind.value, view_word(kind)) for kind in ViewKind]


def _own_options() -> list[Option]:
    return [
        Option(ViewKind.AGREES.value, _("I agree")),
        Option(ViewKind.SEES_IT_DIFFERENTLY.value, _("I see it differently")),
    ]
