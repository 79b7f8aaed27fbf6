"""What a person may see of goals, already worded."""

from herning_pwa.goals.queries.find import find_goal

__all__ = ["find_goal"]
