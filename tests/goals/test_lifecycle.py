"""Whatever people do, in whatever order: no agreement without both sides on the same words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from herning_pwa.errors import DomainError
from herning_pwa.goals import commands
from herning_pwa.goals.models import (
    IN_FORCE,
    AnswerKind,
    Audience,
    Goal,
    Lifecycle,
    Wording,
    WordingState,
    Words,
)
from herning_pwa.people.models import Person
from tests.cast import Cast, assemble
from tests.chance import examples
from tests.goals.making import other_words, proposed

ANYBODY = st.sampled_from(["mette", "anders", "karl", "freja", "inger", "sanne", "peter", "frede"])
AUTHORS = st.sampled_from(["mette", "anders", "freja", "inger", "sanne", "peter"])
AUDIENCES = st.sampled_from(list(Audience))
NUMBERS = st.integers(0, 9)
FOCUS_AT_MOST = 3


class GoalsOfOneCircle(RuleBasedStateMachine):
    """Everybody does anything to any goal, each act in a transaction of its own."""

    engine: Engine

    def __init__(self) -> None:
        super().__init__()
        self.connection = self.engine.execution_options(writes=True).connect()
        self.outer = self.connection.begin()
        self.db = Session(self.connection, join_transaction_mode="create_savepoint")
        self.cast: Cast = assemble(self.db)
        self.goals: list[Goal] = []
        self.first_read: dict[object, tuple[Words, str]] = {}
        self.fresh = 0

    def teardown(self) -> None:
        self.db.close()
        self.outer.rollback()
        self.connection.close()

    def person(self, name: str) -> Person:
        return getattr(self.cast, name)

    def attempt(self, act: Callable[..., Any], name: str, **kwargs: Any) -> None:
        """Do it as that person; a refusal leaves nothing behind."""
        try:
            with self.db.begin_nested():
                act(self.db, self.person(name), **kwargs)
        except DomainError:
            self.db.expire_all()

    def goal(self, number: int) -> Goal:
        return self.goals[number % len(self.goals)]

    def wording(self, goal: Goal, number: int) -> Wording:
        """Mostly the newest, sometimes an earlier one, as from a page left open."""
        return goal.wordings[-1] if number else goal.wordings[0]

    def other_words(self) -> dict[str, object]:
        self.fresh += 1
        return other_words(title=f"Andre ord {self.fresh}")

    @rule(name=AUTHORS, audience=AUDIENCES)
    def propose(self, name: str, audience: Audience) -> None:
        try:
            with self.db.begin_nested():
                self.fresh += 1
                title = f"Mål {self.fresh}"
                goal = proposed(
                    self.db, self.cast, self.person(name), audience=audience, title=title
                )
                self.db.flush()
        except DomainError:
            self.db.expire_all()
        else:
            self.goals.append(goal)

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, which=NUMBERS)
    def agree(self, name: str, number: int, which: int) -> None:
        goal = self.goal(number)
        wording = self.wording(goal, which)
        self.attempt(commands.agree_to_goal, name, goal_id=goal.id, wording_id=wording.id)

    @precondition(lambda self: self.goals)
    @rule(number=NUMBERS)
    def both_sides_agree(self, number: int) -> None:
        goal = self.goal(number)
        for name in ("anders", "sanne", "mette"):
            wording = goal.wordings[-1]
            self.attempt(commands.agree_to_goal, name, goal_id=goal.id, wording_id=wording.id)

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, which=NUMBERS, seen=st.booleans())
    def return_with_other_words(self, name: str, number: int, which: int, seen: bool) -> None:
        goal = self.goal(number)
        self.attempt(
            commands.return_goal,
            name,
            goal_id=goal.id,
            wording_id=self.wording(goal, which).id,
            fields=self.other_words(),
            seen_agreed=seen,
        )

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, which=NUMBERS, seen=st.booleans())
    def decline(self, name: str, number: int, which: int, seen: bool) -> None:
        goal = self.goal(number)
        self.attempt(
            commands.decline_goal,
            name,
            goal_id=goal.id,
            wording_id=self.wording(goal, which).id,
            reason="Ikke nu",
            seen_agreed=seen,
        )

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, which=NUMBERS)
    def change(self, name: str, number: int, which: int) -> None:
        goal = self.goal(number)
        self.attempt(
            commands.propose_change,
            name,
            goal_id=goal.id,
            wording_id=self.wording(goal, which).id,
            fields=self.other_words(),
        )

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, which=NUMBERS)
    def withdraw(self, name: str, number: int, which: int) -> None:
        goal = self.goal(number)
        wording = self.wording(goal, which)
        self.attempt(commands.withdraw_proposal, name, goal_id=goal.id, wording_id=wording.id)

    @precondition(lambda self: self.goals)
    @rule(
        name=ANYBODY,
        number=NUMBERS,
        act=st.sampled_from(
            [
                commands.begin_goal,
                commands.resume_goal,
                commands.put_in_focus,
                commands.take_out_of_focus,
            ]
        ),
    )
    def steer(self, name: str, number: int, act: Callable[..., Any]) -> None:
        self.attempt(act, name, goal_id=self.goal(number).id)

    @precondition(lambda self: self.goals)
    @rule(
        name=ANYBODY,
        number=NUMBERS,
        act=st.sampled_from([commands.pause_goal, commands.end_goal]),
    )
    def stop(self, name: str, number: int, act: Callable[..., Any]) -> None:
        self.attempt(act, name, goal_id=self.goal(number).id, reason="Derfor")

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS)
    def finish(self, name: str, number: int) -> None:
        goal_id = self.goal(number).id
        self.attempt(commands.finish_goal, name, goal_id=goal_id, achievement="achieved")

    @precondition(lambda self: self.goals)
    @rule(name=ANYBODY, number=NUMBERS, audience=AUDIENCES)
    def change_audience(self, name: str, number: int, audience: Audience) -> None:
        goal_id = self.goal(number).id
        self.attempt(commands.change_audience, name, goal_id=goal_id, audience=audience)

    @invariant()
    def both_sides_stand_behind_the_words_in_force(self) -> None:
        parents = {self.cast.mette.id, self.cast.anders.id}
        for wording in self.wordings():
            if wording.agreed_at is not None:
                yes = wording.who_said(AnswerKind.AGREE)
                assert self.cast.sanne.id in yes
                assert yes & parents

    @invariant()
    def a_goal_in_force_has_exactly_one_wording_in_force(self) -> None:
        for goal in self.goals:
            in_force = [w for w in goal.wordings if w.state is WordingState.AGREED]
            waiting = [w for w in goal.wordings if w.state is WordingState.OPEN]
            assert len(waiting) <= 1
            if goal.lifecycle in IN_FORCE or goal.lifecycle is Lifecycle.COMPLETED:
                assert len(in_force) == 1
            if goal.lifecycle in {Lifecycle.PROPOSED, Lifecycle.REJECTED}:
                assert in_force == []

    @invariant()
    def a_goal_that_is_over_waits_for_nobody(self) -> None:
        for goal in self.goals:
            if goal.is_ended:
                assert goal.open_wording is None

    @invariant()
    def at_most_three_are_in_focus(self) -> None:
        focused = [goal for goal in self.goals if goal.in_focus]
        assert len(focused) <= FOCUS_AT_MOST
        assert all(goal.can_be_in_focus for goal in focused)

    @invariant()
    def words_never_change(self) -> None:
        for wording in self.wordings():
            now = (wording.words, wording.comment)
            assert self.first_read.setdefault(wording.id, now) == now

    @invariant()
    def nobody_has_answered_twice(self) -> None:
        for wording in self.wordings():
            people = [answer.person_id for answer in wording.answers]
            assert len(people) == len(set(people))

    def wordings(self) -> list[Wording]:
        return [wording for goal in self.goals for wording in goal.wordings]


@pytest.mark.hypothesis
def test_whatever_people_do(engine: Engine) -> None:
    class OnThisDatabase(GoalsOfOneCircle):
        pass

    OnThisDatabase.engine = engine
    run_state_machine_as_test(
        OnThisDatabase,
        settings=settings(max_examples=examples(30), stateful_step_count=25),
    )
