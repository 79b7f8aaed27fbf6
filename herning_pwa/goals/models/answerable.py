"""From a proposal to an agreement: sending words, answering them, other words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.goals.models.agreement import can_no_longer_be_agreed, is_agreed_by_both_sides
from herning_pwa.goals.models.kinds import (
    Achievement,
    AnswerKind,
    Lifecycle,
    TurnKind,
    WordingState,
)
from herning_pwa.goals.models.refusals import NotOpenForAnswers
from herning_pwa.goals.models.steerable import Steerable
from herning_pwa.goals.models.wording import Wording, Words
from herning_pwa.i18n import today
from herning_pwa.people.models import Person


class Answerable(Steerable):
    """A goal whose wordings are proposed and answered. Wordings never change; new ones come."""

    if TYPE_CHECKING:
        agreed_at: Mapped[datetime | None]
        circle: Mapped[Circle]
        wordings: Mapped[list[Wording]]

        @property
        def is_in_force(self) -> bool: ...
        @property
        def current_wording(self) -> Wording | None: ...
        @property
        def latest_wording(self) -> Wording: ...

    def propose(self, by: Person, *, due_on: date, stands_behind: bool) -> None:
        """Send the draft. A person whose answer is asked for agrees by sending."""
        self._only_from(Lifecycle.DRAFT)
        self.lifecycle = Lifecycle.PROPOSED
        self._send(self.latest_wording, by, due_on, stands_behind=stands_behind)

    def propose_change(
        self, by: Person, words: Words, comment: str, *, due_on: date, stands_behind: bool
    ) -> Wording:
        """Other words for an agreed goal. The old ones stay in force meanwhile."""
        if self.open_wording is not None:
            raise NotOpenForAnswers
        wording = self.word(by, words, comment)
        self._send(wording, by, due_on, stands_behind=stands_behind)
        return wording

    def return_with_other_words(
        self, by: Person, words: Words, comment: str, *, due_on: date
    ) -> Wording:
        """Answer the open wording with another one, which is an offer and not yet a decision."""
        returned = self._open_for_answers(self.open_wording)
        returned.note_answer(by, AnswerKind.RETURN, comment)
        returned.close(WordingState.REPLACED)
        return self.propose_change(by, words, comment, due_on=due_on, stands_behind=False)

    def agree(self, by: Person, wording: Wording, words: str) -> None:
        self._answer(by, wording, AnswerKind.AGREE, words)

    def decline(self, by: Person, wording: Wording, reason: str) -> None:
        """Not now. To words already in force it is a disagreement that is kept and shown."""
        self._answer(by, wording, AnswerKind.DECLINE, reason)

    def withdraw(self, by: Person, reason: str) -> None:
        """Take the open wording back. A goal nobody had agreed yet ends with it."""
        wording = self._open_for_answers(self.open_wording)
        wording.close(WordingState.WITHDRAWN)
        self.note(TurnKind.WITHDRAWN, by, reason)
        if not self.is_in_force:
            self._end(Lifecycle.CANCELLED, reason)

    def word(self, by: Person, words: Words, comment: str = "") -> Wording:
        """A new wording, not yet sent."""
        number = max((w.number for w in self.wordings), default=0) + 1
        wording = Wording(
            number=number,
            proposed_by_id=by.id,
            comment=comment,
            state=WordingState.DRAFT,
            **vars(words),
        )
        self.wordings.append(wording)
        return wording

    def _send(self, wording: Wording, by: Person, due_on: date, *, stands_behind: bool) -> None:
        wording.state = WordingState.OPEN
        wording.proposed_at, wording.answer_due_on = clock.now(), due_on
        if stands_behind:
            wording.note_answer(by, AnswerKind.AGREE)

    def _answer(self, by: Person, wording: Wording, kind: AnswerKind, words: str) -> None:
        if not wording.is_agreed:
            self._open_for_answers(wording)
        wording.note_answer(by, kind, words)
        if wording.is_open:
            self._settle(wording)

    def _open_for_answers(self, wording: Wording | None) -> Wording:
        if wording is None or not wording.is_open:
            raise NotOpenForAnswers
        return wording

    def _settle(self, wording: Wording) -> None:
        if is_agreed_by_both_sides(wording, self.circle):
            self._come_into_force(wording)
        elif can_no_longer_be_agreed(wording, self.circle):
            wording.close(WordingState.DECLINED)
            if not self.is_in_force:
                self._end(Lifecycle.REJECTED, "")

    def _come_into_force(self, wording: Wording) -> None:
        if self.current_wording is not None:
            self.current_wording.close(WordingState.REPLACED)
        wording.state, wording.agreed_at = WordingState.AGREED, clock.now()
        self.agreed_at = self.agreed_at or wording.agreed_at
        if self.lifecycle in {Lifecycle.PROPOSED, Lifecycle.ACCEPTED}:
            later = wording.starts_on is not None and wording.starts_on > today()
            self.lifecycle = Lifecycle.ACCEPTED if later else Lifecycle.ACTIVE
            self.achievement = self.achievement or Achievement.IN_PROGRESS
