"""Form fields after Det Fælles Designsystem's patterns, as plain HTML.

Every field takes a visible ``label`` and a ``name``; ``id`` only when one page shows the same
name twice. Inputs are uncontrolled: ``value`` fills them once, and what is typed stays.
``problems`` is the page's list of ``FieldProblem``; each field finds its own sentence in it.
"""

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.problems import Problems, error_line, sentence_for

Text = str | rx.Var[str]


class CountedText(rx.Component):
    """A textarea that says how many characters are left."""

    library = "$/public/components/forms.jsx"
    tag = "CountedText"

    limit: rx.Var[int]
    left: rx.Var[str]
    over: rx.Var[str]
    counter_id: rx.Var[str]
    name: rx.Var[str]
    rows: rx.Var[int]
    default_value: rx.Var[str]


def field(
    label: Text,
    name: str,
    *,
    kind: str = "text",
    value: Text = "",
    hint: Text = "",
    optional: bool = False,
    problems: Problems | None = None,
    id: Text = "",
    **props: Any,
) -> rx.Component:
    """One line of input. ``kind`` is the HTML type; ``props`` go to the input (auto_complete …)."""
    return _around(
        label,
        id=id or name,
        hint=hint,
        optional=optional,
        problems=problems,
        control=lambda wiring: rx.el.input(
            name=name,
            type=kind,
            default_value=value,
            class_name="input",
            custom_attrs=wiring,
            **props,
        ),
    )


def date_field(label: Text, name: str, **options: Any) -> rx.Component:
    """The phone's own date picker; the value is ``YYYY-MM-DD``. Options as for ``field``."""
    return field(label, name, kind="date", **options)


def time_field(label: Text, name: str, **options: Any) -> rx.Component:
    """The phone's own time picker; the value is ``HH:MM``. Options as for ``field``."""
    return field(label, name, kind="time", **options)


def text_area(
    label: Text,
    name: str,
    *,
    limit: int,
    rows: int = 4,
    value: Text = "",
    hint: Text = "",
    optional: bool = False,
    problems: Problems | None = None,
    id: Text = "",
) -> rx.Component:
    """Room for sentences, with "Du har 120 tegn tilbage" below. Nothing is cut off at the limit."""
    counter_id = f"{id or name}-tegn"
    return _around(
        label,
        id=id or name,
        hint=hint,
        optional=optional,
        problems=problems,
        control=lambda wiring: CountedText.create(
            limit=limit,
            left=_("You have {n} characters left"),
            over=_("You have {n} characters too many"),
            counter_id=counter_id,
            name=name,
            rows=rows,
            default_value=value,
            class_name="input",
            custom_attrs=wiring,
        ),
    )


def _around(
    label: Text,
    *,
    id: Text,
    hint: Text,
    optional: bool,
    problems: Problems | None,
    control: Callable[[dict[str, Any]], rx.Component],
) -> rx.Component:
    """Label, hint and error around one control, wired together for screen readers."""
    sentence = sentence_for(problems, id)
    return rx.el.div(
        rx.el.label(label, optional_mark(optional), html_for=id),
        hint_line(hint, f"{id}-hint"),
        error_line(sentence, f"{id}-fejl"),
        control(wiring(id, hint, sentence)),
        class_name="field",
        data_invalid=False if sentence is None else sentence != "",
    )


def wiring(id: Text, hint: Text, sentence: rx.Var[str] | None) -> dict[str, Any]:
    """The attributes that tie a control to its hint and its error."""
    told = f"{id}-hint" if hint != "" else ""
    if sentence is None:
        return {"id": id} | ({"aria-describedby": told} if told else {})
    both = rx.cond(sentence != "", f"{id}-fejl {told}".strip(), told)
    return {"id": id, "aria-describedby": both, "aria-invalid": sentence != ""}


def hint_line(hint: Text, hint_id: Text) -> rx.Component:
    """The grey line under a label."""
    if isinstance(hint, str) and not hint:
        return rx.fragment()
    return rx.el.p(hint, class_name="hint", custom_attrs={"id": hint_id})


def optional_mark(optional: bool) -> rx.Component:
    """The word (frivilligt) after the label of the few fields that may stay empty."""
    return rx.el.span(_(" (optional)"), class_name="soft") if optional else rx.fragment()


def form(
    *content: Any, on_submit: Any, draft: Text = "", clears: bool = False, **props: Any
) -> rx.Component:
    """A form answered by a handler that takes the named fields.

    ``draft`` names the form so that what is typed is kept when the session runs out;
    ``clears`` empties the fields once the form is on its way.
    """
    naming = {"data_draft": draft} if draft != "" else {}
    return rx.el.form(
        *content,
        on_submit=on_submit,
        reset_on_submit=clears,
        no_validate=True,
        class_name="form",
        **naming,
        **props,
    )


def native_form(*content: Any, action: str, **props: Any) -> rx.Component:
    """A form the browser itself posts: signing in and out, accepting an invitation.

    (Without ``on_submit=None`` Reflex would stop every form from being posted.)
    """
    props = {"class_name": "form"} | props
    return rx.el.form(*content, method="post", action=action, on_submit=None, **props)
