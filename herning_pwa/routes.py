"""Every address of the app, once."""

import re
from uuid import UUID

HOME = "/"
GOALS = "/maal"
NEW_GOAL = "/maal/nyt"
GOAL = "/maal/[goal_id]"
MEETINGS = "/moeder"
NEW_MEETING = "/moeder/nyt"
MEETING = "/moeder/[meeting_id]"
PREPARE = "/moeder/[meeting_id]/forbered"
SUMMARY = "/moeder/[meeting_id]/referat"
MEETING_DAY = "/moeder/[meeting_id]/holdt"
CIRCLE = "/kreds"
PERSON = "/kreds/[membership_id]"
CHILD = "/kreds/barn/[child_id]"
INVITE = "/kreds/inviter"
SUGGEST = "/kreds/foreslaa"
SUGGESTION = "/kreds/forslag/[suggestion_id]"
INVITATION_LINK = "/kreds/invitation/[invitation_id]"
COMMITMENTS = "/loefter"
FOLLOW_UP = "/opfoelgning"
UPDATE_ROUND = "/opfoelgning/runde"
DESK = "/arbejdsbord"
WRITE = "/skriv"
ABOUT = "/om"
SIGN_IN = "/log-ind"
SIGN_IN_CODE = "/log-ind/kode"
SIGN_IN_HELP = "/log-ind/hjaelp"
NEW_ACCESS = "/log-ind/ny-adgang"
PROVE = "/log-ind/igen"
PROVE_ON_THE_WAY_TO = f"{PROVE}?videre="
SETTINGS = "/indstillinger"
RULER_WORDS = "/indstillinger/trivselslinealen"
PRIVACY = "/privatliv"
UNSENT = "/usendt"
AS_SOMEBODY = "/was"
HAND_OVER = "/kreds/overdrag"
INVITATION = "/invitation"
MAILBOX = "/postkasse"
WEEK = "/uge"

PUBLIC = frozenset(
    {ABOUT, SIGN_IN, SIGN_IN_CODE, SIGN_IN_HELP, NEW_ACCESS, INVITATION, MAILBOX, WEEK}
)
"""Pages for people who are not signed in."""

API_SESSION = "/api/session"
API_DEMO_SESSION = "/api/session/demo"
API_SESSION_END = "/api/session/slut"
API_SESSION_CODE = "/api/session/kode"
API_SESSION_PROVE = "/api/session/igen"
API_SESSION_END_EVERYWHERE = "/api/session/slut-overalt"
API_PASSKEY_QUESTION = "/api/session/noegle/spoerg"
API_PASSKEY = "/api/session/noegle"
API_NEW_ACCESS = "/api/session/ny-adgang"
API_OIDC = "/api/session/mitid"
API_OIDC_RETURN = "/api/session/mitid/retur"
API_MESSAGES = "/api/beskeder"
API_OWN_WORDS = "/api/mine-ord.{format}"
API_INVITATION = "/api/invitation"
API_OUTBOX = "/api/outbox"
API_OUTBOX_KEY = "/api/outbox/noegle"
API_MEETING_FILE = "/api/moeder/{meeting_id}.ics"
API_CALENDAR_FEED = "/api/kalender/{secret}.ics"
FOR_SCRIPTS = frozenset({API_OUTBOX, API_OUTBOX_KEY})
"""What our own scripts ask in the background: nobody sees a page there."""

HEALTH = "/healthz"
READY = "/readyz"

_PAGE = re.compile(r"/(?!api/)([a-z0-9-]+(/[a-z0-9-]+)*/?)?(\?[A-Za-z0-9_=&%.-]*)?")
_ADDRESS_LIMIT = 300


def own_page(address: object) -> str:
    """The address of a page of ours that somebody was on; the settings for anything else."""
    if (
        not isinstance(address, str)
        or len(address) > _ADDRESS_LIMIT
        or not _PAGE.fullmatch(address)
    ):
        return SETTINGS
    return SETTINGS if address.startswith(PROVE) else address


def goal(goal_id: UUID | str) -> str:
    return f"{GOALS}/{goal_id}"


def person(membership_id: UUID | str) -> str:
    return f"{CIRCLE}/{membership_id}"


def child(child_id: UUID | str) -> str:
    return f"{CIRCLE}/barn/{child_id}"


def as_somebody(
    membership_id: UUID | str,
    *,
    goal_id: UUID | str = "",
    meeting_id: UUID | str = "",
    part: str = "",
) -> str:
    """The circle as this person sees it: one goal, one meeting, or one part ("moeder", "kreds",
    "loefter")."""
    asked = {"maal": goal_id, "moede": meeting_id, "vis": part}
    about = "".join(f"&{name}={value}" for name, value in asked.items() if value)
    return f"{AS_SOMEBODY}?person={membership_id}{about}"


def suggestion(suggestion_id: UUID | str) -> str:
    return f"{CIRCLE}/forslag/{suggestion_id}"


def invitation_link(invitation_id: UUID | str) -> str:
    return f"{CIRCLE}/invitation/{invitation_id}"


def meeting(meeting_id: UUID | str) -> str:
    return f"{MEETINGS}/{meeting_id}"


def update_round(circle_id: UUID | str) -> str:
    return f"{UPDATE_ROUND}?kreds={circle_id}"


def prepare(meeting_id: UUID | str) -> str:
    return f"{MEETINGS}/{meeting_id}/forbered"


def summary(meeting_id: UUID | str) -> str:
    return f"{MEETINGS}/{meeting_id}/referat"


def meeting_day(meeting_id: UUID | str, stop: str = "") -> str:
    """Holding the meeting, at one of its stops."""
    return f"{meeting(meeting_id)}/holdt" + (f"?punkt={stop}" if stop else "")


def meeting_file(meeting_id: UUID | str) -> str:
    return API_MEETING_FILE.format(meeting_id=meeting_id)


def calendar_feed(secret: str) -> str:
    return API_CALENDAR_FEED.format(secret=secret)
