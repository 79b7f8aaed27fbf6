"""/om: what the app is, what it is not, and whom to call."""

import reflex as rx

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.ui.links import link, phone_link
from herning_pwa.ui.shell import plain_page

EMERGENCY = "112"


def about_page() -> rx.Component:
    return plain_page(
        rx.el.section(
            rx.el.h2(_("What you can do here")),
            rx.el.ul(
                rx.el.li(_("You set goals together: family, network and professionals.")),
                rx.el.li(_("You see your meetings and say whether you are coming.")),
                rx.el.li(_("You write how it goes, in your own words.")),
            ),
        ),
        rx.el.section(
            rx.el.h2(_("What you cannot do here")),
            rx.el.p(
                _(
                    "This is not where the municipality makes decisions. "
                    "It is not for urgent help, and it is not for reporting a concern."
                )
            ),
        ),
        rx.el.section(
            rx.el.h2(_("Do you need help now?")),
            rx.el.p(
                phone_link(
                    _("Call {number} if somebody is in danger").format(number=EMERGENCY),
                    number=EMERGENCY,
                )
            ),
            rx.el.p(
                phone_link(
                    _("Call {municipality} on {number}").format(
                        municipality=settings().municipality, number=settings().municipality_phone
                    ),
                    number=settings().municipality_phone,
                )
            ),
        ),
        rx.el.p(link(_("Go to the front page"), to=routes.HOME)),
        title=_("Help"),
        lead=_("An app for the people around a child."),
    )


PAGE = Page(route=routes.ABOUT, title=_("Help"), content=about_page)
