"""The app, put together: pages, gate, HTTP routes, tasks. No logic."""

from __future__ import annotations

import logging
import re

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary
from starlette.applications import Starlette

from herning_pwa import health, live, web
from herning_pwa.about import pages as about
from herning_pwa.build.manifest import MANIFEST
from herning_pwa.circles.http import routes as invitation_routes
from herning_pwa.circles.pages import (
    child,
    circle,
    hand_over,
    invitation,
    invite,
    link,
    person,
    suggest,
    suggestion,
)
from herning_pwa.circles.run import carry_out_forever
from herning_pwa.commitments.pages import commitments
from herning_pwa.config import settings
from herning_pwa.desk.pages import desk
from herning_pwa.followup.pages import day, follow_up, ruler_words, update_round
from herning_pwa.followup.run import keep_follow_ups_forever
from herning_pwa.gate import Gate
from herning_pwa.goals.pages import goal, goals, new_goal
from herning_pwa.home.pages import today
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.meetings.http import routes as meeting_routes
from herning_pwa.meetings.pages import meeting, meeting_list, new_meeting, prepare, summary
from herning_pwa.notifications.http import routes as message_routes
from herning_pwa.notifications.pages import mailbox
from herning_pwa.notifications.run import deliver_forever
from herning_pwa.offline.components.guard import guard
from herning_pwa.offline.http import routes as outbox_routes
from herning_pwa.offline.pages import unsent, week
from herning_pwa.offline.run import forget_answers_forever
from herning_pwa.page import Page
from herning_pwa.people.http import session_routes
from herning_pwa.people.pages import (
    new_access,
    prove,
    sign_in,
    sign_in_code,
    sign_in_help,
)
from herning_pwa.people.pages import (
    settings as own_settings,
)
from herning_pwa.preview.pages import preview
from herning_pwa.privacy.http import routes as own_words_routes
from herning_pwa.privacy.pages import privacy
from herning_pwa.progress.pages import write
from herning_pwa.ui.feedback import broken_page_content, not_found_content
from herning_pwa.ui.shell import plain_page
from herning_pwa.ui.theme import DARK_PAPER, LIGHT_PAPER
from herning_pwa.ui.updates import WATCH_FOR_MISSING_PARTS
from herning_pwa.web.logs import kind_and_place

log = logging.getLogger(__name__)

ERROR_KIND = re.compile(r"[A-Z][A-Za-z]{1,30}Error")


def not_found_page() -> rx.Component:
    return plain_page(not_found_content(), title=_("We cannot find the page"))


NOT_FOUND = Page(route="404", title=_("We cannot find the page"), content=not_found_page)

PAGES = (
    today.PAGE,
    goals.PAGE,
    new_goal.PAGE,
    goal.PAGE,
    meeting_list.PAGE,
    new_meeting.PAGE,
    meeting.PAGE,
    day.PAGE,
    prepare.PAGE,
    summary.PAGE,
    circle.PAGE,
    child.PAGE,
    invite.PAGE,
    suggest.PAGE,
    suggestion.PAGE,
    hand_over.PAGE,
    link.PAGE,
    person.PAGE,
    commitments.PAGE,
    follow_up.PAGE,
    update_round.PAGE,
    preview.PAGE,
    desk.PAGE,
    write.PAGE,
    invitation.PAGE,
    mailbox.PAGE,
    sign_in.PAGE,
    sign_in_help.PAGE,
    new_access.PAGE,
    sign_in_code.PAGE,
    prove.PAGE,
    own_settings.PAGE,
    ruler_words.PAGE,
    privacy.PAGE,
    unsent.PAGE,
    about.PAGE,
    week.PAGE,
    NOT_FOUND,
)


def theme_colour(colour: str, scheme: str) -> rx.Component:
    """The browser's own bars in the page's colour. (``media`` as a prop would become CSS.)"""
    return rx.el.meta(
        name="theme-color",
        content=colour,
        custom_attrs={"media": f"(prefers-color-scheme: {scheme})"},
    )


HEAD = [
    rx.el.meta(name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
    theme_colour(LIGHT_PAPER, "light"),
    theme_colour(DARK_PAPER, "dark"),
    rx.el.meta(name="robots", content="noindex, nofollow"),
    rx.el.script(WATCH_FOR_MISSING_PARTS),
    rx.el.link(rel="manifest", href=f"/{MANIFEST}"),
    rx.el.link(rel="apple-touch-icon", href="/icons/apple-touch-icon.png"),
    rx.el.link(rel="icon", href="/icons/icon.svg", type="image/svg+xml"),
]


def log_failure(exception: Exception) -> None:
    """Log what went wrong and where, on one line; the browser is told nothing."""
    log.error("an event failed: %s", kind_and_place(exception))


def log_page_error(exception: Exception) -> None:
    """A page reports an error. Anybody may, in any words: only its kind is written down."""
    kind = ERROR_KIND.search(str(exception))
    log.warning("a page reported an error: %s", kind[0] if kind else "of no known kind")


def error_boundary(_stateful: bool) -> rx.Component:
    """Stands around every page: what cannot be drawn is replaced by a kind sentence."""
    return ErrorBoundary.create(fallback_render=broken_page_content())


def http_routes() -> Starlette:
    own = [
        *session_routes(),
        *invitation_routes,
        *meeting_routes,
        *message_routes,
        *own_words_routes,
        *outbox_routes,
        *health.routes,
    ]
    return Starlette(routes=own)


app = rx.App(
    html_lang=LANGUAGE,
    head_components=HEAD,
    stylesheets=["/css/app.css"],
    reset_style=False,
    app_wraps={(55, "ErrorBoundary"): error_boundary, (54, "Guard"): lambda _: guard(PAGES)},
    toaster=None,
    backend_exception_handler=log_failure,
    frontend_exception_handler=log_page_error,
    api_transformer=[http_routes(), web.shell],
)
app.add_middleware(Gate())
app.register_lifespan_task(deliver_forever)
app.register_lifespan_task(carry_out_forever)
app.register_lifespan_task(keep_follow_ups_forever)
app.register_lifespan_task(forget_answers_forever)
live.attach(app)
for page in PAGES:
    app.add_page(
        page.content,
        route=page.route,
        title=f"{page.title} · {settings().app_name}",
        on_load=page.on_load,
    )
