"""/uge: where "Skjul" leads. It says which week it is, and nothing about anybody (decision 28)."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.offline.components.guard import ENDINGS
from herning_pwa.page import Page
from herning_pwa.ui.links import document_link


class Week(rx.Component):
    """The number of the week, by the phone's own clock."""

    library = "$/public/components/reading/week.jsx"
    tag = "Week"

    word: rx.Var[str]
    endings: rx.Var[list[str]]


def week_page() -> rx.Component:
    return rx.el.main(
        Week.create(word=_("Week"), endings=ENDINGS),
        document_link(_("Back"), to=routes.HOME, class_name="soft"),
        class_name="alone",
    )


PAGE = Page(route=routes.WEEK, title=_("Week"), content=week_page)
