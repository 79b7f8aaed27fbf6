"""Everything one has written oneself, also after the place has ended, and nothing by others."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import end_membership
from herning_pwa.goals.commands import add_step, decline_goal, return_goal
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import add_point, answer_meeting, mark_times, offer_times
from herning_pwa.offline.commands import hear_answer
from herning_pwa.people.commands import keep_forms
from herning_pwa.people.models import Person
from herning_pwa.privacy.queries import as_json, as_page, own_words_page
from herning_pwa.progress.commands import record_progress, withdraw_progress
from tests.cast import Cast
from tests.counting import counted
from tests.goals.making import TITLE, agreed, other_words, proposed, waiting
from tests.meeting_plans import meeting_called_by
from tests.offline.sending import said, send

NOTE = "Han gik selv i skole i dag."
OTHERS = "kanariefugl"


def exported(db: Session, person: Person) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(as_json(db, person))
    return content


def texts(db: Session, person: Person) -> list[str]:
    return [part["text"] for word in exported(db, person)["words"] for part in word["parts"]]


def kinds(db: Session, person: Person) -> set[str]:
    return {word["kind"] for word in exported(db, person)["words"]}


def taken_out(db: Session, cast: Cast, person: Person) -> None:
    place = person.membership_in(cast.circle.id)
    assert place
    end_membership(db, cast.mette, membership_id=place.id)
    db.flush()
    db.expire_all()


def say(db: Session, by: Person, goal_id: object, note: str = NOTE) -> Any:
    return record_progress(db, by, goal_id=goal_id, client_key=str(uuid4()), rating="0", note=note)


def test_inger_finds_what_she_has_written_in_every_room(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    say(db, cast.inger, goal.id)
    own = proposed(db, cast, cast.inger, title="Fisketur med mormor")
    step = {"title": "Vi finder stængerne", "due_on": today().isoformat()}
    add_step(db, cast.inger, goal_id=own.id, person_id=str(cast.inger.id), **step)
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.inger)
    add_point(db, cast.inger, meeting_id=meeting.id, text="Hvem henter om torsdagen?")
    answer_meeting(
        db, cast.inger, meeting_id=meeting.id, sequence="0", answer="coming", words="Med kage."
    )
    keep_forms(db, cast.inger, entries=[{"form": "x", "field": "note", "text": "Ikke sendt ord"}])
    found = texts(db, cast.inger)
    for words in (
        NOTE,
        "0",
        "Fisketur med mormor",
        "Vi finder stængerne",
        "Hvem henter om torsdagen?",
        "Med kage.",
    ):
        assert words in found
    assert kinds(db, cast.inger) == {
        "goal_words",
        "progress",
        "step",
        "agenda_point",
        "meeting_answer",
    }
    assert exported(db, cast.inger)["unsent"] == ["Ikke sendt ord"]


def test_it_is_still_hers_when_her_place_has_ended(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, title=OTHERS)
    say(db, cast.inger, goal.id)
    [before] = exported(db, cast.inger)["words"]
    assert (before["about"], before["circle"]) == (OTHERS, cast.circle.name)
    taken_out(db, cast, cast.inger)
    [after] = exported(db, cast.inger)["words"]
    assert [part["text"] for part in after["parts"]] == [part["text"] for part in before["parts"]]
    assert after["about"] == "et mål"
    for content in (as_json(db, cast.inger), as_page(db, cast.inger)):
        for hidden in (OTHERS, cast.circle.name, "Emil", "Freja", "Mette"):
            assert hidden not in content
        assert NOTE in content


def test_nothing_by_others_is_in_it(db: Session, cast: Cast) -> None:
    for by in (cast.mette, cast.freja, cast.sanne):
        goal = proposed(db, cast, by, title=f"{OTHERS} {by.first_name}")
        add_step(
            db,
            by,
            goal_id=goal.id,
            title=OTHERS,
            person_id=str(by.id),
            due_on=today().isoformat(),
        )
    shared = agreed(db, cast)
    say(db, cast.mette, shared.id, OTHERS)
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.anders, cast.mette)
    add_point(db, cast.mette, meeting_id=meeting.id, text=OTHERS)
    assert exported(db, cast.anders)["words"] == []
    assert OTHERS not in as_page(db, cast.anders)


def test_words_taken_over_from_somebody_else_are_not_ones_own(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    words = other_words(why="Dagen begynder roligt.", comment="Skal vi begynde mindre?")
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=words)
    found = texts(db, cast.sanne)
    assert "Emil møder til tiden to dage om ugen" in found
    assert "Skal vi begynde mindre?" in found
    assert "Dagen begynder roligt." not in found
    assert TITLE in texts(db, cast.mette)


def test_what_was_taken_back_is_still_there_and_says_so(db: Session, cast: Cast) -> None:
    entry = say(db, cast.inger, agreed(db, cast).id)
    withdraw_progress(db, cast.inger, entry_id=entry.id)
    [word] = exported(db, cast.inger)["words"]
    assert NOTE in [part["text"] for part in word["parts"]]
    assert word["state"] == "Trukket tilbage"


def test_reasons_are_there(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    decline_goal(
        db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), reason="Lad os vente lidt."
    )
    assert "Lad os vente lidt." in texts(db, cast.sanne)


@pytest.mark.parametrize("name", ["otto", "birgit", "karl"])
def test_somebody_who_has_written_nothing_gets_an_empty_file(
    db: Session, cast: Cast, name: str
) -> None:
    content = exported(db, cast.people[name])
    assert (content["schema"], content["version"]) == ("sammen.own-words", 1)
    assert content["words"] == []
    assert own_words_page(db, cast.people[name]).circles == []


def test_the_page_to_print_is_safe_whatever_was_written(db: Session, cast: Cast) -> None:
    say(db, cast.inger, agreed(db, cast).id, "<script>alert('x')</script> & \"kage\"\nlinje to")
    page = as_page(db, cast.inger)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<br>linje to" in page


def test_a_thousand_words_cost_as_many_statements_as_one(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    meeting = meeting_called_by(db, cast.mette, cast.circle, cast.sanne)

    def statements() -> int:
        db.flush()
        db.expire_all()
        with counted(db) as statements:
            own_words_page(db, cast.mette)
        return len(statements)

    say(db, cast.mette, goal.id)
    add_point(db, cast.mette, meeting_id=meeting.id, text="Et punkt")
    few = statements()
    for n in range(10):
        say(db, cast.mette, goal.id, f"{NOTE} {n}")
        add_point(db, cast.mette, meeting_id=meeting.id, text=f"Punkt {n}")
        meeting_called_by(db, cast.mette, cast.circle, cast.sanne)
    assert statements() == few


def test_what_was_refused_is_hers_to_take_along_until_she_lets_go(db: Session, cast: Cast) -> None:
    fields = said(agreed(db, cast), NOTE) | {"happened_on": "2020-01-31"}
    answer = send(db, cast.mette, fields)
    [refused] = [word for word in exported(db, cast.mette)["words"] if word["kind"] == "not_sent"]
    assert refused["parts"][0] == {"name": "Dag", "text": "31. januar 2020"}
    assert NOTE in texts(db, cast.mette)
    assert NOTE not in as_json(db, cast.anders)
    hear_answer(db, cast.mette, key=answer.key)
    db.flush()
    assert NOTE not in as_json(db, cast.mette)


def test_the_times_one_has_offered_and_answered_are_in_it_and_nobody_elses(
    db: Session, cast: Cast
) -> None:
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.inger, cast.anders)
    later = (today() + timedelta(days=20)).isoformat()
    times = [(later, "10:00", "11:00")]
    offer_times(db, cast.sanne, meeting_id=meeting.id, sequence=0, times=times)
    shown = str(meeting.open_offers[0].id)
    mark_times(db, cast.inger, meeting_id=meeting.id, shown=shown, suits=[shown])
    db.flush()
    assert kinds(db, cast.inger) == {"time_mark"}
    assert "Passer mig" in texts(db, cast.inger)
    assert {"time_offer", "time_mark"} <= kinds(db, cast.sanne)
    assert kinds(db, cast.anders) == set()
