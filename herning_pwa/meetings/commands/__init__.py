"""What can be done with meetings. Each takes ``(db, actor, *, …)`` and raises DomainErrors."""

from herning_pwa.meetings.commands.agenda import add_point, withdraw_point
from herning_pwa.meetings.commands.answer import answer_meeting
from herning_pwa.meetings.commands.arrange import (
    cancel_meeting,
    change_meeting,
    invite_to_meeting,
)
from herning_pwa.meetings.commands.order import leave_out, move_down, move_up, take_in
from herning_pwa.meetings.commands.plan import plan_meeting

__all__ = [
    "add_point",
    "answer_meeting",
    "cancel_meeting",
    "change_meeting",
    "invite_to_meeting",
    "leave_out",
    "move_down",
    "move_up",
    "plan_meeting",
    "take_in",
    "withdraw_point",
]
