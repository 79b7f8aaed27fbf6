"""What the tables do not ask, because it is not about a thing in a circle, and who asks instead."""

from __future__ import annotations

HANDLERS_ASKED_ELSEWHERE: dict[str, str] = {
    "SettingsPage.rename_passkey": "tests/people: one's own keys alone",
    "SettingsPage.remove_passkey": "tests/people: one's own keys alone",
    "OwnSessions.end_upload": "tests/people: one's own browsers alone",
    "OwnCalendar.show_details": "tests/meetings/test_feed.py: one's own feed, never for staff",
    "OwnMessages.remove": "tests/notifications: one's own browsers alone",
    "DeskPage.open": "chooses the circle, as AuthState.choose_circle, and goes to the page",
}
PAGES_ASKED_ELSEWHERE: dict[str, str] = {
    "/indstillinger": "tests/people: one's own sign-in alone",
    "/privatliv": "tests/people: one's own words alone",
    "/log-ind/igen": "tests/people: one's own session",
    "/log-ind/kode": "tests/people: the browser's own half sign-in",
    "/log-ind/ny-adgang": "tests/people: whoever holds the link",
    "/log-ind": "tests/people: for nobody in particular",
    "/invitation": "tests/circles/test_links.py: whoever holds the link",
    "/postkasse": "tests/notifications/test_mailbox.py: open to all, in a demo only",
}
ROUTES_ASKED: dict[tuple[str, str], str] = {
    ("/api/session", "POST"): "tests/people",
    ("/api/session/demo", "POST"): "tests/people",
    ("/api/session/slut", "POST"): "tests/people",
    ("/api/session/kode", "POST"): "tests/people",
    ("/api/session/slut-overalt", "POST"): "tests/people",
    ("/api/session/igen", "POST"): "tests/people",
    ("/api/session/noegle/spoerg", "POST"): "tests/people",
    ("/api/session/noegle", "POST"): "tests/people",
    ("/api/session/ny-adgang", "POST"): "tests/people",
    ("/api/session/mitid", "GET"): "tests/people",
    ("/api/session/mitid", "POST"): "tests/people",
    ("/api/session/mitid/retur", "GET"): "tests/people",
    ("/api/beskeder", "POST"): "tests/notifications: the caller's own browser",
    ("/api/mine-ord.{format}", "GET"): "test_over_the_wire: everybody's own words",
    ("/api/invitation", "POST"): "tests/circles/test_http.py",
    ("/api/moeder/{meeting_id}.ics", "GET"): "test_over_the_wire: every meeting, everybody",
    ("/api/kalender/{secret}.ics", "GET"): "test_both_databases: everybody's own feed",
    ("/api/outbox/noegle", "GET"): "tests/offline: says nothing about anybody",
    ("/api/outbox", "POST"): "tests/offline; the acts themselves as commands",
    ("/readyz", "GET"): "says only whether the database answers",
}
