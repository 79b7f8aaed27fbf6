"""Who sees the follow-up around a child, and who may do what in it. Default is no."""

from herning_pwa.followup.policy.holding import (
    ladder_visible_to,
    reads_ladder,
    there,
    who_does_not_see,
)

__all__ = [
    "ladder_visible_to",
    "reads_ladder",
    "there",
    "who_does_not_see",
]
