"""Why does it matter, and how do we see it? The second screen."""

from __future__ import annotations

import reflex as rx

from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.state import NewGoal
from herning_pwa.goals.state.draft import FORM
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.problems import error_summary


def reasons() -> rx.Component:
    """Why does it matter, and how do we see it?"""
    written = NewGoal.draft.words
    return form(
        error_summary(NewGoal.problems),
        rx.el.p(written.title, class_name="words"),
        text_area(
            _("Why does it matter?"),
            "why",
            limit=TEXT_LIMIT,
            rows=3,
            value=written.why,
            problems=NewGoal.problems,
        ),
        text_area(
            _("Which signs do we look for?"),
            "signs",
            limit=TEXT_LIMIT,
            rows=3,
            value=written.signs,
            hint=_("What will we see or hear when it is going the right way?"),
            optional=True,
            problems=NewGoal.problems,
        ),
        text_area(
            _("What is everyday life like for other children?"),
            "everyday",
            limit=TEXT_LIMIT,
            rows=2,
            value=written.everyday,
            optional=True,
            problems=NewGoal.problems,
        ),
        submit(_("Go on")),
        on_submit=NewGoal.save_reasons,
        draft=f"{FORM}:2",
    )
