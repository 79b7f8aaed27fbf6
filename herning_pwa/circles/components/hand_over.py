"""Another professional takes over: what the circle is told, and the forms to agree it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.models.handover import REASON_LIMIT
from herning_pwa.circles.queries.handing import FORM
from herning_pwa.circles.state import HandOverPage
from herning_pwa.circles.state.hand_over import DRAFT
from herning_pwa.circles.words import HandoverWords
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.choices import checkbox_list, radio_cards
from herning_pwa.ui.forms import date_field, field, form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.values import Option


def handover_notice(notice: rx.Var[HandoverWords]) -> rx.Component:
    """Who, from when, until when. Draws nothing when there is nothing to tell."""
    return rx.cond(
        notice.heading != "",
        card(
            *_told(notice),
            rx.cond(notice.href != "", link(_("See or change it"), to=notice.href)),
            data_tone="mine",
        ),
    )


def _told(notice: rx.Var[HandoverWords]) -> tuple[rx.Component, ...]:
    return (
        rx.el.h2(icon("people"), " ", notice.heading),
        rx.el.ul(rx.foreach(notice.lines, rx.el.li), class_name="names"),
        rx.cond(notice.reason != "", rx.el.p(notice.reason, class_name="words", dir="auto")),
    )


def agreed() -> rx.Component:
    """What stands, and what the reader can do about it."""
    view = HandOverPage.view
    return rx.fragment(
        card(*_told(view.notice), data_tone="mine"),
        rx.cond(
            view.can_take_back,
            acts(
                button(_("Change it"), kind="secondary", on_click=HandOverPage.change),
                button(
                    _("Take it back"),
                    kind="quiet",
                    on_click=HandOverPage.take_back(view.handover_id),
                ),
            ),
        ),
        rx.cond(
            view.can_end_early,
            rx.el.div(
                rx.el.p(view.ending_early),
                button(
                    _("End it now"),
                    kind="secondary",
                    on_click=HandOverPage.end_early(view.handover_id),
                ),
                class_name="stack",
            ),
        ),
    )


def plan_form() -> rx.Component:
    """First screen: who, from when, until when, and why."""
    plan, problems = HandOverPage.plan, HandOverPage.problems
    return form(
        error_summary(problems),
        _hidden("circle_id", "handover_id"),
        field(
            _("Who takes over?"),
            "who",
            value=plan["who"],
            hint=_("A professional in the municipality: first name or e-mail."),
            problems=problems,
            auto_complete="off",
        ),
        radio_cards(_("For how long?"), "lasting", _lasting(), problems=problems),
        date_field(_("The first day"), "starts_on", value=plan["starts_on"], problems=problems),
        date_field(
            _("The day you are back"),
            "back_on",
            value=plan["back_on"],
            hint=_("Only when it is for a period."),
            problems=problems,
        ),
        text_area(
            _("Why? Write it as you would say it to the family"),
            "reason",
            limit=REASON_LIMIT,
            rows=2,
            value=plan["reason"],
            hint=_("For example: I am on holiday."),
            problems=problems,
        ),
        _told_by_phone(),
        submit(_("See what the family will read")),
        on_submit=HandOverPage.look,
        draft=DRAFT,
    )


def _lasting() -> list[Option]:
    chosen = HandOverPage.plan["lasting"]
    return [
        Option("period", _("For a period"), _("You stay in the circle."), chosen == "period"),
        Option(
            "for_good", _("For good"), _("Your place in the circle ends."), chosen == "for_good"
        ),
    ]


def _told_by_phone() -> rx.Component:
    has_told = HandOverPage.plan["told"] != ""
    return checkbox_list(
        _("Has the family been told?"),
        "told",
        [Option("ja", _("Yes, I have called and told them"), "", has_told)],
        hint=_("You must call first when it begins today."),
        problems=HandOverPage.problems,
    )


def plan_preview() -> rx.Component:
    """Second screen: the words the circle will read, who reads what, and then it is agreed."""
    preview = HandOverPage.preview
    return form(
        error_summary(HandOverPage.problems),
        card(*_told(preview.notice), data_tone="mine"),
        rx.el.p(HandOverPage.plan["reason"], class_name="words", dir="auto"),
        rx.el.p(icon("eye"), " ", preview.reason_read_by),
        rx.el.p(preview.told),
        _hidden("circle_id", *FORM),
        acts(
            submit(_("Agree it and tell the circle")),
            button(_("Change something"), kind="secondary", on_click=HandOverPage.change),
        ),
        on_submit=HandOverPage.agree,
    )


def _hidden(*names: str) -> rx.Component:
    return rx.fragment(
        *(rx.el.input(type="hidden", name=name, value=HandOverPage.plan[name]) for name in names)
    )


def earlier_handovers() -> rx.Component:
    """The circle's history of responsible professionals."""
    return rx.cond(
        HandOverPage.view.earlier.length() > 0,
        details_card(_("Earlier"), rx.el.ul(rx.foreach(HandOverPage.view.earlier, rx.el.li))),
    )
