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
    ask = rx.cond(
        child.is_reader,
        _("What do you think?"),
        rx.cond(child.is_missing, _("Write what they think"), _("Write something new")),
    )
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(ask)), icon("down")),
        rx.el.div(
            form(
                problems_of(AnswerGoal, about),
                hidden_about(goal),
                rx.el.input(type="hidden", name="child_id", value=child.child_id),
                rx.cond(child.is_reader, _own_kinds(about), _kinds(about)),
                text_area(
                    _("In their own words"),
                    "words",
                    limit=TEXT_LIMIT,
                    rows=2,
                    problems=AnswerGoal.problems,
                    id=f"{about}-words",
                    optional=True,
                ),
                submit(_("Save"), kind="secondary"),
                on_submit=AnswerGoal.tell_view,
            ),
            class_name="details-body",
        ),
        open=child.is_reader & child.is_missing,
        class_name="details",
    )


def _kinds(about: rx.Var[str]) -> rx.Component:
    return _radio(about, [Option(kind.value, view_word(kind)) for kind in ViewKind])


def _own_kinds(about: rx.Var[str]) -> rx.Component:
    return _radio(
        about,
        [
            Option(ViewKind.AGREES.value, _("I agree")),
            Option(ViewKind.SEES_IT_DIFFERENTLY.value, _("I see it differently")),
        ],
    )


def _radio(about: rx.Var[str], options: list[Option]) -> rx.Component:
    return radio_cards(
        _("What do you say to the words?"),
        "kind",
        options,
        problems=AnswerGoal.problems,
        id=f"{about}-kind",
    )
