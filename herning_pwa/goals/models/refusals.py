"""What a goal refuses, whoever asks."""

from __future__ import annotations

from herning_pwa.errors import Conflict
from herning_pwa.i18n import _


class NotOpenForAnswers(Conflict):
    """The words are no longer the ones waiting for answers."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("These words are no longer waiting for an answer."))


class NotInThatPlace(Conflict):
    """The goal is not where it must be for this act: not begun, already ended …"""

    def __init__(self) -> None:
        super().__init__(_("The goal has changed since you opened the page. Look again."))
