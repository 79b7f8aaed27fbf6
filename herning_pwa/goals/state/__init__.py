"""The states of the goals' pages: one flat, small State for each page or set of forms."""

from herning_pwa.goals.state.answer import AnswerGoal
from herning_pwa.goals.state.course import SteerGoal
from herning_pwa.goals.state.draft import NewGoal
from herning_pwa.goals.state.goal import GoalPage
from herning_pwa.goals.state.goals import GoalsPage
from herning_pwa.goals.state.sight import GoalSight
from herning_pwa.goals.state.steps import GoalSteps

__all__ = ["AnswerGoal", "GoalPage", "GoalSight", "GoalSteps", "GoalsPage", "NewGoal", "SteerGoal"]
