"""What the meeting is about, and the form for adding to it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import meeting_form
from herning_pwa.meetings.queries.agenda import PointRow
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.choices import select
from herning_pwa.ui.forms import field
from herning_pwa.ui.links import link
from herning_pwa.ui.sight import who_can_see


def agenda_section() -> rx.Component:
    view = MeetingPage.meeting
    return section(
        _("What we will talk about"),
        rx.cond(
            view.points.length() > 0,
            rx.el.ol(rx.foreach(view.points, _point), class_name="rows agenda"),
            rx.el.p(_("There is nothing on the agenda yet."), class_name="soft"),
        ),
        rx.cond(view.can_add_point, _add()),
    )


def _point(point: rx.Var[PointRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(point.text, dir="auto"),
            rx.cond(
                point.goal_title != "",
                rx.el.p(_("Goal:"), " ", link(point.goal_title, to=point.goal_href)),
            ),
            rx.el.p(point.by, class_name="soft small"),
            rx.cond(
                point.can_withdraw,
                button(
                    _("Take the point off"),
                    kind="quiet",
                    on_click=MeetingPage.withdraw_point(point.point_id),
                    aria_label=point.withdraw_label,
                ),
            ),
            class_name="row-body",
        )
    )


def _add() -> rx.Component:
    return details_card(_("Add something to talk about"), _form())


def _form() -> rx.Component:
    view = MeetingPage.meeting
    return meeting_form(
        "point",
        field(
            _("What do you want to talk about?"),
            "text",
            problems=MeetingPage.problems,
            id="point-text",
            auto_complete="off",
        ),
        rx.cond(
            view.goals.length() > 1,
            select(
                _("Is it about a goal?"),
                "goal_id",
                view.goals,
                optional=True,
                problems=MeetingPage.problems,
                id="point-goal_id",
            ),
        ),
        who_can_see(view.sight.meeting),
        submit(_("Add to the agenda")),
        on_submit=MeetingPage.add_point,
    )
