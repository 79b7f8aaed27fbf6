"""Earlier follow-ups, and the reasons for what was changed."""

from __future__ import annotations

import reflex as rx

from herning_pwa.followup.queries.story import StoryLine
from herning_pwa.followup.state import FollowUpPage
from herning_pwa.i18n import _
from herning_pwa.ui.cards import section


def story_section() -> rx.Component:
    story = FollowUpPage.view.story
    return rx.cond(
        story.length() > 0,
        section(_("What has happened"), rx.el.ul(rx.foreach(story, _line), class_name="rows")),
    )


def _line(line: rx.Var[StoryLine]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(line.title),
            rx.cond(line.note != "", rx.el.p(line.note)),
            rx.cond(line.reason != "", rx.el.p(line.reason, class_name="words", dir="auto")),
            rx.cond(line.by != "", rx.el.p(line.by, class_name="soft small")),
            class_name="row-body",
        ),
        class_name="row",
    )
