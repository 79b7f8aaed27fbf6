"""Who may suggest whom to invite, and who answers. Product rules, section 2."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from herning_pwa.circles.models import Membership, Role, Suggestion
from herning_pwa.people.models import Person


def may_suggest(actor: Person, circle_id: UUID) -> bool:
    """The circle's children: they choose their people, and adults invite them."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role is Role.YOUNG_PERSON


def answers_suggestions(place: Membership) -> bool:
    """Whether who has this place is asked: parents with custody and the responsible one."""
    return place.role is Role.CUSTODY_PARENT or place.is_responsible


def suggestions_visible_to(actor: Person) -> Select[Suggestion]:
    """One's own, and those one is asked about. A brother or sister sees none of the other's."""
    own = aliased(Membership)
    return (
        select(Suggestion)
        .join(own, own.circle_id == Suggestion.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            or_(
                own.role == Role.CUSTODY_PARENT,
                own.is_responsible,
                Suggestion.suggested_by_id == actor.id,
            ),
        )
    )


def may_answer_suggestion(actor: Person, suggestion: Suggestion) -> bool:
    place = actor.membership_in(suggestion.circle_id)
    return place is not None and answers_suggestions(place)


def may_withdraw_suggestion(actor: Person, suggestion: Suggestion) -> bool:
    living = actor.membership_in(suggestion.circle_id) is not None
    return living and suggestion.suggested_by_id == actor.id
