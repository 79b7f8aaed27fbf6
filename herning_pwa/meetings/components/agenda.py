"""What the meeting is about, putting it in order, and the form for adding to it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import meeting_form
from herning_pwa.meetings.queries.agenda import AgendaItem
from herning_pwa.meetings.queries.news import News
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.buttons import button, submit
from herning_pwa.ui.cards import details_card, section, status
from herning_pwa.ui.choices import select
from herning_pwa.ui.forms import field
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.sight import who_can_see


def agenda_section() -> rx.Component:
    view = MeetingPage.meeting
    return section(
        _("What we will talk about"),
        rx.cond(
            view.agenda.length() > 0,
            rx.el.ol(rx.foreach(view.agenda, _item), class_name="rows agenda"),
            rx.el.p(_("There is nothing on the agenda yet."), class_name="soft"),
        ),
        rx.cond(view.can_add_point, _add()),
    )


def _item(item: rx.Var[AgendaItem]) -> rx.Component:
    return agenda_item(
        item,
        rx.cond(item.can_withdraw, _withdraw(item)),
        rx.cond(item.can_order, _order(item)),
    )


def agenda_item(item: rx.Var[AgendaItem], *acts: rx.Component) -> rx.Component:
    """What is to be talked about, why, and below it what can be done about it."""
    return rx.el.li(
        rx.el.div(
            rx.cond(
                item.kind == "goal",
                rx.el.p(link(item.text, to=item.goal_href)),
                rx.el.p(item.text, dir="auto"),
            ),
            rx.cond(item.is_off, rx.el.p(status(_("Not this time")))),
            rx.cond(
                (item.lines.length() > 0) & ~item.is_off,
                rx.el.ul(rx.foreach(item.lines, news_line), class_name="news"),
            ),
            rx.cond(
                item.goal_title != "",
                rx.el.p(_("Goal:"), " ", link(item.goal_title, to=item.goal_href)),
            ),
            rx.cond(item.by != "", rx.el.p(item.by, class_name="soft small")),
            *acts,
            class_name="row-body",
        ),
        key=item.key,
        data_off=item.is_off,
    )


def news_line(line: rx.Var[News]) -> rx.Component:
    """``Siden sidst``: Du fra 3 til 6."""
    return rx.el.li(
        rx.cond(line.label != "", rx.el.b(line.label)),
        " ",
        rx.el.span(line.text, dir="auto"),
        data_tone=line.tone,
    )


def _withdraw(item: rx.Var[AgendaItem]) -> rx.Component:
    return button(
        _("Take the point off"),
        kind="quiet",
        on_click=MeetingPage.withdraw_point(item.point_id),
        aria_label=item.withdraw_label,
    )


def _order(item: rx.Var[AgendaItem]) -> rx.Component:
    """For whoever called the meeting: earlier, later, or not this time."""
    on = rx.fragment(
        rx.cond(item.is_first, None, _act(item, "up", _("Earlier"))),
        rx.cond(item.is_last, None, _act(item, "down", _("Later"))),
        rx.cond(item.kind == "goal", _act(item, "off", _("Not this time"))),
    )
    return rx.el.details(
        rx.el.summary(_("Move"), rx.el.span(": ", item.text, class_name="hidden"), icon("down")),
        rx.el.div(
            rx.cond(item.is_off, _act(item, "on", _("Take it up after all")), on),
            class_name="cluster",
        ),
        class_name="more",
    )


def _act(item: rx.Var[AgendaItem], act: str, label: str) -> rx.Component:
    return button(
        rx.fragment(label, rx.el.span(": ", item.text, class_name="hidden")),
        kind="quiet",
        on_click=MeetingPage.order(MeetingPage.meeting.meeting_id, item.key, act),
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
