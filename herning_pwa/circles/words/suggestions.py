"""Words for a suggestion: where it stands, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.models import Invitation, Reply, Standing, Suggestion
from herning_pwa.i18n import _


@dataclass(frozen=True)
class Fate:
    """What came of a suggestion: a word, its tint, and a sentence."""

    word: str = ""
    tone: str = "plain"
    sentence: str = ""


def fate(suggestion: Suggestion) -> Fate:
    """Said alike to who asked and to who answers. Needs who replied, and the invitation."""
    who = suggestion.replied_by.first_name if suggestion.replied_by else ""
    if suggestion.reply is Reply.NOT_NOW:
        return Fate(_("Not now"), "plain", _("{name} says: not now.").format(name=who))
    if suggestion.reply is Reply.WITHDRAWN:
        sentence = _("{name} has taken the suggestion back.").format(name=who)
        return Fate(_("Taken back"), "plain", sentence)
    if suggestion.invitation is not None:
        return _of_invitation(suggestion.invitation, who, suggestion.name)
    return Fate(_("Waits for an answer"), "wait")


def _of_invitation(invitation: Invitation, inviter: str, guest: str) -> Fate:
    word, tone, sentence = {
        Standing.ACCEPTED: (
            _("Said yes"),
            "agreed",
            _("{guest} has said yes to the invitation from {inviter}."),
        ),
        Standing.OPEN: (
            _("Invited"),
            "wait",
            _("{inviter} has invited {guest}. Now we wait for the answer."),
        ),
        Standing.WAITING: (
            _("On the way"),
            "wait",
            _("{inviter} would like to invite {guest}. First a parent says yes or no."),
        ),
    }.get(
        invitation.standing,
        (
            _("Not this time"),
            "plain",
            _("{guest} was invited, but did not join. Ask {inviter} about it."),
        ),
    )
    return Fate(word, tone, sentence.format(inviter=inviter, guest=guest))
