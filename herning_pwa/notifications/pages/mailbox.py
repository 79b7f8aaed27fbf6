"""/postkasse: mail as its reader would see it, the newest first. Only in a demo."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.notifications.queries.mailbox import MailView
from herning_pwa.notifications.state.mailbox import MailboxPage
from herning_pwa.page import Page
from herning_pwa.ui.cards import card
from herning_pwa.ui.feedback import empty_state, not_found_content, skeleton
from herning_pwa.ui.links import document_link
from herning_pwa.ui.shell import plain_page


def mailbox_page() -> rx.Component:
    return plain_page(
        rx.cond(
            MailboxPage.loaded,
            rx.cond(MailboxPage.missing, not_found_content(), _mails()),
            skeleton("card", 2),
        ),
        title=_("Mailbox"),
        lead=_("The demo sends no mail. It is shown here."),
    )


def _mails() -> rx.Component:
    return rx.cond(
        MailboxPage.mails.length() > 0,
        rx.el.ul(rx.foreach(MailboxPage.mails, _mail), class_name="stack"),
        empty_state(
            _("No mail yet"),
            _("Mail from the demo lands here instead of leaving the house."),
        ),
    )


def _mail(mail: rx.Var[MailView]) -> rx.Component:
    """The link is a plain one, so that it opens as it does from a mail program."""
    return rx.el.li(
        card(
            rx.el.h2(mail.subject),
            rx.el.p(_("To"), " ", mail.receiver, " · ", mail.written, class_name="soft small"),
            rx.el.p(mail.before, class_name="mail-text"),
            rx.cond(mail.link != "", document_link(mail.link, to=mail.link, class_name="address")),
            rx.cond(mail.after != "", rx.el.p(mail.after, class_name="mail-text soft")),
            rx.cond(mail.enclosed != "", rx.el.p(mail.enclosed, class_name="soft small")),
        ),
        key=mail.mail_id,
    )


PAGE = Page(
    route=routes.MAILBOX, title=_("Mailbox"), content=mailbox_page, on_load=MailboxPage.load
)
