"""Saving words while they are typed: what every page that does so has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from herning_pwa.meetings.words import saved_line
from herning_pwa.people.acting import ActingState
from herning_pwa.ui.values import OtherText, Saved

SERIAL_LIMIT = 60


class Autosaving(ActingState, mixin=True):
    """``saved`` answers the page's last sending, whatever came of it."""

    saved: Saved = Saved()

    async def _save(
        self, command: Callable[..., Any], form: object, fields: tuple[str, ...]
    ) -> bool:
        """Run the command on the form's fields; whether it went through."""
        said = self._form(form)
        names = ("meeting_id", "page_key", "version", *fields)
        done = await self._act(command, **{name: said.get(name) for name in names})
        serial = str(said.get("serial", ""))[:SERIAL_LIMIT]
        if done:
            self.saved = _kept(serial, done.value)
        else:
            self._tell_refused(serial)
        return done is not None

    def _tell_refused(self, serial: str) -> None:
        """Why the words of this sending are not saved."""
        told = [problem.sentence for problem in self.problems]
        self.saved = Saved(serial=serial, line=self.conflict or " ".join(told))

    def _clash(self, version: int, others: list[OtherText]) -> None:
        """Another page has saved these words meanwhile: the writer chooses."""
        self.saved = Saved(
            serial=self.saved.serial, line=self.conflict, version=version, others=others
        )
        self.conflict = ""


def _kept(serial: str, words: Any) -> Saved:
    """``words`` is the row they were kept in; none when there was nothing to keep."""
    if words is None:
        return Saved(serial=serial, is_saved=True)
    return Saved(
        serial=serial,
        is_saved=True,
        version=words.version,
        line=saved_line(words.saved_at),
    )
