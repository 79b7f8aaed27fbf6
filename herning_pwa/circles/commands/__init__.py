"""What can be done in a circle: invite, answer, confirm, leave."""

from herning_pwa.circles.commands.answering import (
    LinkRefused,
    accept_invitation,
    decline_invitation,
    give_address,
)
from herning_pwa.circles.commands.handover import end_early, hand_over, take_back
from herning_pwa.circles.commands.inviting import (
    confirm_invitation,
    invite,
    refuse_invitation,
    resend_invitation,
    revoke_invitation,
)
from herning_pwa.circles.commands.last_day import agree_last_day, remove_last_day
from herning_pwa.circles.commands.leaving import end_membership, leave_circle
from herning_pwa.circles.commands.links import show_link
from herning_pwa.circles.commands.suggesting import (
    decline_suggestion,
    suggest,
    withdraw_suggestion,
)

__all__ = [
    "LinkRefused",
    "accept_invitation",
    "agree_last_day",
    "confirm_invitation",
    "decline_invitation",
    "decline_suggestion",
    "end_early",
    "end_membership",
    "give_address",
    "hand_over",
    "invite",
    "leave_circle",
    "refuse_invitation",
    "remove_last_day",
    "resend_invitation",
    "revoke_invitation",
    "show_link",
    "suggest",
    "take_back",
    "withdraw_suggestion",
]
