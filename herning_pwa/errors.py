"""What a command may refuse, in words a person can act on.

Each error carries a finished Danish sentence. Handlers show it; nothing else
of the exception ever leaves the server.
"""

from __future__ import annotations

from herning_pwa.i18n import _


class DomainError(Exception):
    """An act that cannot be done now. ``str(error)`` is shown to the person."""


class NotFound(DomainError):
    """No such thing, or not for this person. The two look the same on purpose."""

    def __init__(self) -> None:
        super().__init__(_("We cannot find what you are looking for."))


class NotAllowed(DomainError):
    """The person sees the thing but may not do this to it."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence or _("You cannot do this. Ask your social worker if it is a mistake.")
        )


class NotSignedIn(DomainError):
    """No live session stands behind the event."""

    def __init__(self) -> None:
        super().__init__(_("You have been signed out. Sign in again to go on."))


class SecondFactorMissing(NotSignedIn):
    """Staff who have shown only one factor. To all but their settings they are not signed in."""


class NotFresh(DomainError):
    """A sensitive act, and too long since the person showed who they are."""

    def __init__(self) -> None:
        super().__init__(_("This is important, so show once more that it is you. Then go on."))


class Conflict(DomainError):
    """Somebody else was first. The person's own words must stay on the screen."""


class ChangedMeanwhile(Conflict):
    """Two transactions changed the same row. The same act may well go through a moment later."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else changed this at the same time. Look at it again before you send.")
        )


class Invalid(DomainError):
    """Input that cannot be used: one sentence for each field, in the order of the form."""

    def __init__(self, fields: dict[str, str]) -> None:
        self.fields = fields
        super().__init__(next(iter(fields.values())))


def require(allowed: bool) -> None:
    """Raise NotAllowed unless the policy said yes."""
    if not allowed:
        raise NotAllowed
