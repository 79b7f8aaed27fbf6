"""Carrying out what was written without a connection: once, and only what its writer may."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import changed_circles
from herning_pwa.activity.models import Activity
from herning_pwa.activity.models import Outcome as Logged
from herning_pwa.circles.commands import end_membership
from herning_pwa.goals.models import Goal
from herning_pwa.offline.commands import OtherContent, answer_entry, forget_old_answers
from herning_pwa.offline.envelope import read_sealed
from herning_pwa.offline.models import OutboxAnswer, Outcome, Refusal
from herning_pwa.offline.opening import FromLater, open_sealed
from herning_pwa.people.commands import keep_forms
from herning_pwa.people.models import KeptForm
from herning_pwa.progress.models import KeptFor, ProgressEntry
from tests.cast import Cast
from tests.offline.sending import said, send
from tests.outbox import seal


def entries(db: Session) -> list[ProgressEntry]:
    return list(db.scalars(select(ProgressEntry)))


def test_mette_finds_in_the_circle_what_she_wrote_in_a_tunnel(
    db: Session, cast: Cast, goal: Goal
) -> None:
    answer = send(db, cast.mette, said(goal))
    [entry] = entries(db)
    assert (entry.person_id, entry.note) == (cast.mette.id, "Han gik selv.")
    assert (answer.outcome, answer.value_id) == (Outcome.APPLIED, entry.id)
    assert cast.circle.id in changed_circles(db)


def test_the_answer_keeps_what_it_was_about_and_none_of_the_words(
    db: Session, cast: Cast, goal: Goal
) -> None:
    fields = said(goal)
    answer = send(db, cast.mette, fields)
    assert answer.fields == {name: fields[name] for name in ("goal_id", "client_key")}


def test_the_same_again_is_answered_the_same_and_done_once(
    db: Session, cast: Cast, goal: Goal
) -> None:
    fields, key = said(goal), uuid4()
    answers = {send(db, cast.mette, fields, id=key).id for _n in range(3)}
    assert len(answers) == len(entries(db)) == 1


def test_other_words_under_the_same_key_are_not_taken(db: Session, cast: Cast, goal: Goal) -> None:
    fields, key = said(goal), uuid4()
    send(db, cast.mette, fields, id=key)
    with pytest.raises(OtherContent):
        send(db, cast.mette, {**fields, "note": "Noget andet."}, id=key)
    assert [entry.note for entry in entries(db)] == ["Han gik selv."]


def test_two_people_may_have_the_same_key(db: Session, cast: Cast, goal: Goal) -> None:
    key = uuid4()
    for who in (cast.mette, cast.inger):
        send(db, who, said(goal), id=key)
    assert len(entries(db)) == 2


def test_a_form_s_own_key_still_counts(db: Session, cast: Cast, goal: Goal) -> None:
    """Two entries for one form: the page was sent twice from two tabs."""
    fields = said(goal)
    first, second = send(db, cast.mette, fields), send(db, cast.mette, fields)
    assert first.value_id == second.value_id
    assert len(entries(db)) == 1


def test_what_somebody_may_not_is_refused_kept_and_logged(
    db: Session, cast: Cast, goal: Goal
) -> None:
    fields = said(goal)
    answer = send(db, cast.frede, fields)
    assert (answer.outcome, answer.refusal) == (Outcome.REFUSED, Refusal.OTHER)
    assert (answer.fields, answer.sentence) == (fields, "Vi kan ikke finde det, du leder efter.")
    logged = db.scalars(select(Activity).where(Activity.outcome == Logged.DENIED)).one()
    assert (logged.action, logged.actor_id) == ("record_progress", cast.frede.id)
    assert (logged.object_id, logged.reason) == (goal.id, "NotFound")
    assert entries(db) == []
    assert changed_circles(db) == set()


def test_what_was_written_before_a_place_ended_is_asked_about_after_it(
    db: Session, cast: Cast, goal: Goal
) -> None:
    entry = open_sealed(read_sealed(seal("progress", said(goal), cast.inger.id)))
    place = cast.inger.membership_in(cast.circle.id)
    assert place
    end_membership(db, cast.mette, membership_id=place.id)
    db.flush()
    db.expire_all()
    answer = answer_entry(db, cast.inger, entry=entry)
    assert answer.outcome is Outcome.REFUSED
    assert entries(db) == []


def test_a_refusal_stays_one_when_the_right_comes_back(db: Session, cast: Cast, goal: Goal) -> None:
    fields, key = said(goal, note=""), uuid4()
    fields["rating"] = ""
    first = send(db, cast.mette, fields, id=key)
    assert first.refusal is Refusal.INVALID
    assert first.problems == {"rating": "Vælg et tal, eller skriv et par ord."}
    assert send(db, cast.mette, fields, id=key) is first


def test_a_field_the_form_does_not_have_is_dropped_and_a_missing_one_is_empty(
    db: Session, cast: Cast, goal: Goal
) -> None:
    answer = send(db, cast.mette, {"goal_id": str(goal.id), "person_id": str(cast.anders.id)})
    assert answer.outcome is Outcome.REFUSED
    assert answer.fields == {"goal_id": str(goal.id)}


def test_what_is_confided_is_for_one_whatever_the_form_says(
    db: Session, cast: Cast, goal: Goal
) -> None:
    send(db, cast.freja, {**said(goal), "kept_for": "all"}, "progress.confided")
    [entry] = entries(db)
    assert entry.kept_for is KeptFor.RESPONSIBLE


def test_a_correction_points_at_what_it_corrects(db: Session, cast: Cast, goal: Goal) -> None:
    first = send(db, cast.mette, said(goal))
    fields = {**said(goal, "Næsten selv."), "entry_id": str(first.value_id)}
    send(db, cast.mette, fields, "progress.corrected")
    assert [entry.corrects_id for entry in entries(db)] == [None, first.value_id]


def test_the_kept_form_is_forgotten_when_it_has_been_sent(
    db: Session, cast: Cast, goal: Goal
) -> None:
    for form in ("progress", "another"):
        keep_forms(db, cast.mette, entries=[{"form": form, "field": "note", "text": "Han gik"}])
    send(db, cast.mette, said(goal), form="progress")
    assert list(db.scalars(select(KeptForm.form))) == ["another"]


def test_a_kind_we_do_not_know_waits_on_the_phone_for_who_does(db: Session, cast: Cast) -> None:
    for kind in ("", "withdraw_progress", "goal.deleted", "x" * 5000):
        with pytest.raises(FromLater):
            send(db, cast.mette, {}, kind)
    assert db.scalar(select(func.count()).select_from(OutboxAnswer)) == 0


def test_answers_are_forgotten_after_400_days(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal))
    for days, left in ((399, 1), (401, 0)):
        with time_machine.travel(answer.answered_at + timedelta(days=days), tick=False):
            forget_old_answers(db)
        assert db.scalar(select(func.count()).select_from(OutboxAnswer)) == left
