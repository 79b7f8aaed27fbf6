"""What one person has written about who is in a circle: invitations, handovers, suggestions."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.circles import words
from herning_pwa.circles.models import Ending, Handover, Invitation, Reply, Role, Suggestion
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """Four statements."""
    sent = db.scalars(select(Invitation).where(Invitation.invited_by_id == person.id))
    writer = func.coalesce(Handover.assigned_by_id, Handover.given_by_id)
    handed = db.scalars(select(Handover).where(writer == person.id))
    asked = db.scalars(select(Suggestion).where(Suggestion.suggested_by_id == person.id))
    answered = db.scalars(
        select(Suggestion).where(
            Suggestion.replied_by_id == person.id, Suggestion.reply == Reply.NOT_NOW
        )
    )
    return [
        *(_invitation(row) for row in sent),
        *(_handover(row) for row in handed),
        *(_suggestion(row) for row in asked),
        *(_answer(row) for row in answered),
    ]


def _invitation(invitation: Invitation) -> OwnWord:
    return OwnWord(
        kind="invitation",
        id=invitation.id,
        label=_("Invitation"),
        written_at=invitation.created_at,
        circle_id=invitation.circle_id,
        parts=said(
            (
                _("To"),
                words.named_place(invitation.name, invitation.relation, invitation.role),
            ),
            # An address that the guest gave is the guest's own.
            (_("E-mail"), None if invitation.address_given_at else invitation.email),
        ),
        state=_("Taken back") if invitation.ending is Ending.REVOKED else "",
    )


def _handover(handover: Handover) -> OwnWord:
    return OwnWord(
        kind="handover",
        id=handover.id,
        label=_("Why you handed the circle on"),
        written_at=handover.written_at,
        circle_id=handover.circle_id,
        parts=said((_("Words"), handover.reason)),
    )


def _suggestion(suggestion: Suggestion) -> OwnWord:
    who = words.named_place(suggestion.name, suggestion.relation, Role.NETWORK_MEMBER)
    return OwnWord(
        kind="suggestion",
        id=suggestion.id,
        label=_("Whom you suggested"),
        written_at=suggestion.suggested_at,
        circle_id=suggestion.circle_id,
        parts=said((_("Who"), who), (_("Words"), suggestion.words)),
        state=_("Taken back") if suggestion.reply is Reply.WITHDRAWN else "",
    )


def _answer(suggestion: Suggestion) -> OwnWord:
    return OwnWord(
        kind="suggestion_answer",
        id=suggestion.id,
        label=_("Your answer to a suggestion"),
        written_at=suggestion.replied_at or suggestion.suggested_at,
        circle_id=suggestion.circle_id,
        parts=said((_("Words"), suggestion.reply_words)),
    )
