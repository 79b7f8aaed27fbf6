"""Emil, thirteen, and Freja, fifteen, share a circle; each one's own goals stay with that one
and the grown-ups (barnets lov § 91: a joint plan keeps individual parts)."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child
from herning_pwa.errors import Invalid, NotFound
from herning_pwa.goals.commands import add_step, agree_to_goal, record_child_view, save_aim
from herning_pwa.goals.models import Audience, Goal, Whose
from herning_pwa.goals.policy import sees_goal, visible_to
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.queries.write import write_page
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.goals.making import first_page, in_force, proposed, soon
from tests.siblings import emil_signs_in

CANARY = "kanariefugl"


@pytest.fixture
def emil(db: Session, cast: Cast) -> Person:
    return emil_signs_in(db, cast)


def own_goal(db: Session, cast: Cast, child: Child, title: str = CANARY, **more: object) -> Goal:
    return agreed_goal(
        db, cast.circle, cast.mette, title, whose=Whose.CHILD, child_id=child.id, **more
    )


def everything(db: Session, person: Person, cast: Cast, goal: Goal) -> str:
    asked = [
        lambda: goal_page(db, person, goal_id=goal.id),
        lambda: goal_list(db, person, circle_id=cast.circle.id),
        lambda: draft_page(db, person, circle_id=cast.circle.id),
        lambda: today_page(db, person, circle_id=cast.circle.id),
        lambda: write_page(db, person, circle_id=cast.circle.id),
    ]
    answers = []
    for ask in asked:
        try:
            answers.append(repr(ask()))
        except NotFound as nothing:
            answers.append(str(nothing))
    return "\n".join(answers)


@pytest.mark.parametrize("audience", [Audience.CIRCLE, Audience.CORE])
def test_emils_goal_and_numbers_are_not_frejas(
    db: Session, cast: Cast, emil: Person, audience: Audience
) -> None:
    goal = own_goal(db, cast, cast.emil, audience=audience, in_focus=True)
    record_progress(db, emil, goal_id=goal.id, client_key=uuid4(), rating=3, note=CANARY)
    assert CANARY not in everything(db, cast.freja, cast, goal)
    assert CANARY in everything(db, emil, cast, goal)
    with pytest.raises(NotFound):
        record_progress(db, cast.freja, goal_id=goal.id, client_key=uuid4(), rating=3)


def test_and_frejas_are_not_emils(db: Session, cast: Cast, emil: Person) -> None:
    goal = own_goal(db, cast, cast.freja_child, in_focus=True)
    record_progress(db, cast.freja, goal_id=goal.id, client_key=uuid4(), rating=3, note=CANARY)
    assert CANARY not in everything(db, emil, cast, goal)
    assert CANARY in everything(db, cast.freja, cast, goal)


@pytest.mark.parametrize("name", ["mette", "anders", "sanne", "peter", "inger"])
def test_the_grown_ups_see_both(db: Session, cast: Cast, emil: Person, name: str) -> None:
    goal = own_goal(db, cast, cast.emil)
    assert CANARY in everything(db, cast.people[name], cast, goal)


def test_the_familys_goals_are_for_both(db: Session, cast: Cast, emil: Person) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, CANARY)
    record_progress(db, emil, goal_id=goal.id, client_key=uuid4(), rating=3)
    view = goal_page(db, cast.freja, goal_id=goal.id)
    assert [voice.name for voice in view.voices.voices] == ["Emil"]


def test_a_proposal_about_emil_asks_only_emil(db: Session, cast: Cast, emil: Person) -> None:
    goal = proposed(db, cast, cast.mette, title=CANARY, whose=f"child:{cast.emil.id}")
    assert [thing.words for thing in first_page(db, emil).waiting] == [CANARY]
    assert first_page(db, cast.freja).waiting == []
    with pytest.raises(NotFound):
        record_child_view(
            db,
            cast.freja,
            goal_id=goal.id,
            wording_id=goal.latest_wording.id,
            child_id=cast.freja_child.id,
            kind="agrees",
        )


def test_who_can_see_this_leaves_the_sibling_out(db: Session, cast: Cast, emil: Person) -> None:
    goal = own_goal(db, cast, cast.emil)
    sight = goal_page(db, cast.mette, goal_id=goal.id).sight
    assert not [line for line in sight.line.can if line.startswith("Freja")]
    assert [line for line in sight.line.can if line.startswith("Emil")]
    assert "Freja" not in sight.choices[0].note.partition("Ikke af")[0]


def test_a_step_on_emils_goal_is_not_given_to_freja(db: Session, cast: Cast, emil: Person) -> None:
    goal = own_goal(db, cast, cast.emil)
    with pytest.raises(Invalid):
        add_step(
            db,
            cast.mette,
            goal_id=goal.id,
            title="Følge ham til bussen",
            person_id=str(cast.freja.id),
            due_on=soon(),
        )


def test_freja_proposes_for_herself_and_the_family_only(
    db: Session, cast: Cast, emil: Person
) -> None:
    for whose in ("family", f"child:{cast.freja_child.id}"):
        save_aim(db, cast.freja, circle_id=cast.circle.id, title="Et mål", whose=whose, area="home")
    with pytest.raises(Invalid) as refusal:
        save_aim(
            db,
            cast.freja,
            circle_id=cast.circle.id,
            title="Et mål",
            whose=f"child:{cast.emil.id}",
            area="home",
        )
    assert "whose" in refusal.value.fields


def test_what_freja_once_proposed_for_emil_she_still_sees(
    db: Session, cast: Cast, emil: Person
) -> None:
    goal = agreed_goal(
        db, cast.circle, cast.freja, CANARY, whose=Whose.CHILD, child_id=cast.emil.id
    )
    assert CANARY in everything(db, cast.freja, cast, goal)
    agree_to_goal(db, cast.mette, goal_id=goal.id, wording_id=in_force(goal))


def test_the_database_and_the_promise_say_the_same(db: Session, cast: Cast, emil: Person) -> None:
    goals = [
        own_goal(db, cast, child, audience=audience)
        for child in (cast.emil, cast.freja_child)
        for audience in Audience
    ]
    for place in cast.circle.active_memberships:
        given = set(db.scalars(visible_to(place.person)))
        assert given == {goal for goal in goals if sees_goal(place, goal)}
