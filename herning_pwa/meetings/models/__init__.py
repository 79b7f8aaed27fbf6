"""A meeting, who was asked to it, what they answered, and what has happened to it since."""

from herning_pwa.meetings.models.agenda import POINT_LIMIT, POINTS_LIMIT, AgendaPoint
from herning_pwa.meetings.models.attendance import (
    WORDS_LIMIT,
    Answer,
    Attendance,
    AttendanceAnswer,
)
from herning_pwa.meetings.models.change import REASON_LIMIT, Change, MeetingChange
from herning_pwa.meetings.models.meeting import (
    LINK_LIMIT,
    PLACE_LIMIT,
    Kind,
    Meeting,
    MeetingClosed,
    Status,
)
from herning_pwa.meetings.models.order import AgendaPlace

__all__ = [
    "LINK_LIMIT",
    "PLACE_LIMIT",
    "POINTS_LIMIT",
    "POINT_LIMIT",
    "REASON_LIMIT",
    "WORDS_LIMIT",
    "AgendaPlace",
    "AgendaPoint",
    "Answer",
    "Attendance",
    "AttendanceAnswer",
    "Change",
    "Kind",
    "Meeting",
    "MeetingChange",
    "MeetingClosed",
    "Status",
]
