"""The fields for when and where, in the form for a new meeting and the one for moving it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.state import WrittenTime
from herning_pwa.meetings.state.times import NEXT
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.forms import date_field, field, time_field
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import Problems

Text = str | rx.Var[str]

fresh_times = WrittenTime.begin


def time_fields(
    problems: Problems,
    *,
    form: str,
    where: Text,
    about: str = "",
    row: str = "",
    day: Text = "",
    start: Text = "",
    end: Text = "",
    earliest: Text | None = None,
) -> rx.Component:
    """Day, start and end, and what is good to know about them.

    ``form`` and ``where`` say for which form and which circle or meeting it is looked up. The
    ids begin with ``about``; the names end with ``row``, where a form has several.
    """
    bounds = {} if earliest is None else {"min": earliest}

    def named(name: str, value: Text) -> dict[str, Any]:
        return {
            "value": value,
            "problems": problems,
            "id": f"{about}{name}{row}",
            "on_change": WrittenTime.look(form, where, name),
        }

    return rx.el.div(
        date_field(_("Which day?"), f"day{row}", **named("day", day), **bounds),
        rx.el.div(
            time_field(_("Starts"), f"start{row}", **named("start", start)),
            time_field(_("Ends"), f"end{row}", **named("end", end)),
            class_name="from-to",
        ),
        rx.el.div(
            rx.foreach(WrittenTime.warnings[form], _warning),
            role="status",
            class_name="stack",
        ),
        class_name="stack",
    )


def next_time_fields(problems: Problems, meeting_id: Text, **filled: Text) -> rx.Component:
    """For the meeting that comes after this one. A page that places them has ``fresh_times`` in
    its ``on_load``."""
    return time_fields(problems, form=NEXT, where=meeting_id, **filled)


def _warning(line: rx.Var[str]) -> rx.Component:
    return rx.el.p(icon("calendar"), line, class_name="notice", data_kind="wait")


def place_and_link(
    problems: Problems,
    *,
    about: str = "",
    place: Text = "",
    link: Text = "",
    warnings: rx.Var[list[str]],
) -> list[rx.Component]:
    """``warnings`` are sentences about addresses that must not be written."""
    return [
        rx.el.div(
            rx.foreach(warnings, lambda line: rx.el.p(line, class_name="notice", data_kind="wait")),
            class_name="stack",
        ),
        field(
            _("Where do you meet?"),
            "place",
            value=place,
            optional=True,
            hint=_(
                "Everybody invited can read it, except at a home visit. "
                "Only write an address they may all know."
            ),
            problems=problems,
            id=f"{about}place",
            auto_complete="off",
        ),
        details_card(
            _("Will some of you join by video?"),
            field(
                _("Link to the video meeting"),
                "link",
                kind="url",
                value=link,
                optional=True,
                problems=problems,
                id=f"{about}link",
                auto_complete="off",
            ),
        ),
    ]
