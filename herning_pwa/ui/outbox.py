"""What is being sent, and what is not sent yet: said at the top of every page, and before anybody
signs out."""

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.ui.forms import native_form

UNSENT = "usendt"  # the form field in which the server hears what waits on the phone
WAITS_ONE = _("{n} thing is not sent yet. It is sent as soon as this phone is online.")
WAITS_MANY = _("{n} things are not sent yet. They are sent as soon as this phone is online.")
TOO_LONG = _(
    "Your text is too long to be sent at once. Make it shorter, or divide it in two. "
    "Nothing is lost: it still stands here."
)


class OutboxStatus(rx.Component):
    """Delivers what waits, and says how it goes."""

    library = "$/public/components/outbox/status.jsx"
    tag = "OutboxStatus"

    writer: rx.Var[str]
    is_open_to_all: rx.Var[bool]
    to: rx.Var[str]
    sending_line: rx.Var[str]
    sent_line: rx.Var[str]
    waits: rx.Var[str]


class UnsentCount(rx.Component):
    """What is not sent, in a form that signs out."""

    library = "$/public/components/outbox/status.jsx"
    tag = "UnsentCount"

    name: rx.Var[str]
    one: rx.Var[str]
    many: rx.Var[str]


def sending_status(**whose: Any) -> rx.Component:
    """``writer`` is the id of whoever is signed in, empty until it is known. Without it the page
    is open to all, and what this browser may still deliver goes."""
    return OutboxStatus.create(
        is_open_to_all="writer" not in whose,
        to=routes.UNSENT,
        sending_line=_("Sending …"),
        sent_line=_("Sent {time}"),
        waits=_("Not sent: {n}"),
        **whose,
    )


def sign_out_form(
    button: rx.Component, *above: Any, action: str = routes.API_SESSION_END, **props: Any
) -> rx.Component:
    """The one way to sign out. Over the ``button`` it says how much is not sent, and the server
    hears which things they are."""
    unsent = UnsentCount.create(name=UNSENT, one=WAITS_ONE, many=WAITS_MANY)
    return native_form(*above, unsent, button, action=action, **props)
