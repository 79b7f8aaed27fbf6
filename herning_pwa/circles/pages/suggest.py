"""/kreds/foreslaa: a young person says whom they would like to have in the circle."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.models.suggestion import WORDS_LIMIT
from herning_pwa.circles.state.suggest import SUGGESTING, SuggestPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import select
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.forms import field, form, text_area
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.sight import who_can_see


def suggest_page() -> rx.Component:
    return signed_in_page(
        SuggestPage,
        rx.cond(SuggestPage.loaded, _form(), skeleton("card", 2)),
        title=_("Whom would you like to join?"),
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


def _form() -> rx.Component:
    view, problems = SuggestPage.view, SuggestPage.problems
    return form(
        error_summary(problems),
        rx.el.p(
            _(
                "It can be anybody you trust. You do not need a phone number or an e-mail. "
                "The adults answer you here."
            )
        ),
        rx.el.input(type="hidden", name="circle_id", value=view.circle_id),
        field(_("First name"), "name", auto_complete="off", problems=problems),
        select(_("Who is it to you?"), "relation", view.relations, problems=problems),
        text_area(
            _("Why would you like that?"),
            "words",
            limit=WORDS_LIMIT,
            rows=3,
            optional=True,
            problems=problems,
        ),
        who_can_see(view.sight),
        submit(_("Send the suggestion")),
        on_submit=SuggestPage.send,
        draft=SUGGESTING,
    )


PAGE = Page(
    route=routes.SUGGEST,
    title=_("Whom would you like to join?"),
    content=suggest_page,
    on_load=SuggestPage.load,
)
