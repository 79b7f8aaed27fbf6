"""What can be done in the follow-up. Each takes ``(db, actor, *, …)`` and raises DomainErrors."""

from herning_pwa.followup.commands.answering import answer_goal, pass_over
from herning_pwa.followup.commands.decided_step import agree_step
from herning_pwa.followup.commands.ending import end_meeting
from herning_pwa.followup.commands.holding import hold_follow_up, hold_round
from herning_pwa.followup.commands.ladder import choose_ladder_step
from herning_pwa.followup.commands.next_date import agree_next_date
from herning_pwa.followup.commands.outcome import decide_on_goal
from herning_pwa.followup.commands.parting import part_without_date
from herning_pwa.followup.commands.phases import change_phase
from herning_pwa.followup.commands.ruler import comment_on_ruler, correct_ruler, set_ruler
from herning_pwa.followup.commands.ruler_words import word_ruler
from herning_pwa.followup.commands.steering import change_rhythm, move_round, skip_round

__all__ = [
    "agree_next_date",
    "agree_step",
    "answer_goal",
    "change_phase",
    "change_rhythm",
    "choose_ladder_step",
    "comment_on_ruler",
    "correct_ruler",
    "decide_on_goal",
    "end_meeting",
    "hold_follow_up",
    "hold_round",
    "move_round",
    "part_without_date",
    "pass_over",
    "set_ruler",
    "skip_round",
    "word_ruler",
]
