"""A walk through everything that can happen between phones and server, beside a plain model."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from herning_pwa.circles.commands import end_membership
from herning_pwa.db import reading, transaction
from herning_pwa.offline.delivering import Status, deliver
from herning_pwa.offline.models import OutboxAnswer
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from tests.faults.phones import Phone, Sealed
from tests.offline.air import IN_THE_AIR, InTheAir, Request, Written, no_line, one_of
from tests.offline.place import PEOPLE, Place, PowerCut, place_of, power_cut_before_commit
from tests.outbox import seal

FIRST_OWNERS = ("mette", "mette", "jens")

phone = st.integers(0, len(FIRST_OWNERS) - 1)
one_of_them = st.integers(0, IN_THE_AIR - 1)
senders = st.sampled_from(["", "", "", *PEOPLE])
numbers = count()


class Outbox(RuleBasedStateMachine):
    """Three phones of two people, one server, and nothing to rely on in between."""

    place: Place

    def __init__(self) -> None:
        super().__init__()
        self.owners = list(FIRST_OWNERS)
        self.phones = [Phone(self.place.people[who], no_line) for who in FIRST_OWNERS]
        self.air = InTheAir()
        self.written: dict[str, Written] = {}
        self.may = dict.fromkeys(PEOPLE, True)

    @rule(at=phone, about_own=st.sampled_from([True, True, True, False]))
    def write(self, at: int, about_own: bool) -> None:
        words = f"Linje {next(numbers)}"
        fields = {
            "goal_id": str(self.place.goals[0 if about_own else 1]),
            "client_key": str(uuid4()),
            "note": words,
        }
        entry = seal("progress", fields, self.phones[at].person)
        self.written[entry["id"]] = Written(self.owners[at], words, fields, about_own)
        self.phones[at].keep(entry)

    @rule(at=phone, backwards=st.booleans(), well=st.booleans(), sender=senders)
    def send(self, at: int, backwards: bool, well: bool, sender: str) -> None:
        """What is due goes into the air; when all is well it arrives and is heard at once.

        Another tab may have signed in somebody else since this one looked who it is: ``sender``.
        """
        if not self.phones[at].due():
            self.write(at, True)
        entries = self.phones[at].due()
        ordered = entries[::-1] if backwards else entries
        self.air.add(Request(at, sender or self.owners[at], ordered))
        if well:
            self.arrive(-1)
            self.hear(-1)

    @precondition(lambda self: self.air.requests)
    @rule(which=one_of_them)
    def arrive(self, which: int) -> None:
        """A request reaches the server, perhaps not for the first time; its answer sets out."""
        request = one_of(self.air.requests, which)
        answers = [self.handled(entry, request.sender) for entry in request.entries]
        self.air.add((request.phone, answers))

    @precondition(lambda self: self.air.requests)
    @rule(which=one_of_them, after=st.integers(0, 3))
    def the_server_goes_down(self, which: int, after: int) -> None:
        """Some entries are through, the next is half done, and no answer sets out."""
        request = one_of(self.air.requests, which)
        for entry in request.entries[:after]:
            self.handled(entry, request.sender)
        for entry in request.entries[after : after + 1]:
            with power_cut_before_commit(), suppress(PowerCut):
                deliver(entry, self.place.senders[request.sender])

    @precondition(lambda self: self.air.answers)
    @rule(which=one_of_them)
    def hear(self, which: int) -> None:
        """An answer reaches its phone, perhaps again, perhaps long after."""
        at, answers = one_of(self.air.answers, which)
        self.phones[at].hear(answers)

    @rule(at=phone)
    def the_phone_goes_down(self, at: int) -> None:
        """What it had stored is there afterwards; nobody listens to the answers under way."""
        self.air.answers = [each for each in self.air.answers if each[0] != at]
        self.phones[at].not_now.clear()

    @rule(at=phone, who=st.sampled_from(PEOPLE))
    def change_hands(self, at: int, who: str) -> None:
        self.the_phone_goes_down(at)
        self.owners[at] = who
        self.phones[at].hand_to(self.place.people[who], no_line)

    @rule()
    def take_or_give_back_the_right(self) -> None:
        with transaction() as db:
            jens, mette = (db.get_one(Person, self.place.people[who]) for who in ("jens", "mette"))
            if self.may["jens"]:
                (own,) = jens.active_memberships
                end_membership(db, mette, membership_id=own.id)
            else:
                db.add(place_of(jens, self.place.circle_id))
        self.may["jens"] = not self.may["jens"]

    @precondition(lambda self: self.air.requests)
    @rule(which=one_of_them, who=st.sampled_from(PEOPLE))
    def replay_as(self, which: int, who: str) -> None:
        """What was caught on the line is sent in another session."""
        for entry in one_of(self.air.requests, which).entries:
            self.handled(entry, who)

    @precondition(lambda self: self.air.requests)
    @rule(which=one_of_them)
    def tamper(self, which: int) -> None:
        entry = one_of(self.air.requests, which).entries[0]
        changed = {**entry, "sealed": entry["sealed"][::-1]}
        assert self.answer(changed, self.written[entry["id"]].author) is Status.UNREADABLE

    @precondition(lambda self: self.decided())
    @rule(which=one_of_them, other_words=st.booleans())
    def seal_again(self, which: int, other_words: bool) -> None:
        """The same key in a new envelope: with the same words it is the same, else it is not."""
        key = one_of(self.decided(), which)
        one = self.written[key]
        fields = one.fields | ({"note": "Noget andet"} if other_words else {})
        entry = seal("progress", fields, self.place.people[one.author], id=key)
        right = Status.MISMATCH if other_words else one.came_of_it
        assert self.answer(entry, one.author) is right

    def decided(self) -> list[str]:
        return [key for key, one in self.written.items() if one.came_of_it]

    def handled(self, entry: Sealed, sender: str) -> tuple[str, Status]:
        """The server's answer, which must be the one the plain rules give."""
        one, status = self.written[entry["id"]], self.answer(entry, sender)
        if one.author != sender:
            assert status is Status.NOT_YOURS
            return entry["id"], status
        if one.came_of_it is None:
            may = self.may[one.author] and one.about_own
            one.came_of_it = Status.APPLIED if may else Status.REFUSED
        assert status is one.came_of_it, one
        return entry["id"], status

    def answer(self, entry: Sealed, sender: str) -> Status:
        return deliver(entry, self.place.senders[sender]).status

    @invariant()
    def every_word_is_in_one_place(self) -> None:
        words, keys = [one.words for one in self.written.values()], map(UUID, self.written)
        with reading() as db:
            saved = list(
                db.scalars(select(ProgressEntry.note).where(ProgressEntry.note.in_(words)))
            )
            answers = select(OutboxAnswer.key, OutboxAnswer.fields).where(
                OutboxAnswer.key.in_(keys)
            )
            kept = {str(key): fields for key, fields in db.execute(answers)}
        for key, one in self.written.items():
            assert saved.count(one.words) == (one.came_of_it is Status.APPLIED), one
            assert (key in kept) == (one.came_of_it is not None), one
            waits = any(key in phone.waiting for phone in self.phones)
            given_back = key in kept and kept[key].get("note") == one.words
            assert waits or one.words in saved or given_back, one

    @invariant()
    def phones_are_told_the_truth(self) -> None:
        for told in (phone.told for phone in self.phones):
            for key, status in told.items():
                assert status is self.written[key].came_of_it

    def teardown(self) -> None:
        """In the end everything gets through: nothing waits for ever."""
        for phone in self.phones:
            for who in PEOPLE:
                phone.hand_to(self.place.people[who], no_line)
                phone.hear([self.handled(entry, who) for entry in phone.due()])
            assert not phone.waiting
        self.every_word_is_in_one_place()
        if not self.may["jens"]:
            self.take_or_give_back_the_right()
