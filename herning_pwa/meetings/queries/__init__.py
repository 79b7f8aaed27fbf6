"""What meetings look like to one person: worded, dated, permitted."""

from herning_pwa.meetings.queries.cards import (
    MeetingCard,
    MeetingList,
    meeting_list,
    meetings_ahead,
    question_of,
)
from herning_pwa.meetings.queries.page import MeetingView, meeting_page
from herning_pwa.meetings.queries.planning import PlanningView, planning_page
from herning_pwa.meetings.queries.prepared import preparations_received, prepared_meetings
from herning_pwa.meetings.queries.preparing import PreparingView, preparing_page, what_was_saved
from herning_pwa.meetings.queries.sight import sight_of_answer
from herning_pwa.meetings.queries.summary import SummaryView, summary_page
from herning_pwa.meetings.queries.unanswered import summaries_to_answer, summaries_under_way

__all__ = [
    "MeetingCard",
    "MeetingList",
    "MeetingView",
    "PlanningView",
    "PreparingView",
    "SummaryView",
    "meeting_list",
    "meeting_page",
    "meetings_ahead",
    "planning_page",
    "preparations_received",
    "prepared_meetings",
    "preparing_page",
    "question_of",
    "sight_of_answer",
    "summaries_to_answer",
    "summaries_under_way",
    "summary_page",
    "what_was_saved",
]
