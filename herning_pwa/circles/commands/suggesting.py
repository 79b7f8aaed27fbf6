"""A young person suggests whom to invite; the grown-ups invite, or say why not now."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.fields import read_guest_relation, read_name
from herning_pwa.circles.models import Circle, Invitation, Role, Suggestion
from herning_pwa.circles.models.suggestion import WORDS_LIMIT
from herning_pwa.circles.queries.find import find_circle, find_suggestion
from herning_pwa.errors import Invalid, NotFound, require
from herning_pwa.fields import checking, plain
from herning_pwa.i18n import _, ngettext
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.models import Person

WAITING_AT_MOST = 5


def suggest(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    name: object,
    relation: object,
    words: object = "",
) -> Suggestion:
    """Say whom one would like to have in the circle. Sent twice, it is one suggestion.

    Raises NotFound, NotAllowed, or Invalid for the fields name, relation and words.
    """
    circle = find_circle(db, actor, circle_id, lock=True)
    require(policy.may_suggest(actor, circle.id))
    with checking() as check:
        called = read_name(check, "name", name)
        who = read_guest_relation(check, "relation", relation)
        why = check.text("words", words, limit=WORDS_LIMIT)
    waiting = _waiting(db, actor, circle)
    earlier = next((s for s in waiting if (s.name, s.relation) == (called, who)), None)
    if earlier is not None:
        return earlier
    if len(waiting) >= WAITING_AT_MOST:
        raise Invalid({"name": _too_many()})
    suggestion = Suggestion(circle=circle, name=called, relation=who, words=why, suggested_by=actor)
    db.add(suggestion)
    record(db, actor, "suggestion.made", suggestion)
    for place in circle.active_memberships:
        if policy.answers_suggestions(place):
            tell_there_is_news(db, place.person)
    return suggestion


def withdraw_suggestion(db: Session, actor: Person, *, suggestion_id: object) -> None:
    """Take one's own back. Raises NotFound, NotAllowed, or Conflict when it has an answer."""
    suggestion = find_suggestion(db, actor, suggestion_id, lock=True)
    require(policy.may_withdraw_suggestion(actor, suggestion))
    suggestion.withdraw(actor)
    record(db, actor, "suggestion.withdrawn", suggestion)


def decline_suggestion(db: Session, actor: Person, *, suggestion_id: object, words: object) -> None:
    """Not now, with a word about why, which the young person reads.

    Raises NotFound, NotAllowed, Invalid for words, or Conflict when it has an answer.
    """
    suggestion = find_suggestion(db, actor, suggestion_id, lock=True)
    require(policy.may_answer_suggestion(actor, suggestion))
    with checking() as check:
        missing = _("Write a few words about why. A child who asks deserves an answer.")
        why = check.text("words", words, limit=WORDS_LIMIT, missing=missing)
    suggestion.decline(actor, why)
    _tell_who_asked(db, suggestion)
    record(db, actor, "suggestion.declined", suggestion)


def suggestion_to_take_up(
    db: Session, actor: Person, circle: Circle, suggestion_id: object, role: Role
) -> Suggestion | None:
    """The suggestion an invitation is to answer; none when it answers none.

    Raises NotFound, NotAllowed, or Invalid for a place that not everybody who answers
    suggestions may see: the answer would give it away.
    """
    if not plain(suggestion_id):
        return None
    suggestion = find_suggestion(db, actor, suggestion_id, lock=True)
    if suggestion.circle_id != circle.id:
        raise NotFound
    require(policy.may_answer_suggestion(actor, suggestion))
    if role is not Role.NETWORK_MEMBER:
        raise Invalid({"place": _("The suggestion is for the network. Choose who it is there.")})
    return suggestion


def take_up(db: Session, actor: Person, suggestion: Suggestion, invitation: Invitation) -> None:
    """The invitation is the answer. Raises Conflict when there is another."""
    suggestion.take_up(actor, invitation)
    _tell_who_asked(db, suggestion)
    record(db, actor, "suggestion.taken_up", suggestion)


def _waiting(db: Session, actor: Person, circle: Circle) -> list[Suggestion]:
    mine = select(Suggestion).where(
        Suggestion.circle_id == circle.id,
        Suggestion.suggested_by_id == actor.id,
        Suggestion.reply.is_(None),
    )
    return list(db.scalars(mine))


def _too_many() -> str:
    return ngettext(
        "{n} suggestion waits for an answer. Wait for it before you suggest more.",
        "{n} suggestions wait for an answer. Wait for one before you suggest more.",
        WAITING_AT_MOST,
    )


def _tell_who_asked(db: Session, suggestion: Suggestion) -> None:
    if suggestion.suggested_by.membership_in(suggestion.circle_id) is not None:
        tell_there_is_news(db, suggestion.suggested_by)
