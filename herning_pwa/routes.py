"""Every address of the app, once."""

from uuid import UUID

HOME = "/"
GOALS = "/maal"
NEW_GOAL = "/maal/nyt"
GOAL = "/maal/[goal_id]"
MEETINGS = "/moeder"
NEW_MEETING = "/moeder/nyt"
MEETING = "/moeder/[meeting_id]"
CIRCLE = "/kreds"
INVITE = "/kreds/inviter"
DESK = "/arbejdsbord"
WRITE = "/skriv"
ABOUT = "/om"
SIGN_IN = "/log-ind"
INVITATION = "/invitation"
MAILBOX = "/postkasse"

PUBLIC = frozenset({ABOUT, SIGN_IN, INVITATION, MAILBOX})
"""Pages for people who are not signed in."""

API_SESSION = "/api/session"
API_DEMO_SESSION = "/api/session/demo"
API_SESSION_END = "/api/session/slut"
API_INVITATION = "/api/invitation"
API_MEETING_FILE = "/api/moeder/{meeting_id}.ics"
HEALTH = "/healthz"
READY = "/readyz"


def goal(goal_id: UUID | str) -> str:
    return f"{GOALS}/{goal_id}"


def meeting(meeting_id: UUID | str) -> str:
    return f"{MEETINGS}/{meeting_id}"


def meeting_file(meeting_id: UUID | str) -> str:
    return API_MEETING_FILE.format(meeting_id=meeting_id)
