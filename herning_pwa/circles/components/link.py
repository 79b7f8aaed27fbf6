"""The code of an invitation, to hold out or to print."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.state import LinkPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button
from herning_pwa.ui.printing import print_button

VIEW = LinkPage.invitation


def the_code() -> rx.Component:
    """The picture, what it is, until when; on paper also how to use it."""
    return rx.el.section(
        rx.el.img(src=VIEW.code, alt=VIEW.code_label, class_name="code"),
        rx.el.p(VIEW.until),
        rx.el.p(_("Let the phone's camera see the code and press the link. Or write the address:")),
        rx.el.p(VIEW.address, class_name="small address"),
        class_name="card handout",
    )


def acts_with_the_code() -> rx.Component:
    return acts(
        print_button(),
        button(
            _("Make a new code"),
            kind="quiet",
            on_click=LinkPage.show(VIEW.invitation_id),
        ),
    )


def showing() -> rx.Component:
    """Before the code is there: what happens when it is asked for."""
    return rx.fragment(
        rx.cond(VIEW.told != "", rx.el.p(VIEW.told, role="status")),
        rx.el.p(
            _("The code is for one person. When you show it, earlier links and codes stop working.")
        ),
        acts(
            rx.cond(VIEW.told != "", _show_the_code("secondary"), _show_the_code("primary")),
            button(
                _("Take the invitation back"),
                kind="quiet",
                on_click=LinkPage.revoke(VIEW.invitation_id),
            ),
        ),
    )


def _show_the_code(kind: str) -> rx.Component:
    """Not the main act once the guest has asked for a mail: a new code would undo its link."""
    return button(_("Show the code"), kind=kind, on_click=LinkPage.show(VIEW.invitation_id))
