"""How each act of the matrix is done: as a command, and as what a page sends over its socket."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles import commands as circles
from herning_pwa.circles.commands.protection import lift_protection, protect_address
from herning_pwa.circles.commands.young import end_access, give_access, record_birth
from herning_pwa.circles.queries import preview_invitation
from herning_pwa.circles.queries.handing import preview_handover
from herning_pwa.commitments import commands as commitments
from herning_pwa.followup import commands as followup
from herning_pwa.goals import commands as goals
from herning_pwa.i18n import today
from herning_pwa.meetings import commands as meetings
from herning_pwa.meetings.queries.warnings import warnings_for_plan, warnings_for_time
from herning_pwa.offline.commands import let_go
from herning_pwa.people.commands import choose_circle
from herning_pwa.people.commands.recovery import start_recovery, withdraw_recovery
from herning_pwa.people.models import Person, SignInSession
from herning_pwa.preview.commands import note_look
from herning_pwa.progress import commands as progress
from tests.walls.matrix.world import FOLLOW_UP_IN, World

Fields = Callable[[World, str], dict[str, Any]]
FORM = "form"
NEW_EMAIL = "ny@gaest.example"


@dataclass(frozen=True)
class Act:
    """``fields`` are the command's arguments about a thing; ``sends`` what the page sends.

    The act is called as the handler, or as the kind of entry that goes through the outbox.
    ``own`` is an act in the circle the person has chosen: for somebody of another circle it is
    about that one. ``page`` is opened first, where the handler needs what it shows.
    """

    command: Callable[..., Any]
    fields: Fields
    sends: Fields
    handler: str = ""
    own: bool = False
    page: str = ""
    logged: str = ""
    only_as_command: bool = False  # the page's address asks for it, see looks.py

    @property
    def name(self) -> str:
        """What a refusal is called in the log."""
        return self.logged or self.command.__name__


def in_form(command: Callable[..., Any], fields: Fields, **more: Any) -> Act:
    """The page sends one form whose fields are called as the command's arguments."""
    return Act(command, fields, lambda w, t: {FORM: fields(w, t)}, **more)


def by_tap(command: Callable[..., Any], fields: Fields, **more: Any) -> Act:
    """The page sends the command's arguments one by one."""
    return Act(command, fields, fields, **more)


def soon(days: int = 10) -> str:
    return (today() + timedelta(days=days)).isoformat()


def _goal(w: World, thing: str) -> dict[str, Any]:
    return {"goal_id": w[thing]}


def _words(w: World, thing: str) -> dict[str, Any]:
    return {"goal_id": w[thing], "wording_id": str(w.wordings[thing])}


def _other_words(w: World, thing: str) -> dict[str, Any]:
    return {**_words(w, thing), "fields": {"title": "Andre ord", "why": "Fordi."}}


def _in_words_form(w: World, thing: str) -> dict[str, Any]:
    said = _other_words(w, thing)
    return {FORM: {**said.pop("fields"), **said}}


def _view(w: World, thing: str) -> dict[str, Any]:
    said = {"child_id": str(w.child_id), "kind": "sees_it_differently", "words": "Nej."}
    return {**_words(w, thing), **said}


def _step(w: World, thing: str) -> dict[str, Any]:
    return {"step_id": w[thing]}


def _change_step(act: str) -> Fields:
    return lambda w, t: {**_step(w, t), "act": act}


def _to_name(w: World, thing: str) -> str:
    """Whom the act on this goal is about: Karl where he sees it, Inger where she is named."""
    who = {"goal shown to Karl": "karl", "goal that names Inger": "inger"}
    return str(w.people[who.get(thing, "jens")])


def _name(w: World, thing: str) -> dict[str, Any]:
    return {**_goal(w, thing), "person_id": _to_name(w, thing)}


def _share(w: World, thing: str) -> dict[str, Any]:
    return {**_goal(w, thing), "person_id": str(w.people["karl"]), "reason": "Han spurgte."}


def _said(w: World, thing: str) -> dict[str, Any]:
    return {"client_key": str(uuid4()), "rating": "7", "note": "", "happened_on": ""}


def _record(w: World, thing: str) -> dict[str, Any]:
    return {**_goal(w, thing), **_said(w, thing), "kept_for": "all"}


def _correct(w: World, thing: str) -> dict[str, Any]:
    return {"entry_id": w[thing], **_said(w, thing)}


def _entry(w: World, thing: str) -> dict[str, Any]:
    return {"entry_id": w[thing]}


def _circle(w: World, _thing: str) -> dict[str, Any]:
    return {"circle_id": str(w.circle_id)}


def _in_circle(**fields: Any) -> Fields:
    return lambda w, t: {**_circle(w, t), **fields}


def _aim(w: World, _thing: str) -> dict[str, Any]:
    return {"title": "Et nyt mål", "whose": "family", "area": "home"}


REASONS = {"why": "Fordi det er vigtigt.", "signs": "", "everyday": ""}
PLAN = {
    "starts_on": "",
    "target_on": "",
    "step_title": "",
    "step_person_id": "",
    "step_due_on": "",
}


def _meeting(w: World, thing: str) -> dict[str, Any]:
    return {"meeting_id": w[thing]}


def _answer(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "sequence": "0", "answer": "not_coming", "words": ""}


def _come(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "sequence": 0}


def _move(w: World, thing: str) -> dict[str, Any]:
    when = {"day": soon(100), "start": "12:00", "end": "13:00", "place": "Skolen", "link": ""}
    return {**_meeting(w, thing), "sequence": "0", **when, "reason": ""}


def _order(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "key": f"point-{w['point of anders']}"}


def _leave_out(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "key": f"goal-{w['goal for the circle']}"}


def _offer(w: World, thing: str) -> dict[str, Any]:
    times = [(soon(101), "12:00", "13:00")]
    return {**_meeting(w, thing), "sequence": "0", "times": times}


def _offer_form(w: World, thing: str) -> dict[str, Any]:
    said = _offer(w, thing)
    [(day, start, end)] = said.pop("times")
    return {FORM: {**said, "day1": day, "start1": start, "end1": end}}


def _mark(w: World, thing: str) -> dict[str, Any]:
    offered = w[f"time for {thing}"]
    return {**_meeting(w, thing), "shown": offered, "suits": [offered]}


def _time(w: World, thing: str) -> dict[str, Any]:
    return {"offer_id": w[thing]}


def _written(about: str, place: Fields) -> Fields:
    return lambda w, t: {
        "about": about,
        "where": next(iter(place(w, t).values())),
        "field": "day",
        "value": soon(),
    }


DAY_ALONE = {"day": soon(), "start": "", "end": ""}


def _plan(w: World, _thing: str) -> dict[str, Any]:
    when = {"kind": "talk", "day": soon(90), "start": "12:00", "end": "13:00"}
    return {"form_key": str(uuid4()), **when, "people": [str(w.people["inger"])]}


def _decide(w: World, thing: str) -> dict[str, Any]:
    goal, seen = "goal for the circle", w["decision on goal for the circle"]
    said = {"kind": "continue", "words": "Vi holder fast.", "title": "", "seen": seen}
    return {**_meeting(w, thing), **_words(w, goal), **said}


def _agree_step(w: World, thing: str) -> dict[str, Any]:
    step = {"title": "Et skridt", "person_id": "", "due_on": soon()}
    return {**_meeting(w, thing), **_goal(w, "goal for the circle"), **step}


def _agree_step_form(w: World, thing: str) -> dict[str, Any]:
    step = {"step_title": "Et skridt", "step_person_id": "", "step_due_on": soon()}
    return {FORM: {**_meeting(w, thing), **_goal(w, "goal for the circle"), **step}}


def _choose_step(w: World, thing: str) -> dict[str, Any]:
    seen = w["choice of the step"]
    return {**_meeting(w, thing), "step": "1", "reason": "Det går bedre.", "seen": seen}


def _agree_next(w: World, thing: str) -> dict[str, Any]:
    when = {"day": soon(60), "start": "12:00", "end": "13:00"}
    return {**_meeting(w, thing), "form_key": str(uuid4()), "seen": w["no next meeting"], **when}


def _part(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "reason": "Vi ringer sammen.", "seen": w["no next meeting"]}


def _invite_to(w: World, thing: str) -> dict[str, Any]:
    return {**_meeting(w, thing), "people": [str(w.people["inger"])]}


def _rhythm(w: World, thing: str) -> dict[str, Any]:
    often = {"weeks": "8", "started_on": today().isoformat(), "reason": "Vi ses mindre."}
    return {**_circle(w, thing), **often}


def _follow_up(**fields: str) -> Fields:
    return lambda w, t: {"round_id": w[t], "shown": soon(FOLLOW_UP_IN), **fields}


def _prepared(w: World, thing: str) -> dict[str, Any]:
    page = {"page_key": str(uuid4()), "version": "0"}
    return {**_meeting(w, thing), **page, "going_well": "Alt", "hard": "", "next_steps": ""}


def _summed_up(w: World, thing: str) -> dict[str, Any]:
    """In the draft as it stands, which has been written twice."""
    page = {"page_key": str(uuid4()), "version": "2"}
    return {**_meeting(w, thing), **page, "text": "Vi er enige."}


def _in_round(w: World, thing: str) -> dict[str, Any]:
    said = {"client_key": str(uuid4()), "rating": "7", "note": "", "kept_for": "all"}
    return {**_goal(w, thing), "round_id": w["the follow-up"], **said}


def _guest(w: World, thing: str) -> dict[str, Any]:
    place = "professional:teacher" if "professional" in thing else "network_member:aunt"
    guest = {"place": place, "name": "Ny", "email": NEW_EMAIL, "giving": "mail"}
    return {**_circle(w, thing), **guest}


def _suggested_guest(w: World, thing: str) -> dict[str, Any]:
    return {**_guest(w, "a network member"), "suggestion_id": w[thing]}


def _would_like(w: World, thing: str) -> dict[str, Any]:
    return {**_circle(w, thing), "name": "Kaj", "relation": "friend", "words": ""}


def _invitation(w: World, thing: str) -> dict[str, Any]:
    return {"invitation_id": w[thing]}


def _place(w: World, thing: str) -> dict[str, Any]:
    return {"membership_id": w[thing]}


def _last_day(w: World, thing: str) -> dict[str, Any]:
    return {**_place(w, thing), "day": soon(30)}


def _child(w: World, thing: str) -> dict[str, Any]:
    return {"child_id": w[thing]}


def _born(w: World, thing: str) -> dict[str, Any]:
    return {"child_id": w[thing], "first_name": "Alba", "birth_date": today().isoformat()}


def _handing(w: World, _thing: str) -> dict[str, Any]:
    """Instead of the handover that is agreed already."""
    fields = {"who": "Peter", "lasting": "for_good", "starts_on": soon(25), "reason": "Barsel."}
    return {"circle_id": str(w.circle_id), "fields": {**fields, "handover_id": w["handover"]}}


def _handing_form(w: World, thing: str) -> dict[str, Any]:
    said = _handing(w, thing)
    return {FORM: {**said["fields"], "circle_id": said["circle_id"]}}


def _handover(w: World, thing: str) -> dict[str, Any]:
    return {"handover_id": w[thing]}


def _help() -> dict[str, Any]:
    return {"form_key": str(uuid4()), "what": "Hente fra skole", "on_day": soon()}


def _turn(w: World, _thing: str) -> dict[str, Any]:
    said = {"phase": "upkeep", "reason": "Det går godt."}
    return {"circle_id": str(w.circle_id), "seen": w["the phase"], **said}


def _ruler(w: World, thing: str) -> dict[str, Any]:
    """``thing`` is the child; Freja has a reading already."""
    seen = w["reading of Freja"] if thing == "child Freja" else ""
    return {"child_id": w[thing], "seen": seen, "number": "3", "words": "Fordi.", "meeting_id": ""}


def _reading(w: World, thing: str) -> dict[str, Any]:
    return {"reading_id": w[thing], "number": "1", "words": "Fordi."}


LABELS = {f"label_{n}": f"Ord {n}" for n in range(1, 6)}


def _commitment(w: World, thing: str) -> dict[str, Any]:
    return {"commitment_id": w[thing]}


def _changed(act: str) -> Fields:
    return lambda w, t: {**_commitment(w, t), "act": act}


def _choose(db: Session, actor: Person, *, circle_id: object) -> None:
    """Choosing writes in the session one is signed in with."""
    session = SignInSession(secret_hash=uuid4().hex, person_id=actor.id)
    db.add(session)
    db.flush()
    choose_circle(db, actor, session_id=session.id, circle_id=circle_id)


def _answered(db: Session, actor: Person, *, meeting_id: object, sequence: object) -> None:
    meetings.answer_meeting(
        db, actor, meeting_id=meeting_id, sequence=str(sequence), answer="coming"
    )


ACTS: dict[str, Act] = {
    "NewGoal.save_aim": Act(
        goals.save_aim,
        lambda w, t: {**_circle(w, t), **_aim(w, t)},
        lambda w, t: {FORM: _aim(w, t)},
        own=True,
    ),
    "NewGoal.start_from": Act(
        goals.start_from_idea,
        _in_circle(key="soevn"),
        lambda _w, _t: {"key": "soevn"},
        own=True,
    ),
    "NewGoal.save_reasons": Act(
        goals.save_reasons, _in_circle(**REASONS), lambda _w, _t: {FORM: REASONS}, own=True
    ),
    "NewGoal.save_plan": Act(
        goals.save_plan, _in_circle(**PLAN), lambda _w, _t: {FORM: PLAN}, own=True
    ),
    "NewGoal.remove_step": by_tap(goals.withdraw_step, _step),
    "NewGoal.send": in_form(goals.propose_goal, lambda w, t: {**_goal(w, t), "audience": "circle"}),
    "NewGoal.discard": Act(goals.discard_draft, _circle, lambda _w, _t: {}, own=True),
    "AnswerGoal.propose_change": Act(goals.propose_change, _other_words, _in_words_form),
    "AnswerGoal.withdraw": in_form(goals.withdraw_proposal, _words),
    "goal.agreed": in_form(goals.agree_to_goal, _words),
    "goal.returned": Act(goals.return_goal, _other_words, _in_words_form),
    "goal.declined": Act(
        goals.decline_goal,
        lambda w, t: {**_words(w, t), "reason": "Ikke nu.", "seen_agreed": True},
        lambda w, t: {FORM: {**_words(w, t), "reason": "Ikke nu.", "seen_agreed": "true"}},
    ),
    "AnswerGoal.tell_view": in_form(goals.record_child_view, _view),
    "SteerGoal.steer": Act(goals.put_in_focus, _goal, lambda w, t: {**_goal(w, t), "act": "focus"}),
    "SteerGoal.stop": Act(
        goals.pause_goal,
        lambda w, t: {**_goal(w, t), "reason": "Ferie."},
        lambda w, t: {FORM: {**_goal(w, t), "reason": "Ferie.", "act": "pause"}},
    ),
    "SteerGoal.finish": in_form(
        goals.finish_goal, lambda w, t: {**_goal(w, t), "achievement": "achieved", "words": ""}
    ),
    "SteerGoal.tell_achievement": in_form(
        goals.set_achievement, lambda w, t: {**_goal(w, t), "achievement": "improving"}
    ),
    "GoalSight.choose_audience": in_form(
        goals.change_audience, lambda w, t: {**_goal(w, t), "audience": "core"}
    ),
    "GoalSight.name": Act(goals.share_goal, _name, lambda w, t: {**_name(w, t), "let_in": True}),
    "GoalSight.take_out": Act(
        goals.end_share,
        _name,
        lambda w, t: {**_name(w, t), "let_in": False},
        "GoalSight.name",
    ),
    "GoalSight.share_with_parent": in_form(goals.share_with_parent, _share),
    "GoalSteps.add": Act(
        goals.add_step,
        lambda w, t: {**_goal(w, t), "title": "Et skridt", "person_id": "", "due_on": soon()},
        lambda w, t: {FORM: {**_goal(w, t), "step_title": "Et skridt", "step_due_on": soon()}},
    ),
    "GoalSteps.change": Act(goals.mark_step_done, _step, _change_step("done")),
    "GoalSteps.take": Act(goals.take_step, _step, _change_step("take"), "GoalSteps.change"),
    "GoalSteps.withdraw": Act(
        goals.withdraw_step, _step, _change_step("withdraw"), "GoalSteps.change"
    ),
    "TodayPage.finish_step": by_tap(goals.mark_step_done, _step),
    "progress": in_form(progress.record_progress, _record),
    "progress.corrected": in_form(progress.correct_progress, _correct),
    "UnsentPage.let_go": by_tap(let_go, lambda w, t: {"key": w[t]}),
    "RecordProgress.withdraw": by_tap(progress.withdraw_progress, _entry),
    "round.answered": in_form(followup.answer_goal, _in_round),
    "RoundPage.pass_over": by_tap(
        followup.pass_over, lambda w, t: {**_goal(w, t), "round_id": w["the follow-up"]}
    ),
    "FollowUpPage.change": in_form(followup.change_rhythm, _rhythm),
    "FollowUpPage.move": in_form(followup.move_round, _follow_up(day=soon(30), reason="Ferie.")),
    "FollowUpPage.skip": in_form(followup.skip_round, _follow_up(reason="Ferie.")),
    "FollowUpPage.hold": in_form(followup.hold_follow_up, _follow_up(next_on="")),
    "PlanMeetingPage.plan": Act(
        meetings.plan_meeting,
        lambda w, t: {**_circle(w, t), **_plan(w, t)},
        lambda w, t: {FORM: _plan(w, t)},
        own=True,
        page=routes.NEW_MEETING,
    ),
    "MeetingPage.answer": in_form(meetings.answer_meeting, _answer),
    "TodayPage.come": by_tap(_answered, _come, logged="answer_meeting"),
    "MeetingPage.add_point": in_form(
        meetings.add_point, lambda w, t: {**_meeting(w, t), "text": "Et punkt", "goal_id": ""}
    ),
    "MeetingPage.withdraw_point": by_tap(meetings.withdraw_point, lambda w, t: {"point_id": w[t]}),
    "MeetingPage.order": Act(meetings.move_up, _order, lambda w, t: {**_order(w, t), "act": "up"}),
    "MeetingPage.leave_out": Act(
        meetings.leave_out,
        _leave_out,
        lambda w, t: {**_leave_out(w, t), "act": "off"},
        "MeetingPage.order",
    ),
    "MeetingPage.change": in_form(meetings.change_meeting, _move),
    "FindTime.offer": Act(meetings.offer_times, _offer, _offer_form),
    "FindTime.mark": in_form(meetings.mark_times, _mark),
    "FindTime.withdraw": by_tap(meetings.withdraw_time, _time),
    "FindTime.choose": by_tap(meetings.choose_time, lambda w, t: {**_time(w, t), "sequence": 0}),
    "WrittenTime.look": Act(
        warnings_for_time,
        lambda w, t: {**_meeting(w, t), **DAY_ALONE},
        _written("change", _meeting),
    ),
    "WrittenTime.look_ahead": Act(
        warnings_for_plan, _in_circle(**DAY_ALONE), _written("plan", _circle), "WrittenTime.look"
    ),
    "MeetingPage.cancel": in_form(
        meetings.cancel_meeting,
        lambda w, t: {**_meeting(w, t), "sequence": "0", "reason": "Sygdom."},
    ),
    "MeetingPage.invite": in_form(meetings.invite_to_meeting, _invite_to),
    "MeetingDayPage.decide": in_form(followup.decide_on_goal, _decide),
    "MeetingDayPage.agree_step": Act(followup.agree_step, _agree_step, _agree_step_form),
    "MeetingDayPage.choose_step": in_form(followup.choose_ladder_step, _choose_step),
    "MeetingDayPage.agree_next": in_form(followup.agree_next_date, _agree_next),
    "MeetingDayPage.part": in_form(followup.part_without_date, _part),
    "MeetingDayPage.end": by_tap(followup.end_meeting, _meeting),
    "meeting.prepared": in_form(meetings.save_preparation, _prepared),
    "PreparePage.share": by_tap(meetings.share_preparation, _meeting),
    "PreparePage.keep_back": by_tap(meetings.keep_preparation_back, _meeting),
    "SummaryPage.save": in_form(meetings.save_summary, _summed_up),
    "SummaryPage.send": in_form(meetings.send_summary, _summed_up),
    "SummaryPage.correct": by_tap(meetings.correct_summary, _meeting),
    "SummaryPage.reply": in_form(
        meetings.reply_to_summary, lambda w, t: {"summary_id": w[t], "says": "confirmed"}
    ),
    "InvitePage.send": in_form(circles.invite, _guest),
    "InvitePage.look": in_form(preview_invitation, _guest),
    "InvitePage.take_up": in_form(circles.invite, _suggested_guest, handler="InvitePage.send"),
    "SuggestPage.send": in_form(circles.suggest, _would_like),
    "SuggestionPage.decline": in_form(
        circles.decline_suggestion, lambda w, t: {"suggestion_id": w[t], "words": "Ikke nu."}
    ),
    "SuggestionPage.withdraw": by_tap(
        circles.withdraw_suggestion, lambda w, t: {"suggestion_id": w[t]}
    ),
    "CirclePage.confirm": by_tap(circles.confirm_invitation, _invitation),
    "CirclePage.refuse": by_tap(circles.refuse_invitation, _invitation),
    "CirclePage.revoke": by_tap(circles.revoke_invitation, _invitation),
    "CirclePage.resend": by_tap(circles.resend_invitation, _invitation),
    "PersonPage.end": by_tap(circles.end_membership, _place),
    "PersonPage.leave": by_tap(circles.leave_circle, _place),
    "PersonPage.agree_last_day": Act(
        circles.agree_last_day,
        _last_day,
        lambda w, t: {FORM: {**_place(w, t), "last_day": soon(30)}},
    ),
    "PersonPage.remove_last_day": by_tap(circles.remove_last_day, _place),
    "LinkPage.show": by_tap(circles.show_link, _invitation),
    "LinkPage.revoke": by_tap(circles.revoke_invitation, _invitation),
    "ChildPage.give": in_form(give_access, lambda w, t: {"child_id": w[t], "email": NEW_EMAIL}),
    "ChildPage.resend": by_tap(circles.resend_invitation, _invitation),
    "ChildPage.revoke": by_tap(circles.revoke_invitation, _invitation),
    "ChildPage.end": by_tap(end_access, _child),
    "ChildPage.record_birth": in_form(record_birth, _born),
    "HandOverPage.look": Act(preview_handover, _handing, _handing_form),
    "HandOverPage.agree": Act(circles.hand_over, _handing, _handing_form),
    "HandOverPage.take_back": by_tap(circles.take_back, _handover),
    "HandOverPage.end_early": by_tap(circles.end_early, _handover),
    "PhaseSection.change": in_form(followup.change_phase, _turn),
    "RulerSection.write": in_form(followup.set_ruler, _ruler),
    "RulerSection.correct": in_form(followup.correct_ruler, _reading),
    "RulerSection.comment": in_form(
        followup.comment_on_ruler, lambda w, t: {"reading_id": w[t], "words": "Ja."}
    ),
    "RulerWordsPage.save": Act(
        followup.word_ruler,
        lambda _w, _t: {"seen": "1", "fields": LABELS},
        lambda _w, _t: {FORM: {**LABELS, "seen": "1"}},
    ),
    "PreviewPage.load": Act(note_look, _place, _place, only_as_command=True),
    "RecoverySection.start": in_form(
        start_recovery, lambda w, t: {**_place(w, t), "checked_by": "met"}
    ),
    "RecoverySection.withdraw": by_tap(withdraw_recovery, lambda w, t: {"recovery_id": w[t]}),
    "CommitmentsPage.write": Act(
        commitments.ask_for_help,
        lambda w, t: {**_circle(w, t), **_help()},
        lambda w, t: {FORM: {**_circle(w, t), **_help(), "who": ""}},
    ),
    "CommitmentsPage.change": Act(commitments.take_commitment, _commitment, _changed("take")),
    "CommitmentsPage.keep": Act(
        commitments.keep_commitment, _commitment, _changed("keep"), "CommitmentsPage.change"
    ),
    "CommitmentsPage.release": Act(
        commitments.release_commitment, _commitment, _changed("release"), "CommitmentsPage.change"
    ),
    "CommitmentsPage.withdraw": Act(
        commitments.withdraw_commitment, _commitment, _changed("withdraw"), "CommitmentsPage.change"
    ),
    "progress.confided": Act(
        progress.record_progress,
        lambda w, t: {**_goal(w, t), **_said(w, t), "kept_for": "responsible"},
        lambda w, t: {FORM: {**_goal(w, t), **_said(w, t)}},
    ),
    "ProtectAddress.protect": by_tap(protect_address, _place),
    "ProtectAddress.lift": by_tap(lift_protection, _place),
    "AuthState.choose_circle": by_tap(_choose, _circle, logged="choose_circle"),
}
