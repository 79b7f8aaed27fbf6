"""What a person may see of goals, already worded."""

from herning_pwa.goals.queries.find import find_goal
from herning_pwa.goals.queries.home import FocusGoal, MyStep, focus_goals, my_steps
from herning_pwa.goals.queries.waiting import WaitingProposal, waiting_proposals

__all__ = [
    "FocusGoal",
    "MyStep",
    "WaitingProposal",
    "find_goal",
    "focus_goals",
    "my_steps",
    "waiting_proposals",
]
