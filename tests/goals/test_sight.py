"""Who can see this: by name before it is written, and how it came to that afterwards."""

from __future__ import annotations

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    change_audience,
    end_share,
    share_goal,
    share_with_parent,
)
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.seeing import Sight
from herning_pwa.people.freshness import is_sensitive, must_be_fresh
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.goals.making import agreed, draft, proposed

WHY = "Karl henter Emil om torsdagen"
CORE = "familien, fagpersonerne og dem, der er valgt"


def sight(db: Session, reader: Person, goal: Goal) -> Sight:
    db.flush()
    return goal_page(db, reader, goal_id=goal.id).sight


def sentences(db: Session, reader: Person, goal: Goal) -> list[str]:
    return [turn.sentence for turn in sight(db, reader, goal).history]


def test_mette_reads_who_will_see_her_words(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.sanne, audience=Audience.CORE)
    line = sight(db, cast.mette, goal).line
    assert line.line == "Kan ses af Anders, Freja, Sanne og Peter."
    assert line.can[0] == "Dig selv"
    assert set(line.cannot) == {"Karl, far", "Inger, mormor", "Jens, træner"}


def test_inger_is_not_told_who_is_left_out(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette, audience=Audience.CORE, named=(cast.inger.id,))
    assert sight(db, cast.inger, goal).line.cannot == []


def test_karl_reads_that_others_see_it_but_not_who(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason=WHY)
    line = sight(db, cast.karl, goal).line
    assert line.line == "Kan ses af Sanne og andre i kredsen."
    assert line.can == ["Dig selv", "Sanne, rådgiver"]


def test_a_young_persons_private_goal_is_for_two(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.freja, audience=Audience.CHILD)
    assert sight(db, cast.freja, goal).line.line == "Kan ses af Sanne."
    assert sight(db, cast.sanne, goal).line.line == "Kan ses af Freja."


def test_each_choice_says_who_would_see_it_and_who_not(db: Session, cast: Cast) -> None:
    draft(db, cast, cast.mette)
    notes = {
        c.value: c.note for c in draft_page(db, cast.mette, circle_id=cast.circle.id).audiences
    }
    assert notes == {
        "circle": "Kan ses af Anders, Freja, Inger, Jens, Sanne og Peter. Ikke af Karl.",
        "core": "Kan ses af Anders, Freja, Sanne og Peter. Ikke af Karl, Inger og Jens.",
        "parents": "Kan ses af Anders, Sanne og Peter. Ikke af Karl, Freja, Inger og Jens.",
    }


def test_the_history_tells_who_let_whom_in_and_when(db: Session, cast: Cast) -> None:
    with time_machine.travel("2026-11-02T12:00:00Z", tick=False) as days:
        goal = agreed(db, cast, audience=Audience.CORE)
        days.shift(86400)
        share_goal(db, cast.mette, goal_id=goal.id, person_id=cast.inger.id)
        days.shift(86400)
        end_share(db, cast.anders, goal_id=goal.id, person_id=cast.inger.id)
        days.shift(86400)
        change_audience(db, cast.anders, goal_id=goal.id, audience="parents")
        days.shift(7 * 86400)
        assert sentences(db, cast.sanne, goal) == [
            "Anders ændrede det den 5. november. Siden da kan det ses af forældre og fagpersoner.",
            "Anders holdt op med at dele det med Inger den 4. november.",
            "Mette delte det med Inger den 3. november.",
            f"Mette sendte målet den 2. november. Det kunne ses af {CORE}.",
        ]


def test_a_share_with_karl_needs_a_reason(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    for nothing in ("", "  ", None, 7, ["x"]):
        with pytest.raises(Invalid, match="Karl"), db.begin_nested():
            share_with_parent(
                db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason=nothing
            )


def test_why_is_for_the_parents_with_custody_and_the_responsible_alone(
    db: Session, cast: Cast
) -> None:
    goal = agreed(db, cast)
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason=WHY)
    db.flush()
    told = {
        name
        for name in ("mette", "anders", "sanne", "peter", "freja", "inger", "jens", "karl")
        if WHY in repr(goal_page(db, getattr(cast, name), goal_id=goal.id))
    }
    assert told == {"mette", "anders", "sanne"}
    assert sight(db, cast.sanne, goal).why_line.line == "Kan ses af Mette og Anders."


def test_sharing_with_karl_asks_for_a_fresh_sign_in_and_has_no_way_around(
    db: Session, cast: Cast
) -> None:
    goal = agreed(db, cast)
    assert is_sensitive(share_with_parent)
    with pytest.raises(NotAllowed):
        share_goal(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id)
    with pytest.raises(NotFound):
        share_with_parent(db, cast.frede, goal_id=goal.id, person_id=cast.karl.id, reason=WHY)


def test_only_opening_a_goal_to_more_asks_who_one_is(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    goal.audience = Audience.CORE
    asked = {
        audience: must_be_fresh(
            db, cast.mette, change_audience, {"goal_id": goal.id, "audience": audience}
        )
        for audience in ("circle", "core", "parents", "alle", None)
    }
    assert [audience for audience, is_asked in asked.items() if is_asked] == ["circle"]
    with pytest.raises(NotFound):
        must_be_fresh(db, cast.frede, change_audience, {"goal_id": goal.id, "audience": "circle"})


def test_a_network_member_cannot_be_let_in_by_the_parents_way(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.CORE)
    with pytest.raises(NotAllowed):
        share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.inger.id, reason=WHY)


def test_sanne_and_mette_may_look_as_others_and_inger_not(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    may = {
        name: sight(db, getattr(cast, name), goal).can_look_as_others
        for name in ("mette", "sanne", "inger", "freja", "peter")
    }
    assert [name for name, can in may.items() if can] == ["mette", "sanne"]
