"""Who sees the follow-up around a child, and who may do what in it. Default is no."""

from herning_pwa.followup.policy.holding import (
    can_be_held_now,
    has_begun,
    held_from,
    hold_on_the_day,
    holds,
    ladder_visible_to,
    may_hold,
    reads_ladder,
    refuse_unless_now,
    there,
    who_does_not_see,
)

__all__ = [
    "can_be_held_now",
    "has_begun",
    "held_from",
    "hold_on_the_day",
    "holds",
    "ladder_visible_to",
    "may_hold",
    "reads_ladder",
    "refuse_unless_now",
    "there",
    "who_does_not_see",
]
