"""Who may see a goal, and who may do what with it. Default is no."""

from herning_pwa.goals.policy.acts import (
    asked_children,
    belongings_for,
    may_answer,
    may_change_audience,
    may_propose,
    may_propose_change,
    may_record_view,
    may_return,
    may_share_with,
    may_steer,
    may_withdraw,
)
from herning_pwa.goals.policy.sight import (
    MAY_CHOOSE,
    audiences_for,
    named_for,
    sees,
    sees_goal,
    visible_to,
)
from herning_pwa.goals.policy.steps import (
    may_add_step,
    may_name_step_owner,
    may_own_step,
    may_take_step,
    may_tick_step,
    may_withdraw_step,
)

__all__ = [
    "MAY_CHOOSE",
    "asked_children",
    "audiences_for",
    "belongings_for",
    "may_add_step",
    "may_answer",
    "may_change_audience",
    "may_name_step_owner",
    "may_own_step",
    "may_propose",
    "may_propose_change",
    "may_record_view",
    "may_return",
    "may_share_with",
    "may_steer",
    "may_take_step",
    "may_tick_step",
    "may_withdraw",
    "may_withdraw_step",
    "named_for",
    "sees",
    "sees_goal",
    "visible_to",
]
