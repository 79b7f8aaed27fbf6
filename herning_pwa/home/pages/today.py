"""/: today."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.commitments.components.home import my_commitments
from herning_pwa.home.components.focus import focus_list
from herning_pwa.home.components.meeting import next_meeting
from herning_pwa.home.components.steps import step_list
from herning_pwa.home.components.waiting import under_way_list, waiting_list
from herning_pwa.home.components.written import written_list
from herning_pwa.home.components.young import how_it_goes, way_to_adviser
from herning_pwa.home.state import TodayPage
from herning_pwa.i18n import _
from herning_pwa.notifications.components.messages import (
    IconNumber,
    ask_about_messages,
    fresh_messages,
)
from herning_pwa.page import Page, signed_in_page
from herning_pwa.progress.components import fresh_forms
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import conflict_notice, empty_state, skeleton, success_notice
from herning_pwa.ui.install import install_invitation
from herning_pwa.ui.links import row_link
from herning_pwa.ui.problems import error_summary

VIEW = TodayPage.view


def today_page() -> rx.Component:
    return signed_in_page(
        TodayPage,
        success_notice(TodayPage.notice),
        error_summary(TodayPage.problems),
        rx.cond(
            TodayPage.loaded,
            rx.cond(VIEW.is_young, _young_today(), _today()),
            skeleton("card", 3),
        ),
        rx.cond(TodayPage.loaded, install_invitation()),
        IconNumber.create(count=VIEW.icon_number),
        title=_("Today"),
        heading=VIEW.greeting,
        active=routes.HOME,
        wide_aside=_aside(),
    )


def _young_today() -> rx.Component:
    """Fewer things, the question first."""
    return rx.el.div(
        _conflict(),
        _sent_back(),
        _news(),
        how_it_goes(VIEW.focus, then=TodayPage.load),
        way_to_adviser(VIEW.alone),
        _question(),
        _waiting(),
        _meeting(),
        rx.cond(VIEW.has_welcome, _welcome()),
        class_name="today",
    )


def _conflict() -> rx.Component:
    return conflict_notice(TodayPage.conflict)


def _sent_back() -> rx.Component:
    """Whoever has lost their place has this line too."""
    return rx.cond(
        VIEW.sent_back != "",
        rx.el.div(row_link(VIEW.sent_back, to=routes.UNSENT), class_name="rows"),
    )


def _news() -> rx.Component:
    """Another social worker: the circle tells the rest."""
    return rx.cond(
        VIEW.news != "",
        rx.el.div(row_link(VIEW.news, to=routes.CIRCLE), class_name="rows"),
    )


def _meeting() -> rx.Component:
    return rx.cond(
        VIEW.has_meeting,
        next_meeting(
            VIEW.meeting,
            sight=VIEW.meeting_sight,
            is_next=VIEW.meeting_is_next,
            prepare=VIEW.prepare,
            hold=VIEW.hold,
            on_come=_come,
        ),
    )


def _waiting() -> rx.Component:
    return rx.cond(
        VIEW.waiting.length() > 0, section(VIEW.waiting_heading, waiting_list(VIEW.waiting))
    )


def _today() -> rx.Component:
    return rx.el.div(
        _conflict(),
        _sent_back(),
        _news(),
        _meeting(),
        _waiting(),
        rx.cond(
            VIEW.focus.length() > 0,
            section(
                _("How is it going?"),
                rx.cond(VIEW.calm != "", rx.el.p(VIEW.calm, class_name="soft")),
                focus_list(VIEW.focus, then=TodayPage.load),
            ),
        ),
        _question(),
        rx.cond(
            VIEW.under_way.length() > 0,
            section(_("Waiting for the others"), under_way_list(VIEW.under_way)),
        ),
        rx.cond(VIEW.has_welcome, _welcome()),
        class_name="today",
    )


def _question() -> rx.Component:
    return ask_about_messages(VIEW.ask_about_messages, then=TodayPage.load)


def _come(meeting_id: rx.Var[str], sequence: rx.Var[int]) -> list[Any]:
    return [TodayPage.come(meeting_id, sequence), fresh_forms]


def _finish(step_id: rx.Var[str]) -> list[Any]:
    return [TodayPage.finish_step(step_id), fresh_forms]


def _welcome() -> rx.Component:
    words = VIEW.welcome
    return empty_state(
        words.heading,
        words.text,
        rx.cond(words.act != "", link_button(words.act, words.href)),
    )


def _aside() -> rx.Component:
    """What I promised, and what others wrote."""
    return rx.fragment(
        my_commitments(VIEW.commitments),
        rx.cond(
            VIEW.steps.length() > 0,
            section(_("You have promised"), step_list(VIEW.steps, on_done=_finish)),
        ),
        rx.cond(
            VIEW.written.length() > 0,
            section(
                rx.cond(
                    VIEW.is_young, _("What the grown-ups wrote last"), _("Last written by others")
                ),
                written_list(VIEW.written),
            ),
        ),
    )


PAGE = Page(
    route=routes.HOME,
    title=_("Today"),
    content=today_page,
    on_load=[fresh_messages, TodayPage.load, fresh_forms],
    keeps=TodayPage.view,
)
