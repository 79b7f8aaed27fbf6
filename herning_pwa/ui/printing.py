"""The page on paper."""

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.icons import icon


class PrintButton(rx.Component):
    """Opens the browser's own print dialogue."""

    library = "$/public/components/print.jsx"
    tag = "PrintButton"


def print_button(*, kind: str = "primary") -> rx.Component:
    """The page is printed as it stands, without what is ``screen-only``."""
    return PrintButton.create(icon("print"), _("Print"), class_name=f"button {kind}")
