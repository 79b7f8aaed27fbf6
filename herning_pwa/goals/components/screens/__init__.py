"""The four screens of a new goal."""

from herning_pwa.goals.components.screens.aim import aim
from herning_pwa.goals.components.screens.audience import audience
from herning_pwa.goals.components.screens.plan import plan
from herning_pwa.goals.components.screens.reasons import reasons

__all__ = ["aim", "audience", "plan", "reasons"]
