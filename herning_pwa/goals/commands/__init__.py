"""What people do with goals."""

from herning_pwa.goals.commands.anew import undo_outcome
from herning_pwa.goals.commands.answer import (
    agree_to_goal,
    decline_goal,
    record_child_view,
    return_goal,
)
from herning_pwa.goals.commands.course import (
    begin_goal,
    end_goal,
    finish_goal,
    pause_goal,
    resume_goal,
    set_achievement,
)
from herning_pwa.goals.commands.draft import (
    discard_draft,
    save_aim,
    save_plan,
    save_reasons,
    start_from_idea,
)
from herning_pwa.goals.commands.focus import put_in_focus, take_out_of_focus
from herning_pwa.goals.commands.propose import propose_change, propose_goal, withdraw_proposal
from herning_pwa.goals.commands.sight import (
    change_audience,
    end_share,
    share_goal,
    share_with_parent,
)
from herning_pwa.goals.commands.steps import (
    add_step,
    mark_step_done,
    mark_step_undone,
    take_step,
    withdraw_step,
)

__all__ = [
    "add_step",
    "agree_to_goal",
    "begin_goal",
    "change_audience",
    "decline_goal",
    "discard_draft",
    "end_goal",
    "end_share",
    "finish_goal",
    "mark_step_done",
    "mark_step_undone",
    "pause_goal",
    "propose_change",
    "propose_goal",
    "put_in_focus",
    "record_child_view",
    "resume_goal",
    "return_goal",
    "save_aim",
    "save_plan",
    "save_reasons",
    "set_achievement",
    "share_goal",
    "share_with_parent",
    "start_from_idea",
    "take_out_of_focus",
    "take_step",
    "undo_outcome",
    "withdraw_proposal",
    "withdraw_step",
]
