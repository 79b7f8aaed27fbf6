"""Fields where one or several answers are chosen."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from herning_pwa.ui.forms import hint_line, optional_mark, wiring
from herning_pwa.ui.problems import Problems, error_line, sentence_for
from herning_pwa.ui.values import Option

Text = str | rx.Var[str]


Options = Sequence[Option] | rx.Var[list[Option]]


def select(
    label: Text,
    name: str,
    options: Options,
    *,
    value: Text = "",
    hint: Text = "",
    optional: bool = False,
    problems: Problems | None = None,
    id: Text = "",
) -> rx.Component:
    """The phone's own list. ``value`` is the one chosen beforehand."""
    field_id = id or name
    sentence = sentence_for(problems, field_id)
    return rx.el.div(
        rx.el.label(label, optional_mark(optional), html_for=field_id),
        hint_line(hint, f"{field_id}-hint"),
        error_line(sentence, f"{field_id}-fejl"),
        rx.el.select(
            rx.foreach(
                rx.Var.create(list(options)) if isinstance(options, Sequence) else options,
                lambda option: rx.el.option(option.label, value=option.value),
            ),
            name=name,
            default_value=value,
            key=value,
            class_name="input",
            custom_attrs=wiring(field_id, hint, sentence),
        ),
        class_name="field",
        data_invalid=False if sentence is None else sentence != "",
    )


def radio_cards(legend: Text, name: str, options: Options, **rest: Any) -> rx.Component:
    """One answer of a few, each a card as large as a thumb. ``rest`` as for ``group``."""
    return group(legend, name, _cards(name, options, "radio"), **rest)


def checkbox_list(legend: Text, name: str, options: Options, **rest: Any) -> rx.Component:
    """Any number of answers; the form sends ``name`` once for each."""
    return group(legend, name, _cards(name, options, "checkbox"), **rest)


def checkbox(label: Text, name: str, *, value: str = "ja", chosen: Any = False) -> rx.Component:
    """One thing to say yes to."""
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, value=value, default_checked=chosen),
        rx.el.span(rx.el.span(label)),
        class_name="choice",
    )


def group(
    legend: Text,
    name: str,
    content: rx.Component,
    *,
    hint: Text = "",
    optional: bool = False,
    problems: Problems | None = None,
    id: Text = "",
) -> rx.Component:
    """A set of answers under one question."""
    field_id = id or name
    sentence = sentence_for(problems, field_id)
    told = {
        key: said for key, said in wiring(field_id, hint, sentence).items() if key != "aria-invalid"
    }
    return rx.el.fieldset(
        rx.el.legend(legend, optional_mark(optional)),
        hint_line(hint, f"{field_id}-hint"),
        error_line(sentence, f"{field_id}-fejl"),
        content,
        class_name="field",
        data_invalid=False if sentence is None else sentence != "",
        custom_attrs=told,
    )


def _cards(name: str, options: Options, kind: str) -> rx.Component:
    if isinstance(options, rx.Var):
        return rx.el.div(
            rx.foreach(options, lambda option: _choice(name, option, kind)),
            class_name="choices",
        )
    return rx.el.div(*(_choice(name, option, kind) for option in options), class_name="choices")


def _choice(name: str, option: Any, kind: str) -> rx.Component:
    note = rx.cond(option.note != "", rx.el.span(option.note, class_name="soft"))
    return rx.el.label(
        rx.el.input(type=kind, name=name, value=option.value, default_checked=option.is_chosen),
        rx.el.span(rx.el.span(option.label), note),
        key=option.value,  # a tick stays with its answer when the list around it changes
        class_name="choice",
    )
