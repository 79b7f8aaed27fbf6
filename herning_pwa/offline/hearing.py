"""What a page's State has when its forms go through the outbox."""

from __future__ import annotations

from herning_pwa.offline.commands import Heard, hear_answer
from herning_pwa.people.acting import ActingState

__all__ = ["Heard", "HearsOutbox"]


class HearsOutbox(ActingState, mixin=True):
    """Add it instead of ActingState. ``_refused_fields`` is what was typed and refused last."""

    _refused_fields: dict[str, str] = {}

    async def _hear(self, key: object) -> Heard | None:
        """What came of the entry ``key``, as ``_act`` would have told it.

        None when it was refused, or is not known: the sentences then stand in ``problems`` or
        ``conflict``.
        """
        self._refused_fields = {}
        done = await self._act(hear_answer, key=key)
        heard: Heard | None = done.value if done else None
        if heard is None or heard.error is None:
            return heard
        self._refused_fields = heard.fields
        self._say_why(heard.error)
        return None
