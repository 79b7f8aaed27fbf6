"""/invitation: opened from the mail. Looking uses nothing up; only the posted answer does."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.answer import the_invitation, the_no, the_problem
from herning_pwa.circles.models import LinkProblem
from herning_pwa.circles.queries import Way
from herning_pwa.circles.state import InvitationPage
from herning_pwa.circles.words import link_sentence
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.shell import plain_page

TRY_AGAIN = (
    LinkProblem.NAME,
    LinkProblem.TOO_EASY,
    LinkProblem.NOT_THE_SAME,
    LinkProblem.TOO_MANY,
)


def invitation_page() -> rx.Component:
    view = InvitationPage.invitation
    return plain_page(
        notice_by_query({problem.value: link_sentence(problem) for problem in TRY_AGAIN}),
        rx.cond(
            InvitationPage.loaded,
            rx.cond(
                view.way == Way.SAID_NO,
                the_no(),
                rx.cond(view.problem != "", the_problem(), the_invitation()),
            ),
            skeleton("card", 2),
        ),
        title=_("You are invited"),
    )


PAGE = Page(
    route=routes.INVITATION,
    title=_("Invitation"),
    content=invitation_page,
    on_load=InvitationPage.load,
)
