"""Asking for help, or offering it: what, which day, who."""

from __future__ import annotations

import reflex as rx

from herning_pwa.commitments.state import CommitmentsPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import select
from herning_pwa.ui.forms import date_field, field, form
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.sight import who_can_see

VIEW = CommitmentsPage.view


def asking() -> rx.Component:
    """Folded away until it is wanted; open when somebody is to be asked by name."""
    return rx.el.details(
        rx.el.summary(rx.el.span(rx.el.b(_("Ask for help or offer it"))), icon("plus")),
        rx.el.div(
            rx.cond(VIEW.asks_by_name, rx.el.p(VIEW.asking)),
            _form(),
            class_name="details-body",
        ),
        open=VIEW.asks_by_name | VIEW.is_empty | (CommitmentsPage.problems.length() > 0),
        class_name="card details",
    )


def _form() -> rx.Component:
    problems = CommitmentsPage.problems
    return form(
        error_summary(problems),
        rx.el.input(type="hidden", name="circle_id", value=VIEW.circle_id),
        rx.el.input(type="hidden", name="form_key", value=CommitmentsPage.form_key),
        field(
            _("What is it about?"),
            "what",
            hint=_("For example: Fetch Emil at school at two o'clock."),
            auto_complete="off",
            problems=problems,
        ),
        date_field(_("Which day?"), "on_day", value=VIEW.today, problems=problems),
        select(_("Who does it?"), "who", VIEW.who, value=VIEW.asked, problems=problems),
        who_can_see(VIEW.sight),
        submit(_("Write it down")),
        on_submit=CommitmentsPage.write,
        draft="commitment",
        key=CommitmentsPage.form_key,
    )
