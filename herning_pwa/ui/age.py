"""How old a page is that the phone has remembered; nothing while there is a connection."""

import reflex as rx

from herning_pwa.i18n import _


class Age(rx.Component):
    """A line under the bar that says there is no connection."""

    library = "$/public/components/reading/age.jsx"
    tag = "Age"

    today: rx.Var[str]
    yesterday: rx.Var[str]
    earlier: rx.Var[str]


def age_line() -> rx.Component:
    return Age.create(
        today=_("Last updated today at {time}"),
        yesterday=_("Last updated yesterday at {time}"),
        earlier=_("Last updated on {day} at {time}"),
        class_name="age",
    )
