"""Every kind of thing that may be written without a connection reaches its own command."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.errors import NotFound
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.goals.models import AnswerKind, Goal
from herning_pwa.meetings.models import Meeting, Preparation
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.models import OutboxAnswer, Outcome, Refusal
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import proposed_goal
from tests.cast import Cast
from tests.meeting_plans import meeting_called_by
from tests.offline.sending import said, send


@pytest.fixture
def waiting(db: Session, cast: Cast) -> Goal:
    """Mette has proposed it, and Sanne is to answer."""
    return proposed_goal(db, cast.circle, cast.mette)


def about(goal: Goal) -> dict[str, str]:
    wording = goal.open_wording
    assert wording
    words = {"goal_id": str(goal.id), "wording_id": str(wording.id)}
    return {**words, "seen_agreed": "false"}


def said_to(goal: Goal, who: Person) -> tuple[AnswerKind, str] | None:
    answers = (answer for wording in goal.wordings for answer in wording.answers)
    return next(((a.kind, a.words) for a in answers if a.person_id == who.id), None)


def test_no_kind_is_so_sensitive_that_one_must_show_who_one_is() -> None:
    assert [name for name, kind in KINDS.items() if is_sensitive(kind.command)] == []


def test_every_kind_and_every_word_has_a_name() -> None:
    for kind in KINDS.values():
        assert kind.label()
        assert all(kind.words().values())


def test_sanne_agrees(db: Session, cast: Cast, waiting: Goal) -> None:
    send(db, cast.sanne, {**about(waiting), "words": "Godt set."}, "goal.agreed")
    assert said_to(waiting, cast.sanne) == (AnswerKind.AGREE, "Godt set.")


def test_sanne_sends_other_words(db: Session, cast: Cast, waiting: Goal) -> None:
    words = {"title": "Et mindre mål", "why": "Vi begynder småt.", "comment": "Hvad siger I?"}
    answer = send(db, cast.sanne, {**about(waiting), **words}, "goal.returned")
    assert answer.outcome is Outcome.APPLIED
    assert waiting.latest_wording.title == "Et mindre mål"
    assert answer.fields == about(waiting) | {"wording_id": answer.fields["wording_id"]}


def test_sanne_says_not_now(db: Session, cast: Cast, waiting: Goal) -> None:
    because = {"starter": "Vi har nok i gang.", "reason": "Efter jul."}
    send(db, cast.sanne, {**about(waiting), **because}, "goal.declined")
    assert said_to(waiting, cast.sanne) == (AnswerKind.DECLINE, "Vi har nok i gang.\nEfter jul.")


def test_words_that_were_overtaken_meanwhile_are_a_conflict(
    db: Session, cast: Cast, waiting: Goal
) -> None:
    before = about(waiting)
    send(db, cast.sanne, {**before, "title": "Andre ord", "why": "Fordi."}, "goal.returned")
    answer = send(db, cast.anders, {**before, "words": "Ja."}, "goal.agreed")
    assert (answer.outcome, answer.refusal) == (Outcome.REFUSED, Refusal.CONFLICT)
    assert said_to(waiting, cast.anders) is None


def test_an_answer_in_a_round_is_progress_also_when_the_round_is_not_open(
    db: Session, cast: Cast, goal: Goal
) -> None:
    current = settle(db, cast.circle.id)
    assert current
    fields = {**said(goal), "round_id": str(current.id), "part": "words", "kept_for": "all"}
    answer = send(db, cast.mette, fields, "round.answered")
    assert (answer.outcome, answer.fields["part"]) == (Outcome.APPLIED, "words")
    assert list(db.scalars(select(ProgressEntry.note))) == ["Han gik selv."]


@pytest.fixture
def meeting(db: Session, cast: Cast) -> Meeting:
    return meeting_called_by(db, cast.sanne, cast.circle, cast.mette)


def typed(db: Session, who: Person, meeting: Meeting, serial: str, words: str) -> OutboxAnswer:
    """``serial`` is the page, and how many times it has saved."""
    page, _dash, _n = serial.rpartition("-")
    shown = {"page_key": page, "version": "0", "serial": serial, "meeting_id": meeting.id}
    fields = {name: str(value) for name, value in shown.items()} | {"going_well": words}
    return send(db, who, fields, "meeting.prepared")


def prepared(db: Session) -> list[str]:
    return list(db.scalars(select(Preparation.going_well)))


def test_saves_of_one_page_follow_each_other(db: Session, cast: Cast, meeting: Meeting) -> None:
    page = str(uuid4())
    answers = [typed(db, cast.mette, meeting, f"{page}-{n}", f"Ord {n}") for n in (1, 2, 3)]
    assert {answer.outcome for answer in answers} == {Outcome.APPLIED}
    assert prepared(db) == ["Ord 3"]
    assert answers[0].fields["serial"] == f"{page}-1"


def test_a_save_that_was_held_up_writes_over_nothing_newer(
    db: Session, cast: Cast, meeting: Meeting
) -> None:
    page = str(uuid4())
    for n, words in ((1, "Først"), (3, "Først"), (2, "Nej")):
        assert typed(db, cast.mette, meeting, f"{page}-{n}", words).outcome is Outcome.APPLIED
    assert prepared(db) == ["Først"]


def test_two_pages_are_a_choice_for_the_writer(db: Session, cast: Cast, meeting: Meeting) -> None:
    typed(db, cast.mette, meeting, f"{uuid4()}-1", "På telefonen")
    answer = typed(db, cast.mette, meeting, f"{uuid4()}-1", "På computeren")
    assert (answer.refusal, answer.fields["going_well"]) == (Refusal.CONFLICT, "På computeren")
    assert prepared(db) == ["På telefonen"]


def test_what_it_is_about_is_named_only_to_those_who_see_it(
    db: Session, cast: Cast, goal: Goal, meeting: Meeting
) -> None:
    fields = {"goal_id": str(goal.id), "meeting_id": str(meeting.id)}
    for name in ("progress", "goal.agreed", "round.answered"):
        assert KINDS[name].about(db, cast.mette, fields) == "Emil møder til tiden"
    assert "kl." in KINDS["meeting.prepared"].about(db, cast.mette, fields)
    for kind in KINDS.values():
        with pytest.raises(NotFound):
            kind.about(db, cast.frede, fields)
