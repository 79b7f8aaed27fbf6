"""What meetings look like to one person: worded, dated, permitted."""

from herning_pwa.meetings.queries.cards import (
    MeetingCard,
    MeetingList,
    meeting_list,
    meetings_ahead,
    next_meeting,
    unanswered_meetings,
)
from herning_pwa.meetings.queries.page import MeetingView, meeting_page
from herning_pwa.meetings.queries.planning import PlanningView, planning_page

__all__ = [
    "MeetingCard",
    "MeetingList",
    "MeetingView",
    "PlanningView",
    "meeting_list",
    "meeting_page",
    "meetings_ahead",
    "next_meeting",
    "planning_page",
    "unanswered_meetings",
]
