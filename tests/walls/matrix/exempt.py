"""What the tables do not ask, because it is not about a thing in a circle, and the test that does.

``file::test`` below ``tests/``; test_nothing_is_left_out holds that each of them is there.
"""

from __future__ import annotations

SESSIONS = "people/test_sessions.py::test_mette_ends_one_of_her_own_and_fatima_cannot"
CIRCLES = "people/test_sessions.py::test_mette_sees_her_own_circle_and_cannot_choose_another"
BROWSERS = "people/test_devices.py::test_mette_forgets_one_browser_and_fatima_cannot"
KEYS = "people/test_passkeys.py::test_fatima_can_neither_name_nor_remove_mettes"
CODE = "people/test_signing_in.py::test_without_a_right_password_there_is_nothing_to_try"
PROVING = "people/test_passkeys_http.py::test_a_stranger_proves_nothing_and_ends_nothing"
LINK = "circles/test_links.py::test_an_invented_link_is_unknown"
ACCESS_LINK = "people/test_new_access.py::test_a_broken_form_is_no_reason_to_fall_over"
MAILBOX = "notifications/test_mailbox.py::test_anywhere_else_there_is_no_mailbox"
OWN_WORDS = "privacy/test_http.py::test_mette_takes_hers_and_only_hers"
HEARD = "offline/test_hearing.py::test_nobody_hears_of_somebody_elses"
PASSWORDS = "people/test_http.py::test_wrong_and_unknown_get_the_very_same_answer"

HANDLERS_ASKED_ELSEWHERE: dict[str, str] = {
    "SettingsPage.rename_passkey": KEYS,
    "SettingsPage.remove_passkey": KEYS,
    "OwnSessions.end_upload": (
        "people/test_upload_grants.py::test_mette_sees_it_in_her_settings_and_stops_it"
    ),
    "OwnCalendar.show_details": "meetings/test_feed.py::test_sannes_feed_never_says_more_than_when",
    "OwnMessages.remove": (
        "notifications/test_subscribing.py::test_one_browser_is_taken_away_by_its_owner_alone"
    ),
    "DeskPage.open": CIRCLES,
}
OWN_HANDLERS_THAT_TAKE_SOMETHING: dict[str, str] = {
    "AuthState.keep": "people/test_kept_forms.py::test_nobody_else_gets_them",
    "OwnAuthenticator.confirm": "people/test_authenticator_app.py::test_fatimas_code_is_not_mettes",
    "OwnCalendar.send_mail": "people/test_own_calendar.py::test_only_yes_is_yes",
    "OwnMessages.choose": (
        "notifications/test_subscribing.py::test_whoever_wants_to_hear_nothing_hears_nothing"
    ),
    "OwnPassword.choose": "people/test_own_access.py::test_a_poor_password_changes_nothing",
    "OwnSessions.end": SESSIONS,
    "OwnSessions.forget": BROWSERS,
    "UnsentPage.compare": "offline/test_unsent.py::test_nobody_else_reads_it_or_lets_it_go",
    "AnswerGoal.begin": "walls/test_gate.py::test_nonsense_leaves_the_server_standing",
    "AnswerGoal.heard": HEARD,
    "PreparePage.heard": HEARD,
    "RecordProgress.heard": HEARD,
    "RecordProgress.heard_correction": HEARD,
    "RoundPage.heard": HEARD,
    "WritePage.heard": HEARD,
    "WritePage.heard_alone": HEARD,
}
PAGES_ASKED_ELSEWHERE: dict[str, str] = {
    "/indstillinger": "people/test_own_access.py::test_mette_sees_her_own_and_nobody_elses",
    "/privatliv": OWN_WORDS,
    "/log-ind/igen": "people/test_own_access.py::test_the_page_offers_what_the_person_has",
    "/log-ind/kode": CODE,
    "/log-ind/ny-adgang": ACCESS_LINK,
    "/log-ind": PASSWORDS,
    "/invitation": LINK,
    "/postkasse": MAILBOX,
}
ROUTES_ASKED: dict[tuple[str, str], str] = {
    ("/api/session", "POST"): PASSWORDS,
    ("/api/session/demo", "POST"): (
        "people/test_http.py::test_a_demo_button_signs_a_demo_person_in_and_nobody_else"
    ),
    ("/api/session/slut", "POST"): (
        "people/test_http.py::test_signing_out_ends_the_session_and_closes_its_sockets"
    ),
    ("/api/session/kode", "POST"): CODE,
    ("/api/session/slut-overalt", "POST"): PROVING,
    ("/api/session/igen", "POST"): PROVING,
    ("/api/session/noegle/spoerg", "POST"): (
        "people/test_passkeys_http.py::test_nobody_signed_in_has_nothing_to_add_or_prove"
    ),
    ("/api/session/noegle", "POST"): (
        "people/test_passkeys_http.py::test_mettes_passkey_proves_nothing_for_fatima"
    ),
    ("/api/session/ny-adgang", "POST"): ACCESS_LINK,
    ("/api/session/mitid", "GET"): "people/test_oidc.py::test_only_hashes_are_kept_of_a_trip",
    ("/api/session/mitid", "POST"): "people/test_oidc.py::test_a_stranger_links_nothing",
    ("/api/session/mitid/retur", "GET"): (
        "people/test_oidc.py::test_nobody_comes_home_in_another_browser"
    ),
    ("/api/beskeder", "POST"): (
        "notifications/test_http.py::test_another_site_cannot_say_yes_for_somebody"
    ),
    ("/api/mine-ord.{format}", "GET"): "walls/matrix/test_over_the_wire.py::test_own_words",
    ("/api/invitation", "POST"): (
        "circles/test_http.py::test_mette_signed_in_cannot_use_a_guests_link"
    ),
    ("/api/moeder/{meeting_id}.ics", "GET"): (
        "walls/matrix/test_over_the_wire.py::test_calendar_files"
    ),
    ("/api/kalender/{secret}.ics", "GET"): (
        "walls/matrix/test_both_databases.py::test_what_is_seen"
    ),
    ("/api/outbox/noegle", "GET"): (
        "offline/test_http.py::test_a_stranger_gets_the_key_and_nothing_else"
    ),
    ("/api/outbox", "POST"): (
        "offline/test_http.py::test_mette_agrees_to_nothing_by_what_another_seals_in_her_name"
    ),
    ("/readyz", "GET"): (
        "walls/test_strangers.py::test_a_stranger_learns_that_the_database_answers"
    ),
}
