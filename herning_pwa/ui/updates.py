"""New versions of the app, and parts of it that did not come."""

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.ui.links import document_link

MISSING_PART = "missing-part"
# Works before any module does: a module that cannot be fetched is what it is about.
WATCH_FOR_MISSING_PARTS = (
    f'{{const say=()=>document.getElementById("{MISSING_PART}")?.showModal();'
    'addEventListener("part-missing",say);'
    'addEventListener("error",e=>{if(e.target.type==="module")say()},true)}'
)


class UpdateBar(rx.Component):
    """Says that there is a new version, and lets the reader choose the moment."""

    library = "$/public/components/updates.jsx"
    tag = "UpdateBar"

    text: rx.Var[str]
    act: rx.Var[str]


def update_bar() -> rx.Component:
    return UpdateBar.create(text=_("There is a new version."), act=_("Update"))


def missing_part() -> rx.Component:
    """Stands in every page, closed, until a part of the app could not be fetched."""
    return rx.el.dialog(
        rx.el.h2(_("This part is not on the phone yet")),
        rx.el.p(_("What you have saved is safe. Try again when you are online.")),
        document_link(_("Try again"), to="", class_name="button primary"),
        custom_attrs={"id": MISSING_PART},
        aria_label=_("This part is not on the phone yet"),
        class_name="sheet",
    )
