"""A button that reads a text aloud with the phone's own voice."""

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon

Text = str | rx.Var[str]


class ReadAloud(rx.Component):
    """Reads, and stops at the second tap. Draws nothing where the browser has no voice."""

    library = "$/public/components/read_aloud.jsx"
    tag = "ReadAloud"

    text: rx.Var[str]
    read: rx.Var[str]
    stop: rx.Var[str]
    about: rx.Var[str]


def read_aloud(text: Text, *, about: Text = "") -> rx.Component:
    """``about`` tells several on one page apart for those who listen."""
    return ReadAloud.create(
        icon("sound"),
        text=text,
        read=_("Read aloud"),
        stop=_("Stop reading"),
        about=about,
        class_name="button quiet read-aloud",
    )
