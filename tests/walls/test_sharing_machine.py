"""Whatever people do, in whatever order: each sees exactly what a plain list of rules says.

The rules are written here a second time, in the words of product.md and without the app's own
policies; Hypothesis looks for the order of acts in which the two differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import (
    accept_invitation,
    confirm_invitation,
    end_early,
    end_membership,
    hand_over,
    invite,
    leave_circle,
    refuse_invitation,
)
from herning_pwa.circles.models import Invitation, Membership
from herning_pwa.circles.policy import invitations_visible_to, members_visible_to
from herning_pwa.errors import DomainError
from herning_pwa.goals.commands import change_audience, end_share, share_goal, share_with_parent
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.policy import visible_to as goals_visible_to
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import answer_meeting, plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import visible_to as meetings_visible_to
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import visible_to as entries_visible_to
from tests.agreed import agreed_goal
from tests.cast import Cast, assemble
from tests.chance import examples
from tests.goals.making import soon

CUSTODY, INFORMED, YOUNG, NETWORK, STAFF = "custody", "informed", "young", "network", "staff"
SUPPORTER = "supporter"
FIRST = {
    "mette": CUSTODY,
    "anders": CUSTODY,
    "karl": INFORMED,
    "freja": YOUNG,
    "inger": NETWORK,
    "jens": NETWORK,
    "sanne": STAFF,
    "peter": STAFF,
}
PEOPLE = [*FIRST, "fatima", "frede", "otto"]
TWO_HOMES = ("mette", "anders", "inger", "fatima")  # the walk asks everybody
FOR_ALL = {"circle", "core", "parents"}
SEES = {CUSTODY: FOR_ALL, STAFF: FOR_ALL, YOUNG: {"circle", "core"}, NETWORK: {"circle"}}
SEES_BY_NAME = {NETWORK: {"core"}, INFORMED: {"circle", "core"}}
SEES_OWN = {YOUNG: {"child"}, NETWORK: {"core"}}
CHOOSES = {CUSTODY: FOR_ALL, STAFF: FOR_ALL, YOUNG: {"circle", "core", "child"}}
TAKES_PART = {CUSTODY, STAFF, YOUNG, NETWORK}

deciding = st.sampled_from(["mette", "anders", "sanne"])  # most often, or little would happen
anybody = deciding | deciding | st.sampled_from(PEOPLE)
members = st.sampled_from(list(FIRST))
named = st.sampled_from(["inger", "jens", "karl"])  # those a goal can be shown to, and who leave
number = st.integers(0, 5)


@dataclass
class ThatGoal:
    """A goal, as the plain rules know it. ``named`` holds who, and in which stay of theirs."""

    author: str
    audience: str
    named: set[tuple[str, int]] = field(default_factory=set)


@dataclass
class Plain:
    """The world in plain terms."""

    role: dict[str, str] = field(default_factory=lambda: dict(FIRST))
    stay: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PEOPLE, 0))
    responsible: str = "sanne"
    goals: dict[UUID, ThatGoal] = field(default_factory=dict)
    entries: dict[UUID, tuple[UUID, str, bool]] = field(default_factory=dict)
    meetings: dict[UUID, set[str]] = field(default_factory=dict)
    invitations: dict[UUID, tuple[str, str]] = field(default_factory=dict)  # by whom, as what
    brought_by: str = ""  # who has brought Fatima along

    def sees(self, who: str, goal: ThatGoal) -> bool:
        role = self.role.get(who, "")
        by_name = (who, self.stay[who]) in goal.named
        return (
            goal.audience in SEES.get(role, ())
            or (by_name and goal.audience in SEES_BY_NAME.get(role, ()))
            or (who == goal.author and goal.audience in SEES_OWN.get(role, ()))
            or (who == self.responsible and goal.audience == "child")
        )

    def goals_of(self, who: str) -> set[UUID]:
        return {id_ for id_, goal in self.goals.items() if self.sees(who, goal)}

    def entries_of(self, who: str) -> set[UUID]:
        return {
            id_
            for id_, (goal, author, kept) in self.entries.items()
            if self.sees(who, self.goals[goal]) and (not kept or who in {author, self.responsible})
        }

    def meetings_of(self, who: str) -> set[UUID]:
        is_in = who in self.role
        return {
            id_
            for id_, invited in self.meetings.items()
            if is_in and (who in invited or who == self.responsible)
        }

    def invitations_of(self, who: str) -> set[UUID]:
        role = self.role.get(who)
        return {
            id_
            for id_, (inviter, place) in self.invitations.items()
            if role
            and (who in {inviter, self.responsible} or (role == CUSTODY and place != SUPPORTER))
        }

    def members_of(self, who: str) -> set[str]:
        role = self.role.get(who)
        if role is None:
            return set()
        always = {who, self.responsible}
        if role == SUPPORTER:
            return always | {name for name, place in self.role.items() if place == CUSTODY}
        if role not in TAKES_PART:
            return always
        knows = role == STAFF or who == self.brought_by
        return {name for name, place in self.role.items() if place != SUPPORTER or knows}

    def may_name(self, who: str, whom: str, goal: ThatGoal) -> bool:
        if not self.sees(who, goal) or whom not in self.role:
            return False
        if self.role[whom] == INFORMED:
            return who == self.responsible and goal.audience in {"circle", "core"}
        decides = self.role[who] in {CUSTODY, STAFF}
        return decides and self.role[whom] == NETWORK and goal.audience == "core"

    def may_choose(self, who: str, goal: ThatGoal, audience: str) -> bool:
        if goal.audience == "child":
            may = who == goal.author
        else:
            may = self.role.get(who) == CUSTODY or who == self.responsible
        role = self.role.get(goal.author, "")
        author_sees = (
            not role or audience in SEES.get(role, ()) or audience in SEES_OWN.get(role, ())
        )
        return (
            may
            and self.sees(who, goal)
            and audience in CHOOSES.get(self.role.get(who, ""), set()) - {"child"}
            and (author_sees or (goal.author, self.stay[goal.author]) in goal.named)
        )


class Sharing(RuleBasedStateMachine):
    """What people do in the circle."""

    engine: Engine

    def __init__(self) -> None:
        super().__init__()
        self.connection = self.engine.execution_options(writes=True).connect()
        self.outer = self.connection.begin()
        self.db = Session(self.connection, join_transaction_mode="create_savepoint")
        self.cast: Cast = assemble(self.db)
        self.circle_id = self.cast.circle.id
        self.ids = {name: person.id for name, person in self.cast.people.items()}
        self.emails = {name: person.email for name, person in self.cast.people.items()}
        self.plain = Plain()
        self.waiting: tuple[UUID, str, str] | None = None
        self.handover: tuple[UUID, str, str, bool] | None = None
        for audience in Audience:
            self._new_goal("freja" if audience is Audience.CHILD else "mette", audience.value)

    def teardown(self) -> None:
        self.db.close()
        self.outer.rollback()
        self.connection.close()

    def person(self, who: str) -> Person:
        self.db.flush()
        self.db.expire_all()
        return self.db.get_one(Person, self.ids[who])

    def place(self, who: str) -> Membership | None:
        self.person(who)
        mine = select(Membership).where(
            Membership.circle_id == self.circle_id,
            Membership.person_id == self.ids[who],
            Membership.is_active,
        )
        return self.db.scalars(mine).one_or_none()

    def try_to(self, allowed: bool, act: Callable[..., Any], who: str, **about: Any) -> Any:
        """The act goes through exactly when the plain rules allow it."""
        savepoint = self.db.begin_nested()
        try:
            value = act(self.db, self.person(who), **about)
            self.db.flush()
        except DomainError as refused:
            savepoint.rollback()
            if allowed:
                pytest.fail(f"{who} may {act.__name__}, but: {refused}")
            return None
        savepoint.commit()
        assert allowed, f"{who} may not {act.__name__}"
        return value

    def _new_goal(self, author: str, audience: str) -> None:
        place = self.place(author)
        assert place
        goal = agreed_goal(self.db, place.circle, place.person, audience=Audience(audience))
        self.plain.goals[goal.id] = ThatGoal(author, audience)

    def _goal(self, at: int, prefer: str = "") -> tuple[UUID, ThatGoal]:
        """One of the goals; high numbers choose among those with the audience one prefers."""
        goals = list(self.plain.goals.items())
        preferred = [one for one in goals if at > 1 and one[1].audience == prefer]
        return (preferred or goals)[at % len(preferred or goals)]

    @rule(who=members, audience=st.sampled_from(["circle", "core", "parents", "child"]))
    def propose(self, who: str, audience: str) -> None:
        if audience in CHOOSES.get(self.plain.role.get(who, ""), ()):
            self._new_goal(who, audience)

    @rule(who=anybody, at=number, whom=named)
    def grant(self, who: str, at: int, whom: str) -> None:
        id_, goal = self._goal(at, "core")
        needs_why = self.plain.role.get(whom) == INFORMED
        act, why = (share_with_parent, {"reason": "Ja"}) if needs_why else (share_goal, {})
        allowed = self.plain.may_name(who, whom, goal)
        self.try_to(allowed, act, who, goal_id=id_, person_id=self.ids[whom], **why)
        if allowed:
            goal.named.add((whom, self.plain.stay[whom]))

    @rule(who=anybody, at=number, whom=named)
    def revoke(self, who: str, at: int, whom: str) -> None:
        id_, goal = self._goal(at)
        allowed = self.plain.may_name(who, whom, goal)
        self.try_to(allowed, end_share, who, goal_id=id_, person_id=self.ids[whom])
        if allowed:
            goal.named -= {(whom, stay) for stay in range(self.plain.stay[whom] + 1)}

    @rule(who=anybody, at=number, audience=st.sampled_from(["circle", "core", "parents"]))
    def choose_audience(self, who: str, at: int, audience: str) -> None:
        id_, goal = self._goal(at)
        allowed = self.plain.may_choose(who, goal, audience)
        self.try_to(allowed, change_audience, who, goal_id=id_, audience=audience)
        if allowed:
            goal.audience = audience

    @rule(who=anybody, at=number, kept=st.booleans())
    def record(self, who: str, at: int, kept: bool) -> None:
        id_, goal = self._goal(at)
        role = self.plain.role.get(who, "")
        allowed = self.plain.sees(who, goal) and role in TAKES_PART and (not kept or role == YOUNG)
        entry = self.try_to(
            allowed,
            record_progress,
            who,
            goal_id=id_,
            client_key=uuid4(),
            rating="5",
            kept_for="responsible" if kept else "all",
        )
        if entry:
            self.plain.entries[entry.id] = (id_, who, kept)

    @rule(who=anybody, people=st.sets(members, min_size=1, max_size=3))
    def meet(self, who: str, people: set[str]) -> None:
        invited = people - {who}
        decides = self.plain.role.get(who) in {CUSTODY, STAFF}
        meeting = self.try_to(
            decides and bool(invited) and invited <= set(self.plain.role),
            plan_meeting,
            who,
            circle_id=self.circle_id,
            form_key=uuid4(),
            kind="talk",
            day=soon(),
            start="10:00",
            end="11:00",
            people=[str(self.ids[name]) for name in invited],
        )
        if meeting:
            self.plain.meetings[meeting.id] = invited | {who}

    @rule(who=anybody, at=number)
    def answer(self, who: str, at: int) -> None:
        if self.plain.meetings:
            id_, invited = list(self.plain.meetings.items())[at % len(self.plain.meetings)]
            allowed = who in self.plain.role and who in invited
            about = {"meeting_id": id_, "sequence": "0", "answer": "coming"}
            self.try_to(allowed, answer_meeting, who, **about)

    @rule(who=anybody, whom=st.sampled_from(["inger", "jens"]) | members)
    def come_and_go(self, who: str, whom: str) -> None:
        """Whoever is in the circle is taken out; a network member who is not is invited."""
        place, role = self.place(whom), self.plain.role
        if place is None:
            waits = self.waiting is not None and self.waiting[2] == whom
            if FIRST[whom] == NETWORK and role.get(who) != STAFF and not waits:
                self._invite(who, whom)
            return
        allowed = role.get(who) in {CUSTODY, STAFF} and role[whom] == NETWORK and who != whom
        self.try_to(allowed, end_membership, who, membership_id=place.id)
        if allowed:
            self._is_out(whom)

    @rule(who=deciding, whom=st.sampled_from(["inger", "jens"]))
    def be_away_for_a_while(self, who: str, whom: str) -> None:
        """Out and in again: what was shown to the guest of before is not shown to this one."""
        self.come_and_go(who, whom)
        self.come_and_go(who, whom)

    def _invite(self, who: str, guest: str) -> None:
        invitation = self._ask(who, guest, NETWORK, allowed=self.plain.role.get(who) == CUSTODY)
        if invitation:
            self._accept(invitation, guest, NETWORK)

    def _ask(self, who: str, guest: str, role: str, *, allowed: bool) -> Invitation | None:
        place = "supporter:supporter" if role == SUPPORTER else "network_member:aunt"
        about = {"circle_id": self.circle_id, "place": place, "name": guest.title()}
        invitation = self.try_to(allowed, invite, who, email=self.emails[guest], **about)
        if invitation:
            self.plain.invitations[invitation.id] = (who, role)
        return invitation

    def _accept(self, invitation: Invitation, guest: str, role: str) -> None:
        secret = self.db.get_one(Mail, invitation.mail_id).secret
        accept_invitation(self.db, secret, signed_in=self.person(guest))
        self.plain.role[guest] = role
        self.plain.stay[guest] += 1

    @rule(who=st.sampled_from(["mette", "anders", "inger"]))
    def bring_along(self, who: str) -> None:
        if "fatima" in self.plain.role:
            return
        invitation = self._ask(
            who, "fatima", SUPPORTER, allowed=self.plain.role.get(who) == CUSTODY
        )
        if invitation:
            self._accept(invitation, "fatima", SUPPORTER)
            self.plain.brought_by = who

    @rule(who=st.sampled_from(["sanne", "peter"]), guest=st.sampled_from(["inger", "jens"]))
    def ask_the_parents(self, who: str, guest: str) -> None:
        """A professional's guest waits for a custody parent's yes."""
        if self.waiting or guest in self.plain.role:
            return
        invitation = self._ask(who, guest, NETWORK, allowed=self.plain.role.get(who) == STAFF)
        if invitation:
            self.waiting = (invitation.id, who, guest)

    @rule(who=anybody, yes=st.booleans())
    def answer_for_the_family(self, who: str, yes: bool) -> None:
        if self.waiting is None or self.plain.role.get(self.waiting[1]) != STAFF:
            return
        id_, _inviter, guest = self.waiting
        allowed = self.plain.role.get(who) == CUSTODY
        act = confirm_invitation if yes else refuse_invitation
        self.try_to(allowed, act, who, invitation_id=id_)
        if allowed:
            self.waiting = None
            if yes:
                self._accept(self.db.get_one(Invitation, id_), guest, NETWORK)

    @rule(who=st.sampled_from(["anders", "karl", "freja", "inger", "jens", "sanne", "peter"]))
    def leave(self, who: str) -> None:
        place = self.place(who)
        if place is None:
            return
        allowed = self.plain.role[who] in {CUSTODY, INFORMED, NETWORK}
        self.try_to(allowed, leave_circle, who, membership_id=place.id)
        if allowed:
            self._is_out(who)

    def _is_out(self, who: str) -> None:
        self.plain.role.pop(who)
        if who == self.plain.brought_by:  # a supporter goes with who brought them
            self.plain.role.pop("fatima", None)
            self.plain.brought_by = ""

    @rule(who=anybody, to=st.sampled_from(["sanne", "peter", "frede"]), good=st.booleans())
    def hand_on(self, who: str, to: str, good: bool) -> None:
        if self.handover is not None:
            return
        fields = {"who": self.emails[to], "lasting": "for_good" if good else "period"}
        when = {"starts_on": today().isoformat(), "back_on": soon(20), "told": "ja"}
        allowed = who == self.plain.responsible and who != to
        about = {"circle_id": self.circle_id, "fields": {**fields, **when, "reason": "Barsel"}}
        handover = self.try_to(allowed, hand_over, who, **about)
        if handover is None:
            return
        is_new = to not in self.plain.role
        if is_new:
            self.plain.stay[to] += 1
        self.plain.role[to], self.plain.responsible = STAFF, to
        if good:
            self._is_out(who)
        else:
            self.handover = (handover.id, who, to, is_new)

    @rule(who=anybody)
    def come_back(self, who: str) -> None:
        if self.handover is None:
            return
        id_, giver, taker, is_new = self.handover
        allowed = who in {giver, taker} and who in self.plain.role
        self.try_to(allowed, end_early, who, handover_id=id_)
        if allowed:
            self.plain.responsible, self.handover = giver, None
            if is_new:
                self._is_out(taker)

    @invariant()
    def everybody_sees_what_the_plain_rules_say(self) -> None:
        self.db.flush()
        for who in PEOPLE:
            person = self.db.get_one(Person, self.ids[who])
            assert self._seen(goals_visible_to(person), Goal) == self.plain.goals_of(who), who
            assert self._seen(entries_visible_to(person), ProgressEntry) == self.plain.entries_of(
                who
            ), who
            assert self._seen(meetings_visible_to(person), Meeting) == self.plain.meetings_of(
                who
            ), who

    @invariant()
    def both_homes_and_the_network_know_whom_they_may(self) -> None:
        self.whom_they_know(TWO_HOMES)

    def whom_they_know(self, people: Iterable[str]) -> None:
        for who in people:
            person = self.db.get_one(Person, self.ids[who])
            asked = self._seen(invitations_visible_to(person), Invitation)
            assert asked == self.plain.invitations_of(who), who
            assert self._known(person) == self.plain.members_of(who), who

    def _known(self, person: Person) -> set[str]:
        """Whom of the circle somebody sees, by name."""
        here = members_visible_to(person).where(Membership.circle_id == self.circle_id)
        seen = set(self.db.scalars(here.with_only_columns(Membership.person_id)))
        return {name for name, id_ in self.ids.items() if id_ in seen}

    def _seen(
        self, statement: Any, kind: type[Goal | ProgressEntry | Meeting | Invitation]
    ) -> set[UUID]:
        plain = self.plain
        known = {**plain.goals, **plain.entries, **plain.meetings, **plain.invitations}
        return set(self.db.scalars(statement.with_only_columns(kind.id))) & set(known)


@pytest.mark.hypothesis
def test_whatever_happens_each_sees_what_they_may(engine: Engine) -> None:
    machine = type("SharingHere", (Sharing,), {"engine": engine})
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=examples(3), stateful_step_count=30),
    )


def test_a_walk_worth_repeating(engine: Engine) -> None:
    """The turns that chance seldom takes in a row: shown and away, handed on and back."""
    walk = type("SharingHere", (Sharing,), {"engine": engine})()
    core = next(n for n in range(2, 6) if walk._goal(n, "core")[1].audience == "core")
    for step in (
        lambda: walk.grant("mette", core, "jens"),
        lambda: walk.be_away_for_a_while("mette", "jens"),
        lambda: walk.bring_along("mette"),
        lambda: walk.grant("sanne", core, "karl"),
        lambda: walk.record("freja", 0, True),
        lambda: walk.meet("mette", {"jens", "peter"}),
        lambda: walk.hand_on("sanne", "frede", False),
        lambda: walk.revoke("sanne", core, "karl"),
        lambda: walk.come_back("frede"),
        lambda: walk.revoke("sanne", core, "karl"),
        lambda: walk.hand_on("sanne", "peter", True),
        lambda: walk.choose_audience("peter", core, "circle"),
        lambda: walk.leave("jens"),
        lambda: walk.ask_the_parents("peter", "jens"),
        lambda: walk.answer_for_the_family("inger", True),
        lambda: walk.answer_for_the_family("anders", True),
        lambda: walk.come_and_go("mette", "inger"),
        lambda: walk.ask_the_parents("peter", "inger"),
        lambda: walk.answer_for_the_family("mette", False),
        lambda: walk.leave("mette"),
    ):
        step()
        walk.everybody_sees_what_the_plain_rules_say()
        walk.whom_they_know(PEOPLE)
    walk.teardown()
