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

HANDLERS: dict[str, str] = {
    "AuthState.stay": OWN,
    "AuthState.keep": OWN,
    "AuthState.choose_circle": "people.models.Person.membership_in",
    "CirclePage.load": "circles.policy.members_visible_to",
    "CirclePage.confirm": "circles.policy.may_confirm",
    "CirclePage.refuse": "circles.policy.may_confirm",
    "CirclePage.revoke": "circles.policy.may_revoke",
    "CirclePage.resend": "circles.policy.may_resend",
    "CirclePage.end": "circles.policy.may_end_membership",
    "CirclePage.leave": "circles.policy.may_leave",
    "InvitePage.load": "circles.policy.roles_to_invite",
    "InvitePage.look": "circles.policy.may_invite",
    "InvitePage.change": OWN,
    "InvitePage.send": "circles.policy.may_invite",
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
    "SteerGoal.choose_audience": "goals.policy.may_change_audience",
    "SteerGoal.name": "goals.policy.may_share_with",
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
    "TodayPage.load": SEES_GOALS,
    "TodayPage.come": "meetings.policy.may_answer",
    "TodayPage.finish_step": "goals.policy.may_tick_step",
    "MeetingsPage.load": SEES_MEETINGS,
    "MeetingPage.load": SEES_MEETINGS,
    "MeetingPage.answer": "meetings.policy.may_answer",
    "MeetingPage.add_point": "meetings.policy.may_add_point",
    "MeetingPage.withdraw_point": "meetings.policy.may_withdraw_point",
    "MeetingPage.change": "meetings.policy.may_arrange",
    "MeetingPage.cancel": "meetings.policy.may_arrange",
    "MeetingPage.invite": "meetings.policy.may_arrange",
    "PlanMeetingPage.load": "meetings.policy.may_plan",
    "PlanMeetingPage.plan": "meetings.policy.may_plan",
}

PUBLIC: dict[str, str] = {
    "InvitationPage.load": "whoever holds the link's secret sees what the link is about",
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
    ("/api/session/demo", "POST"): "only where the demo is on; only invented people",
    ("/api/session/slut", "POST"): "ends the caller's own session",
    ("/api/invitation", "POST"): "the link's secret, once; throttled",
    ("/api/moeder/{meeting_id}.ics", "GET"): "meetings.policy.visible_to",
    ("/readyz", "GET"): "says only whether the database answers",
}


def names_a_policy(rule: str) -> bool:
    """Whether ``room.module.name`` (or ``room.module.Class.method``) exists and can be called."""
    parts = rule.split(".")
    thing: object = import_module(".".join(["herning_pwa", *parts[:2]]))
    for name in parts[2:]:
        thing = getattr(thing, name, None)
    return callable(thing)
