"""The top of every page: whose circle this is, help, and the reader's own menu."""

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.ui.frame import CircleChoice, Frame
from herning_pwa.ui.hiding import hide_button
from herning_pwa.ui.icons import icon
from herning_pwa.ui.links import link
from herning_pwa.ui.outbox import sign_out_form


class Menu(rx.Component):
    """A native disclosure that closes on Escape and on a tap elsewhere."""

    library = "$/public/components/shell.jsx"
    tag = "Menu"


def top_bar(frame: rx.Var[Frame], on_choose_circle: Any, status: rx.Component) -> rx.Component:
    """Always the same height, with or without data."""
    return rx.el.header(
        rx.el.div(
            rx.cond(
                frame.is_professional,
                link(icon("desk"), _("Desk"), to=routes.DESK, class_name="to-desk"),
            ),
            _circle_name(frame, on_choose_circle),
            class_name="topbar-start",
        ),
        hide_button(),
        status,
        link(icon("help"), _("Help"), to=routes.ABOUT, class_name="help"),
        _account(frame),
        class_name="topbar",
    )


def _circle_name(frame: rx.Var[Frame], on_choose_circle: Any) -> rx.Component:
    name = rx.cond(
        frame.circle != "",
        rx.el.span(frame.circle, class_name="circle-name"),
        rx.cond(frame.first_name == "", rx.el.span(class_name="skeleton", data_kind="name")),
    )
    if on_choose_circle is None:
        return name
    chooser = Menu.create(
        rx.el.summary(
            rx.el.span(_("Change circle: "), class_name="hidden"),
            rx.el.span(frame.circle, class_name="circle-name"),
            icon("down"),
        ),
        rx.el.ul(rx.foreach(frame.circles, lambda circle: _choice(circle, on_choose_circle))),
        class_name="menu",
    )
    return rx.cond(frame.circles.length() > 1, chooser, name)


def _choice(circle: rx.Var[CircleChoice], on_choose_circle: Any) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            circle.name,
            rx.cond(circle.is_current, icon("check")),
            type="button",
            on_click=on_choose_circle(circle.id),
            data_needs="server",
            aria_current=rx.cond(circle.is_current, "true", "false"),
        )
    )


def _account(frame: rx.Var[Frame]) -> rx.Component:
    return Menu.create(
        rx.el.summary(icon("menu"), _("Menu")),
        rx.el.ul(
            rx.cond(
                frame.first_name != "",
                rx.el.li(frame.first_name, class_name="menu-name"),
            ),
            rx.el.li(link(_("What you have written"), to=routes.PRIVACY)),
            rx.el.li(link(_("Settings"), to=routes.SETTINGS)),
            rx.el.li(link(_("About this app"), to=routes.ABOUT)),
            rx.el.li(
                sign_out_form(
                    rx.el.button(_("Sign out"), type="submit"),
                    data_works_offline=True,
                    class_name="",
                )
            ),
        ),
        class_name="menu account",
    )
