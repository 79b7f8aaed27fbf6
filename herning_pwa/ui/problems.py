"""Field problems: what was wrong, in words, said once on top and once at the field."""

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.links import document_link
from herning_pwa.ui.values import FieldProblem

Text = str | rx.Var[str]


Problems = rx.Var[list[FieldProblem]]


class Attend(rx.Component):
    """A box that takes focus when ``on`` becomes a new value that is not empty."""

    library = "$/public/components/forms.jsx"
    tag = "Attend"

    on: rx.Var[Any]
    role: rx.Var[str]


def sentence_for(problems: Problems | None, field: Text) -> rx.Var[str] | None:
    """The sentence about one field, or an empty string; None when the form has no problems list."""
    if problems is None:
        return None
    name = rx.Var.create(field)
    return rx.Var(
        f'({problems!s}.find((problem) => problem["field"] === {name!s})?.["sentence"] ?? "")',
        _var_type=str,
        _var_data=rx.vars.VarData.merge(problems._get_all_var_data(), name._get_all_var_data()),
    ).guess_type()


def error_summary(problems: Problems) -> rx.Component:
    """All problems on top of the form, as links to their fields; takes focus when it appears."""
    return Attend.create(
        rx.el.h2(_("There are problems")),
        rx.el.ul(rx.foreach(problems, _problem_link)),
        on=problems,
        role="alert",
        class_name="summary",
    )


def _problem_link(problem: rx.Var[FieldProblem]) -> rx.Component:
    return rx.el.li(document_link(problem.sentence, to="#" + problem.field))


def error_line(sentence: rx.Var[str] | None, error_id: Text) -> rx.Component:
    """The same words at the field, above the input."""
    if sentence is None:
        return rx.fragment()
    return rx.cond(
        sentence != "",
        rx.el.p(
            rx.el.span(_("Error: "), class_name="hidden"),
            sentence,
            class_name="error",
            custom_attrs={"id": error_id},
        ),
    )
