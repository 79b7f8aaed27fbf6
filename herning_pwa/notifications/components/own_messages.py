"""The settings page's part about how one hears of news."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.notifications.components.messages import turn_on_here
from herning_pwa.notifications.queries.own_messages import MessageBrowser, OwnMessagesView
from herning_pwa.notifications.state.messages import OwnMessages
from herning_pwa.people.models import NewsBy
from herning_pwa.ui.buttons import button
from herning_pwa.ui.cards import card, section, status
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.problems import error_summary


def own_messages(view: rx.Var[OwnMessagesView], *, then: Any) -> rx.Component:
    """``then`` loads the page again."""
    has_browsers = view.browsers.length() > 0
    return section(
        _("When there is news"),
        success_notice(OwnMessages.notice),
        error_summary(OwnMessages.problems),
        card(
            rx.el.p(
                _("You hear from us once a day at most, and not at night."),
                " ",
                _("If a meeting changes at short notice, we tell you at once."),
                " ",
                _("So we do when another social worker takes over."),
            ),
            rx.el.ul(
                rx.cond(
                    has_browsers,
                    _way(view, NewsBy.PUSH, _("On my phone"), _("A short message."), then),
                ),
                _way(view, NewsBy.MAIL, _("By mail"), _("A short mail."), then),
                _way(
                    view,
                    NewsBy.NOTHING,
                    _("Not at all"),
                    _("Mail about your sign-in always comes."),
                    then,
                ),
                class_name="rows",
            ),
        ),
        card(
            rx.el.h3(_("Messages on your phone")),
            rx.cond(
                has_browsers,
                rx.el.ul(
                    rx.foreach(view.browsers, lambda each: _browser(each, then)), class_name="rows"
                ),
                rx.el.p(_("A message never says what it is about.")),
            ),
            rx.cond(~view.is_here, turn_on_here(view.key, then=then)),
        ),
    )


def _way(
    view: rx.Var[OwnMessagesView], by: NewsBy, name: str, story: str, then: Any
) -> rx.Component:
    choose = button(
        _("Choose"),
        kind="quiet",
        aria_label=_("Choose: {way}").format(way=name),
        on_click=[OwnMessages.choose(by.value), then],
    )
    return _row(name, story, rx.cond(view.by == by.value, status(_("Chosen"), "mine"), choose))


def _browser(each: rx.Var[MessageBrowser], then: Any) -> rx.Component:
    return _row(
        each.name,
        each.story,
        rx.fragment(
            rx.cond(each.is_here, status(_("Here"), "mine")),
            button(_("Remove"), kind="quiet", on_click=[OwnMessages.remove(each.id), then]),
        ),
    )


def _row(name: Any, story: Any, end: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.b(name), rx.el.p(story, class_name="soft small"), class_name="row-body"),
        rx.el.div(end, class_name="row-end"),
        class_name="row",
    )
