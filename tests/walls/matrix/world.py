"""The world the matrix is asked in: two circles, everybody in them, a canary in each thing.

It is made through the rooms' own commands and models, once for each database and once in the
database of a running server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.commands import decline_suggestion, hand_over, invite, suggest
from herning_pwa.circles.commands.young import give_access
from herning_pwa.circles.models import Child, Circle, Membership
from herning_pwa.commitments.commands import ask_for_help, offer_help
from herning_pwa.commitments.models import Commitment
from herning_pwa.followup.commands import (
    change_phase,
    change_rhythm,
    choose_ladder_step,
    comment_on_ruler,
    decide_on_goal,
    move_round,
    part_without_date,
    set_ruler,
    word_ruler,
)
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.goals.commands import decline_goal, propose_change
from herning_pwa.goals.models import Audience, Goal, GoalShare, Lifecycle, Step, Whose, Words
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import (
    add_point,
    answer_meeting,
    correct_summary,
    offer_times,
    plan_meeting,
    reply_to_summary,
    save_preparation,
    send_summary,
    share_preparation,
)
from herning_pwa.meetings.models import HeldMeeting, Meeting
from herning_pwa.people.commands.recovery import start_recovery
from herning_pwa.people.models import KeptForm, Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import KeptFor
from tests.agreed import agreed_goal, proposed_goal, step_for
from tests.offline.sending import send
from tests.walls.matrix.canaries import canary
from tests.walls.matrix.people import EVERYBODY, OTHER_CIRCLE, OUR_CIRCLE, STAFF

NO_PASSWORD = "!"
FOLLOW_UP_IN = 5  # days: the round of updates is open
PAGES_OPENED = {
    "prepared": ["network meeting", "meeting Mette calls", "meeting with Karl"],
    "held": ["held meeting"],
    "place": [
        f"place of {who}" for who in ("mette", "anders", "karl", "jens", "dagmar", "ida", "nana")
    ],
    "child": [f"child {who}" for who in ("Emil", "Freja", "Sofie", "Nora", "Alma")],
    "invitation": ["invitation of an uncle", "invitation of Nora"],
    "suggestion": ["whom Freja suggests", "whom Freja suggested before", "whom Alma suggests"],
}


@dataclass
class World:
    """Ids of everything, by the names the tables use. Only ids: rows belong to a session."""

    people: dict[str, UUID] = field(default_factory=dict)
    places: dict[str, UUID] = field(default_factory=dict)
    things: dict[str, UUID] = field(default_factory=dict)
    wordings: dict[str, UUID] = field(default_factory=dict)  # of every goal
    meetings: list[str] = field(default_factory=list)
    child_id: UUID | None = None
    circle_id: UUID | None = None
    other_circle_id: UUID | None = None

    @property
    def ours(self) -> set[str]:
        """Everybody but the people of the other circle."""
        return {name for name in self.people if name not in {place[0] for place in OTHER_CIRCLE}}

    def of_kind(self, kind: str) -> list[str]:
        """The things of a kind that have a page."""
        if kind == "goal":
            return list(self.wordings)
        if kind == "meeting":
            return self.meetings
        return [thing for thing in PAGES_OPENED[kind] if thing in self.things]

    def __getitem__(self, thing: str) -> str:
        """The id of a thing, a person's place, or a goal's wording, as a page sends it."""
        return str(self.things[thing])


def email_of(name: str) -> str:
    """An invented person's address; it is a canary too."""
    return f"{name}-{canary(f'address of {name}')}@familie.example"


def build(db: Session, *, password_hash: str = NO_PASSWORD) -> World:
    """Put the world into the database and say where everything is."""
    maker = _Maker(db, password_hash)
    maker.people()
    maker.circles()
    maker.goals()
    maker.progress()
    maker.meetings()
    maker.around_meetings()
    maker.invitations()
    maker.suggestions()
    maker.commitments()
    maker.ruler()
    maker.handover()
    maker.recovery()
    maker.follow_ups()
    maker.refused()
    db.flush()
    return maker.world


class _Maker:
    def __init__(self, db: Session, password_hash: str) -> None:
        self.db = db
        self.world = World()
        self.password_hash = password_hash
        self.who: dict[str, Person] = {}

    def people(self) -> None:
        for name in EVERYBODY:
            self.who[name] = Person(
                first_name=name.title(),
                email=email_of(name),
                password_hash=self.password_hash,
                staff=STAFF.get(name),
            )
            self.db.add(self.who[name])
        self.db.flush()
        self.world.people = {name: person.id for name, person in self.who.items()}
        form = {"form": "goal.new:1", "field": "title"}
        words = canary("what Mette has typed and not sent")
        self.db.add(KeptForm(person_id=self.who["mette"].id, text=words, **form))

    def circles(self) -> None:
        self.circle = self._circle("Kredsen om Emil, Freja og Sofie", OUR_CIRCLE)
        self.other = self._circle("Kredsen om Alma", OTHER_CIRCLE)
        self.world.circle_id, self.world.other_circle_id = self.circle.id, self.other.id
        self._child(self.circle, "Emil", 9)
        self.freja = self._child(self.circle, "Freja", 15)
        self._child(self.circle, "Sofie", 13)
        self._child(self.circle, "Mads", 13)
        self._child(self.circle, "Nora", 14)
        self._child(self.circle, "Den lille", None)
        self._child(self.other, "Alma", 14)
        self._membership("mette").has_protected_address = True
        self._membership("ida").end(self.who["mette"])
        self.db.flush()
        self.world.child_id = self.freja.id
        self.db.expire_all()

    def _circle(self, name: str, places: tuple[tuple[Any, ...], ...]) -> Circle:
        circle = Circle(name=name)
        self.db.add(circle)
        self.db.flush()
        for who, role, relation, responsible, brought_by in places:
            place = Membership(
                circle_id=circle.id,
                person_id=self.who[who].id,
                role=role,
                relation=relation,
                is_responsible=responsible,
                invited_by_id=self.who[brought_by].id if brought_by else None,
                started_at=clock.now() - timedelta(days=30),
            )
            self.db.add(place)
            self.db.flush()
            self.world.places[who] = place.id
            self.world.things[f"place of {who}"] = place.id
        return circle

    def _membership(self, who: str) -> Membership:
        return self.db.get_one(Membership, self.world.places[who])

    def _child(self, circle: Circle, name: str, age: int | None) -> Child:
        person = self.who.get(name.lower())
        child = Child(
            circle_id=circle.id,
            first_name=name,
            birth_date=today() - timedelta(days=round(365.25 * age) + 30) if age else None,
            person_id=person.id if person else None,
        )
        self.db.add(child)
        self.db.flush()
        self.world.things[f"child {name}"] = child.id
        return child

    def goals(self) -> None:
        mette, freja, sofie = self.who["mette"], self.who["freja"], self.who["sofie"]
        self._goal("goal for the circle", mette, in_focus=True)
        self._goal("goal for the core", mette, audience=Audience.CORE)
        self._goal("goal that names Inger", mette, audience=Audience.CORE)
        self._goal("goal shown to Karl", mette)
        self._goal("goal for the parents", mette, audience=Audience.PARENTS)
        self._goal("Freja's private goal", freja, audience=Audience.CHILD)
        self._goal("Sofie's private goal", sofie, audience=Audience.CHILD)
        freja_s = {"whose": Whose.CHILD, "child_id": self.freja.id}
        self._goal("Freja's goal, shared", mette, **freja_s)
        self._goal("Inger's goal", self.who["inger"], audience=Audience.CORE)
        self._goal("goal that has ended", mette, lifecycle=Lifecycle.COMPLETED)
        self._goal("goal in the other circle", self.who["fatima"], circle=self.other)
        self._proposal("Mette's proposal", mette)
        self._proposal("Sanne's proposal", self.who["sanne"])
        self._change("goal with a change of Mette's")
        self._draft("Mette's draft")
        self._share("goal that names Inger", "inger", "why Inger was let in")
        self._share("goal shown to Karl", "karl", "why Karl was let in")
        self._disagreement("goal shown to Karl")
        self.db.flush()

    def _keep(self, name: str, goal: Goal) -> Goal:
        self.db.flush()
        self.world.things[name] = goal.id
        self.world.wordings[name] = (goal.open_wording or goal.shown_wording).id
        return goal

    def _goal(self, name: str, by: Person, *, circle: Circle | None = None, **more: Any) -> Goal:
        goal = agreed_goal(self.db, circle or self.circle, by, canary(name), agreed_by=[by], **more)
        step = step_for(self.db, goal, by, canary(f"step of {name}"))
        self.world.things[f"step of {name}"] = step.id
        return self._keep(name, goal)

    def _proposal(self, name: str, by: Person) -> None:
        self._keep(name, proposed_goal(self.db, self.circle, by, canary(name)))

    def _change(self, name: str) -> None:
        goal = self._goal(name, self.who["mette"])
        propose_change(
            self.db,
            self._actor("mette"),
            goal_id=goal.id,
            wording_id=goal.shown_wording.id,
            fields={
                "title": canary(f"other words of {name}"),
                "why": "Fordi.",
                "comment": canary(f"comment on {name}"),
            },
        )
        self.db.refresh(goal)
        self._keep(name, goal)

    def _draft(self, name: str) -> None:
        mette = self.who["mette"]
        goal = Goal(circle=self.circle, proposed_by_id=mette.id)
        self.db.add(goal)
        goal.word(mette, Words(title=canary(name), why=canary(f"why of {name}")))
        goal.steps.append(
            Step(title="Skridt", person_id=mette.id, due_on=_soon(), added_by_id=mette.id)
        )
        self.db.flush()
        self.world.things[f"step of {name}"] = goal.steps[0].id
        self._keep(name, goal)

    def _share(self, goal: str, who: str, why: str) -> None:
        self.db.add(
            GoalShare(
                goal_id=self.world.things[goal],
                person_id=self.who[who].id,
                shared_by_id=self.who["sanne"].id,
                reason=canary(why),
            )
        )
        self.db.flush()
        self.db.expire_all()

    def _disagreement(self, name: str) -> None:
        decline_goal(
            self.db,
            self._actor("anders"),
            goal_id=self.world[name],
            wording_id=self.world.wordings[name],
            reason=canary(f"why Anders disagrees on {name}"),
            seen_agreed=True,
        )

    def progress(self) -> None:
        for goal, who in (
            ("goal for the circle", "mette"),
            ("goal for the parents", "mette"),
            ("goal shown to Karl", "mette"),
            ("goal that has ended", "mette"),
            ("Freja's private goal", "freja"),
            ("goal in the other circle", "fatima"),
        ):
            self._entry(f"note on {goal}", goal, who)
        self._entry("note kept for Sanne", "goal for the circle", "freja", kept=True)

    def _entry(self, name: str, goal: str, who: str, *, kept: bool = False) -> None:
        row = self.db.get_one(Goal, self.world.things[goal])
        was, row.lifecycle = row.lifecycle, Lifecycle.ACTIVE
        entry = record_progress(
            self.db,
            self._actor(who),
            goal_id=row.id,
            client_key=str(uuid4()),
            rating="4",
            note=canary(name),
            **({"kept_for": KeptFor.RESPONSIBLE.value} if kept else {}),
        )
        row.lifecycle = was
        self.db.flush()
        self.world.things[name] = entry.id

    def meetings(self) -> None:
        sanne, plan = self.who["sanne"], self._meeting
        plan("network meeting", sanne, "mette", "anders", "freja", "inger", "dagmar")
        plan("talk with Anders alone", sanne, "anders", kind="talk")
        plan("home visit at Mette's", sanne, "mette", kind="home_visit")
        plan("home visit with both", sanne, "mette", "anders", "inger", "dagmar", kind="home_visit")
        plan("meeting with Karl", self.who["peter"], "karl")
        plan("meeting in the other circle", self.who["frede"], "fatima", "farid", "nana", "sten")
        plan("meeting Mette calls", self.who["mette"], "anders", "jens")
        self._held(plan, "meeting being held", "mette", "anders", "inger", "peter")
        for who in ("mette", "anders", "inger"):
            self._answer("network meeting", who)
        self._answer("talk with Anders alone", "anders")
        self._answer("meeting Mette calls", "anders")
        self._time("network meeting", "sanne")
        self._time("meeting Mette calls", "mette")
        self._time("meeting in the other circle", "frede")
        for who in ("anders", "inger"):
            words = canary(f"point of {who} for the network meeting")
            add_point(
                self.db, self._actor(who), meeting_id=self.world["network meeting"], text=words
            )
        row = self.db.get_one(Meeting, self.world.things["network meeting"])
        for point in row.points:
            name = next(n for n, p in self.who.items() if p.id == point.person_id)
            self.world.things[f"point of {name}"] = point.id

    def around_meetings(self) -> None:
        """What is prepared, and what was understood at a meeting that was held."""
        self._prepares("mette", "network meeting", "what Mette prepares")
        self._prepares("anders", "network meeting", "what Anders prepares")
        self._prepares("inger", "network meeting", "what Inger shares")
        share_preparation(self.db, self._actor("inger"), meeting_id=self.world["network meeting"])
        self._prepares("anders", "meeting Mette calls", "what Anders prepares for Mette's meeting")
        self._prepares("karl", "meeting with Karl", "what Karl prepares")
        lately = _soon(-3)
        with clock.telling(clock.now() - timedelta(days=29)):
            people = ("mette", "anders", "karl", "inger", "peter")
            self._meeting("held meeting", self.who["sanne"], *people, day=lately)
        held, sanne = {"meeting_id": self.world["held meeting"]}, self._actor("sanne")
        page: dict[str, Any] = {**held, "page_key": uuid4(), "version": 0}
        sent = send_summary(self.db, sanne, text=canary("text of the held meeting"), **page)
        self.db.flush()
        self.world.things["text of the held meeting"] = sent.id
        for who, thing, share in (
            ("mette", "Mette's comment", ""),
            ("anders", "Anders's shared comment", "yes"),
        ):
            said: dict[str, Any] = {"says": "commented", "words": canary(thing), "share": share}
            reply_to_summary(self.db, self._actor(who), summary_id=sent.id, **said)
        with clock.telling(clock.now() - timedelta(hours=2)):
            draft = correct_summary(self.db, sanne, **held)
            draft.write(canary("draft of a correction"), sanne, uuid4())

    def _prepares(self, who: str, meeting: str, thing: str) -> None:
        save_preparation(
            self.db,
            self._actor(who),
            meeting_id=self.world[meeting],
            page_key=uuid4(),
            version=0,
            going_well=canary(thing),
            unspoken=canary(f"what is not said beside {thing}"),
            companion=canary(f"what is not said beside {thing}"),  # read by the same
        )

    def _meeting(
        self, name: str, by: Person, *people: str, kind: str = "network", day: date | None = None
    ) -> None:
        where = self.world.other_circle_id if "other circle" in name else self.world.circle_id
        number = len(self.world.things)
        meeting = plan_meeting(
            self.db,
            self._actor_of(by),
            circle_id=where,
            form_key=uuid4(),
            kind=kind,
            day=(day or _soon(4 + number)).isoformat(),
            start="10:00",
            end="11:00",
            place=canary(f"place of {name}"),
            people=[str(self.who[who].id) for who in people],
            points=canary(f"agenda of {name}"),
        )
        self.world.things[name] = meeting.id
        self.world.meetings.append(name)

    def _time(self, name: str, by: str) -> None:
        """Another time for the meeting: one, so that the answer to it is known beforehand."""
        meeting = self.db.get_one(Meeting, self.world.things[name])
        times = [(_soon(80).isoformat(), "10:00", "11:00")]
        offer_times(self.db, self._actor(by), meeting_id=meeting.id, sequence=0, times=times)
        self.db.flush()
        self.world.things[f"time for {name}"] = meeting.open_offers[0].id

    def _held(self, plan: Callable[..., None], name: str, *people: str) -> None:
        """It has just begun, and the first things have been decided."""
        plan(name, self.who["sanne"], *people)
        meeting = self.db.get_one(Meeting, self.world.things[name])
        meeting.starts_at = clock.now() - timedelta(minutes=20)
        meeting.ends_at = clock.now() + timedelta(hours=20)
        here = {"meeting_id": meeting.id, "seen": ""}
        for goal in ("goal for the circle", "goal for the parents"):
            decide_on_goal(
                self.db,
                self._actor("sanne"),
                goal_id=self.world[goal],
                wording_id=self.world.wordings[goal],
                kind="continue",
                words=canary(f"outcome of {goal}"),
                **here,
            )
        reason = canary("why the circle is on this step")
        choose_ladder_step(self.db, self._actor("sanne"), step=2, reason=reason, **here)
        part_without_date(
            self.db, self._actor("sanne"), reason=canary("why there is no next meeting"), **here
        )
        held = self.db.scalars(select(HeldMeeting)).one()
        turn = held.turn
        assert turn
        assert held.parting
        self.world.things["choice of the step"] = turn.id
        self.world.things["no next meeting"] = held.parting.id
        for row in held.outcomes:
            if row.goal_id == self.world.things["goal for the circle"]:
                self.world.things["decision on goal for the circle"] = row.id

    def _answer(self, name: str, who: str) -> None:
        answer_meeting(
            self.db,
            self._actor(who),
            meeting_id=self.world[name],
            sequence=0,
            answer="video",
            words=canary(f"{who} on {name}"),
        )

    def invitations(self) -> None:
        self._invitation("invitation of an uncle", "mette", "network_member:uncle")
        self._invitation("invitation of Mette's supporter", "mette", "supporter:supporter")
        self._invitation("Peter's guest", "peter", "network_member:neighbour")
        self._invitation("invitation of a teacher", "sanne", "professional:teacher")
        given = give_access(
            self.db,
            self._actor("sanne"),
            child_id=self.world["child Nora"],
            email=f"{canary('address for the invitation of Nora')}@gaest.example",
        )
        self.world.things["invitation of Nora"] = given.id

    def _invitation(self, name: str, by: str, place: str) -> None:
        invitation = invite(
            self.db,
            self._actor(by),
            circle_id=self.world.circle_id,
            place=place,
            name=canary(name),
            email=f"{canary(f'address for {name}')}@gaest.example",
        )
        self.world.things[name] = invitation.id

    def suggestions(self) -> None:
        """One that waits, one that was answered, one in the other circle."""
        self._suggestion("whom Freja suggests", "freja", words=canary("why Freja suggests it"))
        before = self._suggestion("whom Freja suggested before", "freja", name="Kaj")
        decline_suggestion(
            self.db,
            self._actor("anders"),
            suggestion_id=before,
            words=canary("why not whom Freja suggested before"),
        )
        self._suggestion("whom Alma suggests", "alma")

    def _suggestion(self, thing: str, by: str, *, name: str = "", words: str = "") -> UUID:
        ours = by in self.world.ours
        made = suggest(
            self.db,
            self._actor(by),
            circle_id=self.world.circle_id if ours else self.world.other_circle_id,
            name=name or canary(thing),
            relation="friend",
            words=words,
        )
        self.world.things[thing] = made.id
        return made.id

    def commitments(self) -> None:
        """Asked for, taken, in the other circle, and asked for by somebody who has left."""
        self._commitment("what Mette asks for", "mette", ask_for_help)
        self._commitment("what Inger promises", "inger", offer_help)
        self._commitment("what Nana promises", "nana", offer_help)
        self._commitment("what Ida asked for", "jens", ask_for_help)
        before_she_left = self.db.get_one(Commitment, self.world.things["what Ida asked for"])
        before_she_left.asked_by_id = self.who["ida"].id

    def _commitment(self, name: str, by: str, act: Callable[..., Any]) -> None:
        ours = by in self.world.ours
        commitment = act(
            self.db,
            self._actor(by),
            circle_id=self.world.circle_id if ours else self.world.other_circle_id,
            form_key=str(uuid4()),
            what=canary(name),
            on_day=_soon().isoformat(),
        )
        self.db.flush()
        self.world.things[name] = commitment.id

    def ruler(self) -> None:
        """Otto has said what the numbers are called, and each circle has a phase and a reading."""
        labels = {f"label_{n}": f"Nummer {n}" for n in range(1, 5)}
        called = canary("what Otto calls a 5 on the ruler")
        word_ruler(self.db, self._actor("otto"), seen="0", fields={**labels, "label_5": called})
        self._phase("the phase", "sanne", self.world.circle_id)
        self._phase("the other circle's phase", "frede", self.world.other_circle_id)
        for child, by, beside in (("Freja", "peter", "mette"), ("Alma", "frede", "fatima")):
            reading = set_ruler(
                self.db,
                self._actor(by),
                child_id=self.world[f"child {child}"],
                seen="",
                number="2",
                words=canary(f"reading of {child}"),
            )
            self.world.things[f"reading of {child}"] = reading.id
            words = canary(f"what {beside} says beside the reading of {child}")
            comment_on_ruler(self.db, self._actor(beside), reading_id=reading.id, words=words)

    def _phase(self, name: str, by: str, circle_id: UUID | None) -> None:
        why = {"seen": "", "phase": "change", "reason": canary(f"why {name}")}
        turn = change_phase(self.db, self._actor(by), circle_id=circle_id, **why)
        self.world.things[name] = turn.id

    def handover(self) -> None:
        """Sanne has agreed that Peter takes over, some weeks from now."""
        fields = {"who": "Peter", "lasting": "for_good", "starts_on": _soon(20).isoformat()}
        agreed = hand_over(
            self.db,
            self._actor("sanne"),
            circle_id=self.world.circle_id,
            fields={**fields, "reason": canary("why Peter takes over")},
        )
        self.world.things["handover"] = agreed.id

    def recovery(self) -> None:
        """Jens has lost his password, and Sanne has met him."""
        started = start_recovery(
            self.db,
            self._actor("sanne"),
            membership_id=self.world["place of jens"],
            checked_by="met",
        )
        self.db.flush()
        self.world.things["new access for Jens"] = started.id

    def follow_ups(self) -> None:
        """Each circle's next one, moved to a day so near that its round is open."""
        self._follow_up("the follow-up", "sanne", "why the follow-up was moved")
        self._follow_up(
            "follow-up in the other circle", "frede", "why the other follow-up was moved"
        )
        change_rhythm(
            self.db,
            self._actor("sanne"),
            circle_id=self.world.circle_id,
            weeks="7",
            started_on=today().isoformat(),
            reason=canary("why the rhythm was changed"),
        )

    def _follow_up(self, name: str, by: str, why: str) -> None:
        circle = self.world.circle_id if by in self.world.ours else self.world.other_circle_id
        coming = settle(self.db, circle)
        move_round(
            self.db,
            self._actor(by),
            round_id=coming.id,
            shown=coming.due_on.isoformat(),
            day=_soon(FOLLOW_UP_IN).isoformat(),
            reason=canary(why),
        )
        self.world.things[name] = coming.id

    def refused(self) -> None:
        """Mette wrote it on her phone, with a number that does not exist."""
        thing = "what Mette could not send"
        fields = {"goal_id": self.world["goal for the circle"], "note": canary(thing)}
        answer = send(self.db, self._actor("mette"), fields | {"rating": "99"})
        self.world.things[thing] = answer.key

    def _actor(self, name: str) -> Person:
        return self._actor_of(self.who[name])

    def _actor_of(self, person: Person) -> Person:
        self.db.flush()
        self.db.expire(person)
        return person


def _soon(days: int = 10) -> date:
    return today() + timedelta(days=days)
