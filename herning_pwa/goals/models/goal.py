"""A goal, and what can be done with it. Who may do it is the policy's question."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Child, Circle
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.models.agreement import can_no_longer_be_agreed, is_agreed_by_both_sides
from herning_pwa.goals.models.kinds import (
    ENDED,
    IN_FORCE,
    Achievement,
    AnswerKind,
    Area,
    Audience,
    Lifecycle,
    TurnKind,
    Whose,
    WordingState,
)
from herning_pwa.goals.models.refusals import NotInThatPlace, NotOpenForAnswers
from herning_pwa.goals.models.step import Step
from herning_pwa.goals.models.story import GoalShare, Turn
from herning_pwa.goals.models.wording import Wording, Words
from herning_pwa.i18n import today
from herning_pwa.people.models import Person


class Goal(Base):
    """What a family and a professional want to reach together."""

    __tablename__ = "goal"
    __table_args__ = (
        Index(None, "circle_id", "lifecycle"),
        Index(
            "uq_goal_draft",
            "circle_id",
            "proposed_by_id",
            unique=True,
            sqlite_where=text("lifecycle = 'draft'"),
            postgresql_where=text("lifecycle = 'draft'"),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    whose: Mapped[Whose] = mapped_column(default=Whose.FAMILY)
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    area: Mapped[Area] = mapped_column(default=Area.HOME)
    audience: Mapped[Audience] = mapped_column(default=Audience.CIRCLE)
    lifecycle: Mapped[Lifecycle] = mapped_column(default=Lifecycle.DRAFT)
    achievement: Mapped[Achievement | None]
    in_focus: Mapped[bool] = mapped_column(default=False)
    agreed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_reason: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column()

    circle: Mapped[Circle] = relationship()
    wordings: Mapped[list[Wording]] = relationship(
        back_populates="goal", order_by="Wording.number", cascade="all, delete-orphan"
    )
    steps: Mapped[list[Step]] = relationship(
        back_populates="goal", order_by="Step.due_on, Step.id", cascade="all, delete-orphan"
    )
    turns: Mapped[list[Turn]] = relationship(back_populates="goal", order_by="Turn.id")
    shares: Mapped[list[GoalShare]] = relationship(
        back_populates="goal",
        order_by="GoalShare.id",
        cascade="all, delete-orphan",
        lazy="selectin",  # every question of sight reads them
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_draft(self) -> bool:
        return self.lifecycle is Lifecycle.DRAFT

    @property
    def is_in_force(self) -> bool:
        return self.lifecycle in IN_FORCE

    @property
    def is_ended(self) -> bool:
        return self.lifecycle in ENDED

    @property
    def can_be_in_focus(self) -> bool:
        return self.lifecycle in {Lifecycle.ACCEPTED, Lifecycle.ACTIVE}

    @property
    def current_wording(self) -> Wording | None:
        """The agreed words in force."""
        return next((w for w in self.wordings if w.is_agreed), None)

    @property
    def open_wording(self) -> Wording | None:
        """The words waiting for answers."""
        return next((w for w in self.wordings if w.is_open), None)

    @property
    def latest_wording(self) -> Wording:
        return self.wordings[-1]

    @property
    def shown_wording(self) -> Wording:
        """What the goal is called: the words in force, else the latest."""
        return self.current_wording or self.latest_wording

    @property
    def concerned_children(self) -> list[Child]:
        """The child whose goal it is, or all of them for the family's goals."""
        if self.whose is Whose.CHILD:
            return [c for c in self.circle.children if c.id == self.child_id]
        return list(self.circle.children) if self.whose is Whose.FAMILY else []

    @property
    def living_steps(self) -> list[Step]:
        return [s for s in self.steps if not s.is_withdrawn]

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

    def begin(self, by: Person) -> None:
        self._only_from(Lifecycle.ACCEPTED)
        self.lifecycle = Lifecycle.ACTIVE
        self.note(TurnKind.BEGUN, by)

    def pause(self, by: Person, reason: str) -> None:
        self._only_from(Lifecycle.ACCEPTED, Lifecycle.ACTIVE)
        self.lifecycle, self.in_focus = Lifecycle.ON_HOLD, False
        self.note(TurnKind.PAUSED, by, reason)

    def resume(self, by: Person) -> None:
        self._only_from(Lifecycle.ON_HOLD)
        self.lifecycle = Lifecycle.ACTIVE
        self.note(TurnKind.RESUMED, by)

    def finish(self, by: Person, achievement: Achievement, words: str) -> None:
        self._only_from(*IN_FORCE)
        self.achievement = achievement
        self.note(TurnKind.FINISHED, by, words, value=achievement)
        self._end(Lifecycle.COMPLETED, words)

    def end(self, by: Person, reason: str) -> None:
        self._only_from(*IN_FORCE)
        self.note(TurnKind.ENDED, by, reason)
        self._end(Lifecycle.CANCELLED, reason)

    def set_achievement(self, by: Person, achievement: Achievement) -> None:
        self._only_from(Lifecycle.ACTIVE)
        self.achievement = achievement
        self.note(TurnKind.ACHIEVEMENT_SET, by, value=achievement)

    def put_in_focus(self, by: Person) -> None:
        self._only_from(Lifecycle.ACCEPTED, Lifecycle.ACTIVE)
        self.in_focus = True
        self.note(TurnKind.PUT_IN_FOCUS, by)

    def take_out_of_focus(self, by: Person) -> None:
        self.in_focus = False
        self.note(TurnKind.TAKEN_OUT_OF_FOCUS, by)

    def note(
        self,
        kind: TurnKind,
        by: Person,
        words: str = "",
        *,
        value: str = "",
        step: Step | None = None,
        about_id: UUID | None = None,
    ) -> None:
        """Add a turn to the goal's story."""
        turn = Turn(
            kind=kind, person_id=by.id, words=words, value=value, step=step, about_id=about_id
        )
        self.turns.append(turn)

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

    def _only_from(self, *places: Lifecycle) -> None:
        if self.lifecycle not in places:
            raise NotInThatPlace

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

    def _end(self, lifecycle: Lifecycle, reason: str) -> None:
        self.lifecycle, self.in_focus = lifecycle, False
        self.ended_at, self.ended_reason = clock.now(), reason
