"""What each meeting page shows now, and what can be done on it."""

from herning_pwa.meetings.state.listing import MeetingsPage
from herning_pwa.meetings.state.meeting import MeetingPage
from herning_pwa.meetings.state.planning import PlanMeetingPage
from herning_pwa.meetings.state.preparing import PreparePage
from herning_pwa.meetings.state.summary import SummaryPage
from herning_pwa.meetings.state.times import FindTime, WrittenTime

__all__ = [
    "FindTime",
    "MeetingPage",
    "MeetingsPage",
    "PlanMeetingPage",
    "PreparePage",
    "SummaryPage",
    "WrittenTime",
]
