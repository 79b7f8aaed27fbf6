"""What the forms for moving a meeting and inviting more start from, for those who may."""

from __future__ import annotations

from dataclasses import dataclass, field

from herning_pwa.circles.queries.protection import warnings_about
from herning_pwa.i18n import local
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import there
from herning_pwa.meetings.queries.people import people_to_invite
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class ArrangeView:
    """Empty for everybody else."""

    can_arrange: bool = False
    to_invite: list[Option] = field(default_factory=list)
    place_value: str = ""
    place_warnings: list[str] = field(default_factory=list)
    day_value: str = ""
    start_value: str = ""
    end_value: str = ""
    needs_reason: bool = False


def arrange_view(actor: Person, meeting: Meeting, *, sees_place: bool) -> ArrangeView:
    """Of a meeting that has been loaded with its people."""
    if not policy.may_arrange(actor, meeting):
        return ArrangeView()
    starts, ends = local(meeting.starts_at), local(meeting.ends_at)
    return ArrangeView(
        can_arrange=True,
        to_invite=people_to_invite(
            actor, meeting.circle, but={a.person_id for a in meeting.attendances}
        ),
        place_value=meeting.place if sees_place else "",
        place_warnings=warnings_about(actor, there(meeting)),
        day_value=starts.date().isoformat(),
        start_value=starts.strftime("%H:%M"),
        end_value=ends.strftime("%H:%M"),
        needs_reason=meeting.needs_reason_to_move,
    )
