"""A page of the app: its address, its title, what it shows, what it loads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.people.state import AuthState
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.feedback import not_found_content
from herning_pwa.ui.links import link
from herning_pwa.ui.problems import Attend
from herning_pwa.ui.session import left_over, session_watch
from herning_pwa.ui.shell import page


@dataclass(frozen=True)
class Page:
    """One page. ``content`` is called once, when the app is compiled.

    ``keeps`` is the view that a phone may remember, encrypted, when its owner has asked it to.
    """

    route: str
    title: str
    content: Callable[[], rx.Component]
    on_load: Any = None
    keeps: rx.Var[Any] | None = None


def signed_in_page(
    state: Any,
    *content: Any,
    title: str,
    active: str,
    heading: rx.Var[str] | None = None,
    **shell: Any,
) -> rx.Component:
    """The shell around a page whose State is ``state`` (an ActingState).

    Keeps the session's clock, lets the circle be changed, and says so kindly when
    what the address names cannot be found. ``shell`` is passed on to ``ui.shell.page``.
    """
    if heading is not None:
        lost = rx.cond(
            state.gone != "", _("You are no longer in the circle"), _("We cannot find it")
        )
        heading = rx.cond(state.missing, lost, heading)
    return page(
        rx.cond(state.must_prove, prove_notice()),
        left_over(
            rx.el.p(_("What you have written is still yours to read and to take with you.")),
            link(_("See what you have written"), to=routes.PRIVACY),
            gone=state.gone,
            on_keep=AuthState.keep,
        ),
        rx.cond(
            state.missing,
            rx.cond(
                state.gone != "",
                link_button(_("Go to the front page"), routes.HOME),
                not_found_content(),
            ),
            rx.fragment(*content),
        ),
        frame=state.frame,
        title=title,
        active=active,
        heading=heading,
        on_choose_circle=AuthState.choose_circle,
        extra=session_watch(
            expires_at=AuthState.expires_at,
            kept=AuthState.kept,
            on_stay=AuthState.stay,
            on_keep=AuthState.keep,
        ),
        writer=AuthState.person,
        **shell,
    )


def prove_notice() -> rx.Component:
    """The sensitive act waits; what was typed is kept. It takes focus: the tap may be far below."""
    url = AuthState.router.url
    return Attend.create(
        rx.el.div(
            rx.el.p(_("This is important, so show once more that it is you. Then go on.")),
            link_button(
                _("Show that it is you"),
                routes.PROVE_ON_THE_WAY_TO
                + url.path
                + rx.cond(url.query != "", "?" + url.query, ""),
                data_keep=True,
            ),
            class_name="notice",
            data_kind="wait",
        ),
        on=True,
        role="alert",
    )
