"""/log-ind/ny-adgang: opened from a mail. Looking uses nothing up; only the posted form does."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.people.commands.new_access import Way
from herning_pwa.people.state.recovery import NewAccessPage
from herning_pwa.ui.buttons import link_button, submit
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.forms import field, native_form
from herning_pwa.ui.links import link, phone_link
from herning_pwa.ui.notices import notice_by_query
from herning_pwa.ui.shell import plain_page


def new_access_page() -> rx.Component:
    way = NewAccessPage.view.way
    return plain_page(
        notice_by_query(
            {
                "adgangskode": _(
                    "Choose another password: 12 to 128 characters and hard to guess. "
                    "Three or four words work well."
                ),
                "vent": _("There have been many tries. Wait five minutes and try again."),
            }
        ),
        rx.cond(
            NewAccessPage.loaded,
            rx.match(way, (Way.CHOOSE, _choose()), (Way.STOP, _stop()), _over()),
            skeleton("card", 1),
        ),
        title=_("New access"),
    )


def _choose() -> rx.Component:
    return native_form(
        rx.el.p(_("Choose a new password. You are then signed out everywhere.")),
        rx.el.input(type="hidden", name="kode", value=NewAccessPage.code),
        field(
            _("Choose a password"),
            "adgangskode",
            kind="password",
            hint=_("At least 12 characters. Three or four words work well."),
            auto_complete="new-password",
            required=True,
        ),
        submit(_("Save the password")),
        action=routes.API_NEW_ACCESS,
    )


def _stop() -> rx.Component:
    return native_form(
        rx.el.p(_("Was it not you who asked for new access? Then stop it. Nothing else changes.")),
        rx.el.input(type="hidden", name="kode", value=NewAccessPage.stop),
        submit(_("Stop it"), name="svar", value="stop"),
        action=routes.API_NEW_ACCESS,
    )


def _over() -> rx.Component:
    """Nothing more to do with the link: why, and where to go."""
    view = NewAccessPage.view
    return rx.el.div(
        rx.el.p(view.sentence, class_name="lead", role="status"),
        rx.cond(view.way == Way.SIGN_IN, link_button(_("Sign in"), routes.SIGN_IN), _help()),
        class_name="stack",
    )


def _help() -> rx.Component:
    return rx.fragment(
        rx.el.p(link(_("Can you not sign in?"), to=routes.SIGN_IN_HELP)),
        rx.el.p(
            phone_link(
                _("Call {municipality} on {number}").format(
                    municipality=settings().municipality, number=settings().municipality_phone
                ),
                number=settings().municipality_phone,
            )
        ),
    )


PAGE = Page(
    route=routes.NEW_ACCESS,
    title=_("New access"),
    content=new_access_page,
    on_load=NewAccessPage.load,
)
