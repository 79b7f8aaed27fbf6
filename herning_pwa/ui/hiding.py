"""The way out when somebody comes in: one tap, and nothing of the app is on the screen."""

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _


class Hide(rx.Component):
    """A button; Escape three times does the same."""

    library = "$/public/components/reading/hide.jsx"
    tag = "Hide"

    to: rx.Var[str]


def hide_button() -> rx.Component:
    return Hide.create(_("Hide"), to=routes.WEEK, class_name="hide")
