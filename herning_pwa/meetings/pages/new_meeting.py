"""/moeder/nyt: calling a meeting."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.components.written import place_and_link, time_fields
from herning_pwa.meetings.models import Kind
from herning_pwa.meetings.state import PlanMeetingPage, WrittenTime
from herning_pwa.meetings.state.planning import DRAFT
from herning_pwa.meetings.state.times import PLAN
from herning_pwa.meetings.words import kind_hint, kind_word
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import Option, checkbox_list, radio_cards
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary

AGENDA_LIMIT = 2000


def new_meeting_page() -> rx.Component:
    return signed_in_page(
        PlanMeetingPage,
        rx.cond(PlanMeetingPage.loaded, _form(), skeleton("card", 3)),
        title=_("Call a meeting"),
        active=routes.MEETINGS,
        back=routes.MEETINGS,
    )


def _form() -> rx.Component:
    view, problems = PlanMeetingPage.planning, PlanMeetingPage.problems
    return form(
        error_summary(problems),
        rx.el.input(type="hidden", name="form_key", value=PlanMeetingPage.form_key),
        radio_cards(_("What kind of meeting is it?"), "kind", KINDS, problems=problems),
        time_fields(problems, form=PLAN, where=view.circle_id, earliest=view.earliest_day),
        *place_and_link(problems, warnings=view.warnings),
        checkbox_list(_("Who should come?"), "people", view.people, problems=problems),
        rx.el.section(
            rx.el.h2(icon("eye"), _("Who can see this?")),
            rx.el.p(view.also_sees),
            rx.el.p(_("One parent does not see what the other parent answers.")),
            class_name="card audience",
        ),
        text_area(
            _("What do you want to talk about?"),
            "points",
            limit=AGENDA_LIMIT,
            hint=_("One thing on each line. The others can add more."),
            optional=True,
            problems=problems,
        ),
        submit(_("Send the call")),
        on_submit=PlanMeetingPage.plan,
        draft=DRAFT,
    )


KINDS = [Option(kind.value, kind_word(kind), kind_hint(kind)) for kind in Kind]

PAGE = Page(
    route=routes.NEW_MEETING,
    title=_("Call a meeting"),
    content=new_meeting_page,
    on_load=[PlanMeetingPage.load, WrittenTime.begin],
)
