"""The fields for when and where, in the form for a new meeting and the one for moving it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.forms import date_field, field, time_field
from herning_pwa.ui.problems import Problems

Text = str | rx.Var[str]


def time_fields(
    problems: Problems,
    *,
    about: str = "",
    day: Text = "",
    start: Text = "",
    end: Text = "",
    earliest: Text | None = None,
) -> rx.Component:
    """Day, start and end. The ids begin with ``about``."""
    bounds = {} if earliest is None else {"min": earliest}
    return rx.el.div(
        date_field(
            _("Which day?"), "day", value=day, problems=problems, id=f"{about}day", **bounds
        ),
        rx.el.div(
            time_field(_("Starts"), "start", value=start, problems=problems, id=f"{about}start"),
            time_field(_("Ends"), "end", value=end, problems=problems, id=f"{about}end"),
            class_name="from-to",
        ),
        class_name="stack",
    )


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
