"""When there is nothing to answer: why not, and the one thing to do."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.queries import Way
from herning_pwa.circles.state import InvitationPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import link_button, submit
from herning_pwa.ui.outbox import sign_out_form


def the_problem() -> rx.Component:
    view = InvitationPage.invitation
    return rx.el.div(
        rx.el.p(view.problem, class_name="lead"),
        rx.match(
            view.way,
            (Way.SIGN_IN, link_button(_("Sign in"), routes.SIGN_IN)),
            (Way.GO_HOME, link_button(_("Open the circle"), routes.CIRCLE)),
            (Way.SIGN_OUT, sign_out_form(submit(_("Sign out")))),
            rx.fragment(),
        ),
        class_name="invitation",
    )


def the_no() -> rx.Component:
    return rx.el.p(
        _("Thank you for your answer. You have not become part of the circle. You can close this."),
        class_name="lead",
    )


def the_mail() -> rx.Component:
    return rx.el.p(
        _("We have sent you a mail. Press the link in it to go on. You can close this."),
        class_name="lead",
    )
