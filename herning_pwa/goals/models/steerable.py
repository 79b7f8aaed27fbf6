"""Where a goal is going: begun, paused, finished, in focus. Every act is a turn in its story."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Mapped

from herning_pwa import clock
from herning_pwa.goals.models.kinds import IN_FORCE, Achievement, Lifecycle, TurnKind, WordingState
from herning_pwa.goals.models.refusals import NotInThatPlace
from herning_pwa.goals.models.step import Step
from herning_pwa.goals.models.story import Turn
from herning_pwa.goals.models.wording import Wording
from herning_pwa.people.models import Person


class Steerable:
    """What can be done about a goal's course. Refuses what its lifecycle does not allow."""

    if TYPE_CHECKING:
        lifecycle: Mapped[Lifecycle]
        achievement: Mapped[Achievement | None]
        in_focus: Mapped[bool]
        ended_at: Mapped[datetime | None]
        ended_reason: Mapped[str]
        turns: Mapped[list[Turn]]
        wordings: Mapped[list[Wording]]

        @property
        def open_wording(self) -> Wording | None: ...

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

    def return_to(self, by: Person, place: Lifecycle) -> None:
        """A pause or an end is taken back: the goal is where it was, with what waited then."""
        self._only_from(Lifecycle.ON_HOLD, Lifecycle.COMPLETED, Lifecycle.CANCELLED)
        if self.lifecycle is Lifecycle.COMPLETED:
            self.achievement = self._achievement_set
        for wording in self.wordings:
            if wording.state is WordingState.LAPSED:
                wording.wait_again()
        self.lifecycle, self.ended_at, self.ended_reason = place, None, ""
        self.note(TurnKind.UNDONE, by)

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
        was: str | None = None,
        step: Step | None = None,
        about_id: UUID | None = None,
    ) -> None:
        """Add a turn to the goal's story."""
        turn = Turn(
            kind=kind,
            person_id=by.id,
            words=words,
            value=value,
            was=was,
            step=step,
            about_id=about_id,
        )
        self.turns.append(turn)

    @property
    def _achievement_set(self) -> Achievement:
        """How it went before it was finished, as somebody last wrote it."""
        said = (t.value for t in reversed(self.turns) if t.kind is TurnKind.ACHIEVEMENT_SET)
        return Achievement(next(said, Achievement.IN_PROGRESS))

    def _only_from(self, *places: Lifecycle) -> None:
        if self.lifecycle not in places:
            raise NotInThatPlace

    def _end(self, lifecycle: Lifecycle, reason: str) -> None:
        """Nothing waits for answers on a goal that is over."""
        if self.open_wording is not None:
            self.open_wording.close(WordingState.LAPSED)
        self.lifecycle, self.in_focus = lifecycle, False
        self.ended_at, self.ended_reason = clock.now(), reason
