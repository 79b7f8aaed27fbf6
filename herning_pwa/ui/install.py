"""The invitation to put the app on the phone, at a sensible moment and only once."""

import reflex as rx

from herning_pwa.i18n import _


class InstallInvitation(rx.Component):
    """Nothing until the moment has come; then a button, or the steps of this very phone."""

    library = "$/public/components/install.jsx"
    tag = "InstallInvitation"

    heading: rx.Var[str]
    text: rx.Var[str]
    steps: rx.Var[dict[str, list[str]]]
    act: rx.Var[str]
    no: rx.Var[str]


def install_invitation() -> rx.Component:
    return InstallInvitation.create(
        heading=_("Put the app on your phone"),
        text=_("Then you open it with one tap, also without a connection."),
        steps={
            "apple": [
                _("Tap the share button: a square with an arrow up."),
                _("Choose “Add to Home Screen”."),
                _("Tap “Add”."),
            ],
            "android": [
                _("Open the browser's menu: three dots."),
                _("Choose “Install app” or “Add to home screen”."),
            ],
        },
        act=_("Put it on the phone"),
        no=_("No, thanks"),
    )
