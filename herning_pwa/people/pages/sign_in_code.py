"""/log-ind/kode: the second step. Native forms, as on /log-ind."""

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.people.state.code import SignInCodePage
from herning_pwa.ui.buttons import link_button, submit
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.forms import field, native_form
from herning_pwa.ui.links import link
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.shell import plain_page


def sign_in_code_page() -> rx.Component:
    step = SignInCodePage.step
    return plain_page(
        notice_by_query(
            {
                "kode": _("The code does not fit. Look at the newest one and try again."),
                "sendt": _("We cannot send more codes now. Use the newest one, or start again."),
                "vent": _("There have been many tries. Wait five minutes and try again."),
            }
        ),
        rx.cond(
            SignInCodePage.loaded,
            rx.cond(step.is_open, _the_code(), _over()),
            skeleton("card", 1),
        ),
        title=_("Write the code"),
    )


def _the_code() -> rx.Component:
    step = SignInCodePage.step
    return rx.fragment(
        rx.el.p(step.where, class_name="lead"),
        native_form(
            field(
                _("Code"),
                "kode",
                input_mode="numeric",
                auto_complete="one-time-code",
                required=True,
            ),
            submit(_("Sign in")),
            action=routes.API_SESSION_CODE,
        ),
        rx.cond(
            step.is_mailed,
            rx.el.p(_("No mail yet? Look among your unwanted mail too."), class_name="soft"),
        ),
        native_form(
            rx.cond(
                step.can_mail_again,
                submit(_("Send the code again"), kind="secondary", name="goer", value="igen"),
            ),
            submit(_("Start again"), kind="quiet", name="goer", value="forfra"),
            action=routes.API_SESSION_CODE,
        ),
        rx.el.p(link(_("Can you not sign in?"), to=routes.SIGN_IN_HELP)),
    )


def _over() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("There is no code to write any more. Sign in again to get one.")),
        link_button(_("Sign in"), routes.SIGN_IN),
    )


PAGE = Page(
    route=routes.SIGN_IN_CODE,
    title=_("Write the code"),
    content=sign_in_code_page,
    on_load=SignInCodePage.load,
)
