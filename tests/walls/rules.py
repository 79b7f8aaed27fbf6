"""The rule behind every handler and route: which policy, or whose own thing it is.

``State.handler`` → the policy functions its commands and queries ask, by their full names
below ``herning_pwa``. This is the list a reviewer reads; test_every_handler holds it to the code.
"""

from __future__ import annotations

from importlib import import_module

OWN = "people.sessions.load_actor"  # acts on nothing but the person's own session or words
SEES_GOALS = "goals.policy.visible_to"
SEES_MEETINGS = "meetings.policy.visible_to"
SEES_CIRCLE = "circles.policy.visible_to"
SEES_FOLLOW_UPS = "followup.policy.cycle.visible_to"

HANDLERS: dict[str, str] = {
    "AuthState.stay": OWN,
    "AuthState.keep": OWN,
    "ProvePage.load": OWN,
    "SettingsPage.begin_page": OWN,
    "SettingsPage.load": OWN,
    "SettingsPage.passkey_added": OWN,
    "SettingsPage.rename_passkey": "people.factors.passkeys_of",
    "SettingsPage.remove_passkey": "people.factors.passkeys_of",
    "OwnAuthenticator.begin_page": OWN,
    "OwnAuthenticator.begin": OWN,
    "OwnAuthenticator.confirm": OWN,
    "OwnAuthenticator.stop": OWN,
    "OwnAuthenticator.remove": OWN,
    "OwnSessions.begin_page": OWN,
    "OwnSessions.end": OWN,
    "OwnSessions.forget": OWN,
    "OwnSessions.end_others": OWN,
    "OwnPassword.begin_page": OWN,
    "OwnPassword.choose": OWN,
    "AuthState.choose_circle": "people.models.Person.membership_in",
    "CirclePage.load": "circles.policy.members_visible_to",
    "CirclePage.confirm": "circles.policy.may_confirm",
    "CirclePage.refuse": "circles.policy.may_confirm",
    "CirclePage.revoke": "circles.policy.may_revoke",
    "CirclePage.resend": "circles.policy.may_resend",
    "CommitmentsPage.load": "commitments.policy.may_take_part",
    "CommitmentsPage.write": "commitments.policy.may_take_part",
    "CommitmentsPage.change": "commitments.policy.visible_to",
    "LinkPage.load": "circles.policy.may_resend",
    "LinkPage.show": "circles.policy.may_resend",
    "LinkPage.revoke": "circles.policy.may_revoke",
    "SuggestPage.load": "circles.policy.may_suggest",
    "SuggestPage.send": "circles.policy.may_suggest",
    "SuggestionPage.load": "circles.policy.suggestions_visible_to",
    "SuggestionPage.decline": "circles.policy.may_answer_suggestion",
    "SuggestionPage.withdraw": "circles.policy.may_withdraw_suggestion",
    "PersonPage.load": "circles.policy.places_visible_to",
    "PersonPage.agree_last_day": "circles.policy.may_set_end",
    "PersonPage.remove_last_day": "circles.policy.may_set_end",
    "PersonPage.end": "circles.policy.may_end_membership",
    "PersonPage.leave": "circles.policy.may_leave",
    "IdentitySection.begin": OWN,
    "IdentitySection.unlink": OWN,
    "RecoverySection.begin": OWN,
    "RecoverySection.start": "people.policy.may_start_recovery",
    "RecoverySection.withdraw": "people.commands.recovery.withdraw_recovery",
    "InvitePage.load": "circles.policy.roles_to_invite",
    "InvitePage.look": "circles.policy.may_invite",
    "InvitePage.change": OWN,
    "InvitePage.send": "circles.policy.may_invite",
    "RulerWordsPage.load": "followup.policy.ruler.may_word_ruler",
    "RulerWordsPage.save": "followup.policy.ruler.may_word_ruler",
    "ProtectAddress.protect": "circles.policy.may_protect_address",
    "ProtectAddress.lift": "circles.policy.may_protect_address",
    "PreviewPage.load": "preview.policy.may_look_as",
    "HandOverPage.load": "circles.policy.handovers_visible_to",
    "HandOverPage.change": OWN,
    "HandOverPage.look": "circles.policy.may_hand_over",
    "HandOverPage.agree": "circles.policy.may_hand_over",
    "HandOverPage.take_back": "circles.policy.may_take_back",
    "HandOverPage.end_early": "circles.policy.may_end_early",
    "FollowUpPage.load": SEES_FOLLOW_UPS,
    "FollowUpPage.change": "followup.policy.cycle.may_steer",
    "FollowUpPage.move": "followup.policy.cycle.may_steer",
    "FollowUpPage.skip": "followup.policy.cycle.may_steer",
    "FollowUpPage.hold": "followup.policy.cycle.may_hold",
    "PrivacyPage.load": OWN,
    "DeskPage.load": "desk.policy.has_a_desk",
    "DeskPage.open": "people.models.Person.membership_in",
    "GoalPage.load": SEES_GOALS,
    "GoalsPage.load": SEES_GOALS,
    "AnswerGoal.begin": OWN,
    "AnswerGoal.agree": "goals.policy.may_answer",
    "AnswerGoal.return_with_other_words": "goals.policy.may_return",
    "AnswerGoal.decline": "goals.policy.may_answer",
    "AnswerGoal.propose_change": "goals.policy.may_propose_change",
    "AnswerGoal.withdraw": "goals.policy.may_withdraw",
    "AnswerGoal.tell_view": "goals.policy.may_record_view",
    "SteerGoal.begin": OWN,
    "SteerGoal.steer": "goals.policy.may_steer",
    "SteerGoal.stop": "goals.policy.may_steer",
    "SteerGoal.finish": "goals.policy.may_steer",
    "SteerGoal.tell_achievement": "goals.policy.may_steer",
    "GoalSight.begin": OWN,
    "GoalSight.choose_audience": "goals.policy.may_change_audience",
    "GoalSight.name": "goals.policy.may_share_with",
    "GoalSight.share_with_parent": "goals.policy.may_share_with",
    "NewGoal.load": "goals.policy.may_propose",
    "NewGoal.begin": OWN,
    "NewGoal.start_from": "goals.policy.may_propose",
    "NewGoal.save_aim": "goals.policy.may_propose",
    "NewGoal.save_reasons": SEES_GOALS,
    "NewGoal.save_plan": SEES_GOALS,
    "NewGoal.remove_step": "goals.policy.may_withdraw_step",
    "NewGoal.send": "goals.policy.may_propose",
    "NewGoal.discard": SEES_GOALS,
    "GoalSteps.begin": OWN,
    "GoalSteps.add": "goals.policy.may_add_step",
    "GoalSteps.change": "goals.policy.may_tick_step",
    "RecordProgress.begin": OWN,
    "RecordProgress.record": "progress.policy.may_record",
    "RecordProgress.correct": "progress.policy.may_correct",
    "RecordProgress.withdraw": "progress.policy.may_withdraw",
    "WritePage.load": "progress.policy.may_record",
    "WritePage.record": "progress.policy.may_record",
    "WritePage.confide": "progress.policy.may_keep",
    "ChildPage.load": "circles.policy.children_visible_to",
    "ChildPage.give": "circles.policy.may_give_access",
    "ChildPage.resend": "circles.policy.may_resend",
    "ChildPage.revoke": "circles.policy.may_revoke",
    "ChildPage.end": "circles.policy.may_give_access",
    "ChildPage.record_birth": "circles.policy.may_record_birth",
    "TodayPage.load": SEES_GOALS,
    "TodayPage.come": "meetings.policy.may_answer",
    "TodayPage.finish_step": "goals.policy.may_tick_step",
    "MeetingsPage.load": SEES_MEETINGS,
    "MeetingPage.load": SEES_MEETINGS,
    "MeetingPage.answer": "meetings.policy.may_answer",
    "MeetingPage.add_point": "meetings.policy.may_add_point",
    "MeetingPage.withdraw_point": "meetings.policy.may_withdraw_point",
    "MeetingPage.order": "meetings.policy.may_arrange",
    "MeetingPage.change": "meetings.policy.may_arrange",
    "MeetingPage.cancel": "meetings.policy.may_arrange",
    "MeetingPage.invite": "meetings.policy.may_arrange",
    "PlanMeetingPage.load": "meetings.policy.may_plan",
    "PlanMeetingPage.plan": "meetings.policy.may_plan",
}

PUBLIC: dict[str, str] = {
    "SignInCodePage.load": "the browser's own cookie; says nothing about whose sign-in it is",
    "InvitationPage.load": "whoever holds the link's secret sees what the link is about",
    "IdentityDoor.look": "says only what the identity provider is called",
    "NewAccessPage.load": "whoever holds the link's secret sees what the link can do, not whose",
    "MailboxPage.load": "refuses unless the demo is on",
}

INTERNAL: dict[str, str] = {
    "hydrate": "sends the tab's own state; the gate has bound it",
    "hydrate_and_load": "the one event that may bind a state, after emptying it",
    "set_is_hydrated": "a flag of the page",
    "handle_frontend_exception": "a line in the log, limited by Reflex",
    "update_vars_internal": "browser storage variables; we have none",
    "on_load_internal": "names the page's load handler, which the gate then judges",
}

ROUTES: dict[tuple[str, str], str] = {
    ("/api/session", "POST"): "throttled; argon2id; the same answer for unknown people",
    ("/api/session/kode", "POST"): "the browser's own half sign-in; throttled; each code once",
    ("/api/session/demo", "POST"): "only where the demo is on; only invented people",
    ("/api/session/slut", "POST"): "ends the caller's own session",
    ("/api/session/slut-overalt", "POST"): "ends the caller's own sessions",
    ("/api/session/igen", "POST"): "the caller's own session; throttled; logged",
    ("/api/session/noegle/spoerg", "POST"): "a question; the caller's own session; throttled",
    ("/api/session/noegle", "POST"): "the passkey's signature, once for each question; throttled",
    ("/api/session/ny-adgang", "POST"): "the link's secret, once; throttled",
    (
        "/api/session/mitid",
        "GET",
    ): "leads to the identity provider, binds the browser; throttled",
    (
        "/api/session/mitid",
        "POST",
    ): "people.commands.identities.begin_linking; from our own page",
    ("/api/session/mitid/retur", "GET"): "state, browser and id token checked; once; throttled",
    ("/api/invitation", "POST"): "the link's secret, once; throttled",
    ("/api/moeder/{meeting_id}.ics", "GET"): "meetings.policy.visible_to",
    (
        "/api/kalender/{secret}.ics",
        "GET",
    ): "whoever holds the address; meetings.policy.visible_to; throttled",
    ("/api/mine-ord.{format}", "GET"): "only the caller's own words; throttled",
    ("/readyz", "GET"): "says only whether the database answers",
}


def names_a_policy(rule: str) -> bool:
    """Whether ``room.module.name`` (or ``room.module.Class.method``) exists and can be called."""
    parts = rule.split(".")
    thing: object = import_module(".".join(["herning_pwa", *parts[:2]]))
    for name in parts[2:]:
        thing = getattr(thing, name, None)
    return callable(thing)
