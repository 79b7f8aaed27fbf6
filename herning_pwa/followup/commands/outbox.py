"""What of the follow-up may be written without a connection."""

from __future__ import annotations

from herning_pwa.followup.commands.answering import answer_goal
from herning_pwa.goals.commands.outbox import goal_title
from herning_pwa.i18n import _
from herning_pwa.offline.kind import Kind
from herning_pwa.progress.commands.outbox import words


def _answer() -> str:
    return _("Answer in the follow-up")


KINDS = {
    "round.answered": Kind(
        label=_answer,
        about=goal_title,
        command=answer_goal,
        fields=("round_id", "goal_id", "client_key", "rating", "note", "kept_for"),
        words=words,
        also=("part",),
    ),
}
