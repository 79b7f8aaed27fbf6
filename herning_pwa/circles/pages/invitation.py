"""/invitation: opened from the mail. Looking uses nothing up; only the posted answer does."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.answer import the_invitation, the_password
from herning_pwa.circles.components.ending import the_mail, the_no, the_problem
from herning_pwa.circles.queries import Way
from herning_pwa.circles.state import TRY_AGAIN, InvitationPage
from herning_pwa.circles.words import link_sentence
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.shell import plain_page


def invitation_page() -> rx.Component:
    view = InvitationPage.invitation
    return plain_page(
        notice_by_query({problem.value: link_sentence(problem) for problem in TRY_AGAIN}),
        rx.cond(
            InvitationPage.loaded,
            rx.match(
                view.way,
                (Way.SAID_NO, the_no()),
                (Way.IN_THE_MAIL, the_mail()),
                rx.cond(view.problem != "", the_problem(), _the_two_screens()),
            ),
            skeleton("card", 2),
        ),
        title=rx.cond(view.sentence != "", _("You are invited"), _("Invitation")),
    )


def _the_two_screens() -> rx.Component:
    """What it is about first, the password only after a yes."""
    return rx.cond(
        InvitationPage.has_said_yes & (InvitationPage.invitation.way != Way.SIGNED_IN),
        the_password(),
        the_invitation(),
    )


PAGE = Page(
    route=routes.INVITATION,
    title=_("Invitation"),
    content=invitation_page,
    on_load=InvitationPage.load,
)
