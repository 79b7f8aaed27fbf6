"""Words that are saved while they are typed, on one page or on two."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _

A_SITTING = timedelta(hours=1)


class WrittenElsewhere(Conflict):
    """Another open page has saved other words since this one was shown."""

    def __init__(self) -> None:
        super().__init__(_("There are newer words, written in another place. Choose below."))


class SavedAsTyped:
    """A page never writes over words it has not shown. It cannot be behind itself."""

    version: Mapped[int] = mapped_column(default=0)  # one up each time the words change
    page_key: Mapped[UUID]  # the open page that wrote last
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)

    def refuse_if_written_elsewhere(self, page_key: UUID, version: object) -> None:
        """``version`` is the one the page showed. Raises WrittenElsewhere."""
        if self.page_key != page_key and str(version) != str(self.version):
            raise WrittenElsewhere

    @property
    def is_of_another_sitting(self) -> bool:
        """Whether the words were left in peace for a while: then more is a new act."""
        return clock.now() - self.saved_at > A_SITTING

    def note_saved(self, page_key: UUID) -> None:
        """The words have just become others."""
        self.version += 1
        self.page_key, self.saved_at = page_key, clock.now()
