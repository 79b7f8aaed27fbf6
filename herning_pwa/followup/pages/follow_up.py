"""/opfoelgning: where we are, when we meet next, how often, and what has been."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.followup.components.coming import next_card, tally_card
from herning_pwa.followup.components.phases import fresh_phase, phase_section
from herning_pwa.followup.components.ruler import fresh_ruler, ruler_section
from herning_pwa.followup.components.steering import steering_section
from herning_pwa.followup.components.story import story_section
from herning_pwa.followup.state import FollowUpPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import conflict_notice, info_notice, skeleton, success_notice
from herning_pwa.ui.problems import error_summary


def follow_up_page() -> rx.Component:
    return signed_in_page(
        FollowUpPage,
        success_notice(FollowUpPage.notice),
        error_summary(FollowUpPage.problems),
        conflict_notice(FollowUpPage.conflict),
        rx.cond(FollowUpPage.loaded, _follow_up(), skeleton("card", 3)),
        title=_("Follow-up"),
        active=routes.MEETINGS,
        back=routes.MEETINGS,
    )


def _follow_up() -> rx.Component:
    return rx.el.div(
        next_card(),
        tally_card(),
        phase_section(FollowUpPage.view.phase, then=FollowUpPage.load),
        ruler_section(FollowUpPage.view.ruler, then=FollowUpPage.load),
        _rhythm(),
        steering_section(),
        story_section(),
        class_name="follow-up-page",
    )


def _rhythm() -> rx.Component:
    view = FollowUpPage.view
    return section(
        _("How often we follow up"),
        rx.el.p(rx.el.b(view.rhythm), ". ", view.since),
        rx.cond(
            view.deadline != "",
            rx.cond(
                view.deadline_is_near,
                info_notice(rx.el.p(view.deadline)),
                rx.el.p(view.deadline, class_name="soft"),
            ),
        ),
    )


PAGE = Page(
    route=routes.FOLLOW_UP,
    title=_("Follow-up"),
    content=follow_up_page,
    on_load=[fresh_phase, fresh_ruler, FollowUpPage.load],
    keeps=FollowUpPage.view,
)
