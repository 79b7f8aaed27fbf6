"""A meeting, who was asked to it, what they answered, what has happened to it since, and what it
has decided."""

from herning_pwa.meetings.models.agenda import POINT_LIMIT, POINTS_LIMIT, AgendaPoint
from herning_pwa.meetings.models.attendance import (
    WORDS_LIMIT,
    Answer,
    Attendance,
    AttendanceAnswer,
)
from herning_pwa.meetings.models.change import REASON_LIMIT, Change, MeetingChange
from herning_pwa.meetings.models.held import HeldMeeting
from herning_pwa.meetings.models.meeting import (
    LINK_LIMIT,
    PLACE_LIMIT,
    Kind,
    Meeting,
    MeetingClosed,
    Status,
)
from herning_pwa.meetings.models.order import AgendaPlace
from herning_pwa.meetings.models.parting import Parting
from herning_pwa.meetings.models.preparation import (
    COMPANION_LIMIT,
    Preparation,
    Prepared,
    preparation_of,
)
from herning_pwa.meetings.models.saved import WrittenElsewhere
from herning_pwa.meetings.models.summary import (
    COMMENT_LIMIT,
    SUMMARY_LIMIT,
    AlreadySent,
    MeetingSummary,
    Says,
    SummaryReply,
    draft_of,
    sent_of,
)
from herning_pwa.meetings.models.time_offer import OFFERS_LIMIT, TimeMark, TimeOffer

__all__ = [
    "COMMENT_LIMIT",
    "COMPANION_LIMIT",
    "LINK_LIMIT",
    "OFFERS_LIMIT",
    "PLACE_LIMIT",
    "POINTS_LIMIT",
    "POINT_LIMIT",
    "REASON_LIMIT",
    "SUMMARY_LIMIT",
    "WORDS_LIMIT",
    "AgendaPlace",
    "AgendaPoint",
    "AlreadySent",
    "Answer",
    "Attendance",
    "AttendanceAnswer",
    "Change",
    "HeldMeeting",
    "Kind",
    "Meeting",
    "MeetingChange",
    "MeetingClosed",
    "MeetingSummary",
    "Parting",
    "Preparation",
    "Prepared",
    "Says",
    "Status",
    "SummaryReply",
    "TimeMark",
    "TimeOffer",
    "WrittenElsewhere",
    "draft_of",
    "preparation_of",
    "sent_of",
]
