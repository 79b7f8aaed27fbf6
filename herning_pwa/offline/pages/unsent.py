"""/usendt: what waits on this phone, and what could not be sent."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.offline.components.unsent import sent_back, unsent_on_phone
from herning_pwa.offline.state import UnsentPage
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import success_notice


def unsent_page() -> rx.Component:
    return signed_in_page(
        UnsentPage,
        success_notice(UnsentPage.notice),
        sent_back(),
        unsent_on_phone(),
        title=_("Not sent"),
        lead=_("What you have written, and we do not have yet."),
        back=routes.HOME,
        active=routes.HOME,
    )


PAGE = Page(route=routes.UNSENT, title=_("Not sent"), content=unsent_page, on_load=UnsentPage.load)
