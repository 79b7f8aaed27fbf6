"""What can be done in a circle: invite, answer, confirm, leave."""

from herning_pwa.circles.commands.answering import (
    LinkRefused,
    accept_invitation,
    decline_invitation,
)
from herning_pwa.circles.commands.inviting import (
    confirm_invitation,
    invite,
    refuse_invitation,
    resend_invitation,
    revoke_invitation,
)
from herning_pwa.circles.commands.leaving import end_membership, leave_circle

__all__ = [
    "LinkRefused",
    "accept_invitation",
    "confirm_invitation",
    "decline_invitation",
    "end_membership",
    "invite",
    "leave_circle",
    "refuse_invitation",
    "resend_invitation",
    "revoke_invitation",
]
