"""/was: the circle as somebody else sees it. Nothing on it can be pressed but the ways around."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.preview.components.circle import meetings, people
from herning_pwa.preview.components.commitments import commitments
from herning_pwa.preview.components.goals import goal_groups, one_goal
from herning_pwa.preview.components.meeting import one_meeting
from herning_pwa.preview.queries.views import PartLink, Somebody
from herning_pwa.preview.state import PreviewPage
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link, row_link
from herning_pwa.ui.marks import mark


def preview_page() -> rx.Component:
    seen = PreviewPage.preview
    return signed_in_page(
        PreviewPage,
        rx.cond(
            PreviewPage.loaded,
            rx.cond(seen.part == "", _choosing(), _looking()),
            skeleton("row", 4),
        ),
        title=_("See it as somebody else"),
        heading=seen.heading,
        active=routes.CIRCLE,
        back=f"{seen.up}",
    )


def _choosing() -> rx.Component:
    """Whom to look as."""
    return rx.fragment(
        rx.cond(
            PreviewPage.preview.nothing != "",
            rx.el.p(PreviewPage.preview.nothing),
            rx.el.p(_("Choose a person. You then see what that person sees, and change nothing.")),
        ),
        rx.el.ul(rx.foreach(PreviewPage.preview.people, _somebody), class_name="rows"),
    )


def _somebody(somebody: rx.Var[Somebody]) -> rx.Component:
    return rx.el.li(
        row_link(
            rx.el.span(mark(somebody.shape), " ", somebody.entry, class_name="by"),
            to=somebody.href,
        )
    )


def _looking() -> rx.Component:
    """The banner stands above whatever the person sees."""
    seen = PreviewPage.preview
    return rx.fragment(
        _banner(),
        rx.el.nav(
            rx.el.ul(rx.foreach(seen.parts, _part), class_name="parts-of"),
            aria_label=_("What the person sees"),
        ),
        rx.el.p(_("What you may not see yourself is left out."), class_name="soft small"),
        rx.cond(seen.nothing != "", rx.el.p(seen.nothing)),
        rx.match(
            seen.part,
            ("maal", goal_groups(seen.groups)),
            ("moeder", meetings(seen)),
            ("kreds", people(seen)),
            ("loefter", commitments(seen)),
            ("et-moede", rx.cond(seen.meeting.meeting_id != "", one_meeting(seen.meeting))),
            rx.cond(seen.goal.goal_id != "", one_goal(seen.goal)),
        ),
    )


def _banner() -> rx.Component:
    seen = PreviewPage.preview
    return rx.el.section(
        rx.el.p(icon("eye"), rx.el.b(seen.banner)),
        link(_("Back to my own"), to=seen.back),
        class_name="looking",
        aria_label=_("You see it as somebody else"),
    )


def _part(part: rx.Var[PartLink]) -> rx.Component:
    return rx.el.li(
        rx.cond(
            part.is_current,
            link(part.word, to=part.href, aria_current="page"),
            link(part.word, to=part.href),
        )
    )


PAGE = Page(
    route=routes.AS_SOMEBODY,
    title=_("See it as somebody else"),
    content=preview_page,
    on_load=PreviewPage.load,
)
