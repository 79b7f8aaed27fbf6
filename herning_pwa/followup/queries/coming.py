"""The follow-up that is ahead or open, and what it asks of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.followup.models import Round
from herning_pwa.followup.queries.asked import goals_done, goals_left
from herning_pwa.followup.words import cycle as words
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import long_date, today
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import may_plan
from herning_pwa.meetings.policy import visible_to as meetings_visible_to
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class NextView:
    """The follow-up that is ahead or open. An empty ``round_id``: none is set yet.

    ``ask`` is what the reader can do in the open round now; ``act`` the button's word.
    ``meeting_href`` is there for those who are invited; ``can_call`` offers to call one.
    """

    round_id: str = ""
    day: str = ""
    due: str = ""  # YYYY-MM-DD, goes back with each form
    standing: str = ""
    ask: str = ""
    act: str = ""
    is_late: bool = False
    meeting: str = ""
    meeting_href: str = ""
    can_call: bool = False


def coming(db: Session, actor: Person, current: Round | None, goals: Sequence[Goal]) -> NextView:
    """``goals`` are those the reader is asked about while the round is open."""
    if current is None:
        return NextView(standing=words.not_set_yet())
    done = goals_done(db, actor, current) if goals else set()
    left = len(goals_left(goals, done))
    meeting = _meeting(db, actor, current)
    return NextView(
        round_id=str(current.id),
        day=long_date(current.due_on),
        due=current.due_on.isoformat(),
        standing=words.standing(current),
        ask=words.own_part(current, asked=len(goals), left=left),
        act=words.round_act(begun=left < len(goals)) if left else "",
        is_late=current.due_on < today(),
        meeting=words.meeting_line(current),
        meeting_href=routes.meeting(meeting.id) if meeting else "",
        can_call=current.carrier is None and may_plan(actor, current.circle_id),
    )


def _meeting(db: Session, actor: Person, current: Round) -> Meeting | None:
    """The meeting that carries it, for those who see that meeting."""
    if current.carrier is None:
        return None
    return db.scalar(meetings_visible_to(actor).where(Meeting.id == current.meeting_id))
