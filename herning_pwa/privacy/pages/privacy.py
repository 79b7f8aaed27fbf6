"""/privatliv: what you have written, to read and to take with you."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.privacy.queries import OwnCircle, OwnLine
from herning_pwa.privacy.state import PrivacyPage
from herning_pwa.ui.cards import card, section
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.links import document_link

VIEW = PrivacyPage.view


def privacy_page() -> rx.Component:
    return signed_in_page(
        PrivacyPage,
        rx.cond(PrivacyPage.loaded, _own_words(), skeleton("card", 3)),
        title=_("What you have written"),
        lead=_("Only you can see this page. It holds what you wrote in circles you have left too."),
        active=routes.PRIVACY,
    )


def _own_words() -> rx.Component:
    return rx.fragment(
        rx.el.p(VIEW.how_much),
        rx.el.div(
            _download(_("Download to read or print"), "html", "primary"),
            _download(_("Download as data (JSON)"), "json", "quiet"),
            class_name="acts",
        ),
        rx.el.p(
            _("The file stays on your phone. Whoever has the phone can open it."),
            class_name="soft small",
        ),
        rx.cond(
            VIEW.unsent.length() > 0,
            section(
                _("Typed and not sent"),
                rx.foreach(
                    VIEW.unsent, lambda text: card(rx.el.p(text, class_name="words", dir="auto"))
                ),
            ),
        ),
        rx.foreach(VIEW.circles, _circle),
        rx.cond(
            VIEW.has_more,
            rx.el.p(_("These are the newest. The file has everything."), class_name="soft"),
        ),
    )


def _download(label: str, suffix: str, kind: str) -> rx.Component:
    address = routes.API_OWN_WORDS.format(format=suffix)
    return document_link(label, to=address, class_name=f"button {kind}")


def _circle(circle: rx.Var[OwnCircle]) -> rx.Component:
    return section(circle.name, rx.foreach(circle.lines, _line))


def _line(line: rx.Var[OwnLine]) -> rx.Component:
    return card(
        rx.el.p(
            rx.el.b(line.label),
            " · ",
            line.at,
            rx.cond(line.state != "", rx.fragment(" · ", line.state)),
            class_name="soft small",
        ),
        rx.cond(line.about != "", rx.el.p(line.about, class_name="soft", dir="auto")),
        rx.foreach(
            line.parts,
            lambda part: rx.el.p(
                rx.el.span(part[0], ": ", class_name="soft"),
                rx.el.span(part[1], class_name="words", dir="auto"),
            ),
        ),
        key=line.id,
    )


PAGE = Page(
    route=routes.PRIVACY,
    title=_("What you have written"),
    content=privacy_page,
    on_load=PrivacyPage.load,
)
