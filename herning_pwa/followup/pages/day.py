"""/moeder/[meeting_id]/holdt: the meeting on the day, one stop at a time, in large type."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.followup.components.day_close import day_end, day_ladder
from herning_pwa.followup.components.day_goal import day_goal, goal_steps
from herning_pwa.followup.components.day_next import day_next
from herning_pwa.followup.components.ruler import fresh_ruler, ruler_section
from herning_pwa.followup.queries.stops import END, LADDER, NEXT, RULER, Stop
from herning_pwa.followup.state.day import MeetingDayPage
from herning_pwa.i18n import _
from herning_pwa.meetings.components.written import fresh_times
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import details_card
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.problems import error_summary


def day_page() -> rx.Component:
    day = MeetingDayPage.day
    return signed_in_page(
        MeetingDayPage,
        success_notice(MeetingDayPage.notice),
        error_summary(MeetingDayPage.problems),
        conflict_notice(MeetingDayPage.conflict),
        _said(),
        rx.el.div(
            rx.cond(
                day.not_for_line != "",
                rx.el.p(icon("lock"), rx.el.span(day.not_for_line), class_name="with-icon"),
            ),
            rx.cond(MeetingDayPage.loaded, _here(), skeleton("card", 2)),
            rx.cond(day.not_now_line == "", _way(), _not_now()),
            class_name="at-the-table",
            key=day.here.key,
        ),
        title=_("Hold the meeting"),
        heading=day.here.label,
        above=f"{day.place_line}",
        active=routes.MEETINGS,
        back=f"{day.meeting_href}",
    )


def _said() -> rx.Component:
    """The heading has focus before the next stop has come: this says it when it is there."""
    day = MeetingDayPage.day
    return rx.el.p(day.place_line, ": ", day.here.label, role="status", class_name="hidden")


def _here() -> rx.Component:
    day = MeetingDayPage.day
    return rx.cond(
        day.covered_line != "",
        _covered(),
        rx.match(
            day.here.kind,
            ("goal", day_goal()),
            ("point", _point()),
            (RULER, _ruler()),
            (LADDER, day_ladder()),
            (NEXT, day_next()),
            (END, day_end()),
            rx.fragment(),
        ),
    )


def _ruler() -> rx.Component:
    day = MeetingDayPage.day
    return ruler_section(
        day.ruler,
        then=MeetingDayPage.load,
        meeting_id=day.meeting_id,
        heading=_("How is it going?"),
    )


def _not_now() -> rx.Component:
    day = MeetingDayPage.day
    return rx.el.div(
        rx.el.p(day.not_now_line),
        link_button(_("Go to the meeting"), day.meeting_href),
        class_name="card",
    )


def _covered() -> rx.Component:
    day = MeetingDayPage.day
    return rx.el.div(
        rx.el.p(icon("lock"), rx.el.span(day.covered_line), class_name="with-icon"),
        link_button(_("Show it"), day.uncover_href, kind="secondary"),
        class_name="card",
    )


def _point() -> rx.Component:
    item = MeetingDayPage.day.item
    return rx.fragment(
        rx.el.p(_("From {name}").format(name=item.by), class_name="soft"),
        rx.cond(
            item.goal_title != "",
            rx.el.p(_("Goal:"), " ", link(item.goal_title, to=item.goal_href)),
        ),
        rx.el.p(_("Talk about it. What you agree on can become a step on a goal.")),
        goal_steps(),
    )


def _way() -> rx.Component:
    """Back, onwards, and the whole way folded away."""
    day = MeetingDayPage.day
    return rx.el.nav(
        rx.cond(
            day.next_href != "",
            link_button(
                rx.fragment(_("Next:"), " ", day.next_label), day.next_href, kind="secondary"
            ),
        ),
        rx.cond(
            day.before_href != "",
            link_button(_("The one before"), day.before_href, kind="quiet"),
        ),
        rx.cond(
            day.stops.length() > 0,
            details_card(
                _("The whole way"),
                rx.el.ol(rx.foreach(day.stops, _stop), class_name="stops"),
            ),
        ),
        class_name="way",
        aria_label=_("The way through the meeting"),
    )


def _stop(stop: rx.Var[Stop]) -> rx.Component:
    return rx.el.li(
        rx.cond(
            stop.is_here,
            rx.el.b(stop.label, aria_current="step"),
            link(stop.label, to=stop.href),
        ),
        rx.cond(stop.is_done, rx.el.span(icon("check"), _("written down"), class_name="soft")),
    )


PAGE = Page(
    route=routes.MEETING_DAY,
    title=_("Hold the meeting"),
    content=day_page,
    on_load=[MeetingDayPage.load, fresh_ruler, fresh_times],
)
