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
from herning_pwa.meetings.commands.prepare import (
    keep_preparation_back,
    save_preparation,
    share_preparation,
)
from herning_pwa.meetings.commands.reply import reply_to_summary
from herning_pwa.meetings.commands.sum_up import (
    begin_summary,
    correct_summary,
    save_summary,
    send_summary,
)
from herning_pwa.meetings.commands.times import (
    choose_time,
    mark_times,
    offer_times,
    withdraw_time,
)

__all__ = [
    "add_point",
    "answer_meeting",
    "begin_summary",
    "cancel_meeting",
    "change_meeting",
    "choose_time",
    "correct_summary",
    "invite_to_meeting",
    "keep_preparation_back",
    "leave_out",
    "mark_times",
    "move_down",
    "move_up",
    "offer_times",
    "plan_meeting",
    "reply_to_summary",
    "save_preparation",
    "save_summary",
    "send_summary",
    "share_preparation",
    "take_in",
    "withdraw_point",
    "withdraw_time",
]
