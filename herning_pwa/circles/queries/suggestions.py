"""Suggestions of whom to invite: the form, the list on /kreds, one of them, what waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import or_
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock, routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import (
    RELATIONS_OF,
    Circle,
    Membership,
    Relation,
    Reply,
    Role,
    Suggestion,
)
from herning_pwa.circles.queries.find import find_circle, find_suggestion
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.circles.words.suggestions import fate
from herning_pwa.errors import require
from herning_pwa.i18n import _, local, relative_day
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

REMEMBERED = timedelta(days=30)
SHOWN_AT_MOST = 20
WITH_ITS_FATE = (
    joinedload(Suggestion.suggested_by),
    joinedload(Suggestion.replied_by),
    joinedload(Suggestion.invitation),
)


@dataclass(frozen=True)
class SuggestView:
    """/kreds/foreslaa: what can be chosen from, and who will see it."""

    circle_id: str = ""
    relations: list[Option] = field(default_factory=list)
    sight: SightLine = field(default_factory=SightLine)


@dataclass(frozen=True)
class SuggestionLine:
    """One suggestion on /kreds, or among what waits."""

    suggestion_id: str = ""
    circle_id: str = ""
    circle_name: str = ""
    who: str = ""
    asks: str = ""
    says: str = ""
    status: str = ""
    tone: str = "wait"
    since_label: str = ""
    href: str = ""


@dataclass(frozen=True)
class SuggestionView:
    """/kreds/forslag/[suggestion_id]: what was asked, and what came of it."""

    suggestion_id: str = ""
    heading: str = ""
    who: str = ""
    says: str = ""
    words: str = ""
    status: str = ""
    tone: str = "wait"
    fate: str = ""
    reply_words: str = ""
    invite_label: str = ""
    invite_href: str = ""
    can_answer: bool = False
    can_withdraw: bool = False
    sight: SightLine = field(default_factory=SightLine)


def suggest_page(db: Session, actor: Person, *, circle_id: object) -> SuggestView:
    """Raises NotFound, or NotAllowed for all but the circle's young people."""
    circle = find_circle(db, actor, circle_id)
    require(policy.may_suggest(actor, circle.id))
    relations = RELATIONS_OF[Role.NETWORK_MEMBER]
    return SuggestView(
        circle_id=str(circle.id),
        relations=[
            Option("", _("Choose")),
            *(Option(relation, _label(relation)) for relation in relations),
        ],
        sight=_sight(actor, circle, actor),
    )


def suggestions_here(db: Session, actor: Person, circle: Circle) -> list[SuggestionLine]:
    """Those that wait, and what was said lately. One statement for those it concerns."""
    place = actor.membership_in(circle.id)
    if place is None or not _concerns(place):
        return []
    lately = Suggestion.replied_at > clock.now() - REMEMBERED
    seen = policy.suggestions_visible_to(actor).where(
        Suggestion.circle_id == circle.id,
        or_(Suggestion.reply.is_(None), lately & (Suggestion.reply != Reply.WITHDRAWN)),
    )
    newest_first = seen.order_by(Suggestion.suggested_at.desc()).limit(SHOWN_AT_MOST)
    return [_line(actor, row) for row in db.scalars(newest_first.options(*WITH_ITS_FATE))]


def suggestions_waiting_for(db: Session, actor: Person) -> list[SuggestionLine]:
    """Those the actor is to answer, the oldest first. One statement for those who answer."""
    answers = [p.circle_id for p in actor.active_memberships if policy.answers_suggestions(p)]
    if not answers:
        return []
    waiting = policy.suggestions_visible_to(actor).where(
        Suggestion.reply.is_(None), Suggestion.circle_id.in_(answers)
    )
    oldest_first = waiting.order_by(Suggestion.suggested_at).limit(SHOWN_AT_MOST)
    with_circle = oldest_first.options(*WITH_ITS_FATE, joinedload(Suggestion.circle))
    return [_line(actor, row) for row in db.scalars(with_circle)]


def suggestion_page(db: Session, actor: Person, *, suggestion_id: object) -> SuggestionView:
    """Raises NotFound."""
    row = find_suggestion(db, actor, suggestion_id)
    can_answer = row.waits and policy.may_answer_suggestion(actor, row)
    came_of_it = fate(row)
    return SuggestionView(
        suggestion_id=str(row.id),
        heading=_("Should {name} join?").format(name=row.name) if row.waits else row.name,
        who=_who(row),
        says=_says(actor, row),
        words=row.words,
        status=came_of_it.word,
        tone=came_of_it.tone,
        fate=came_of_it.sentence,
        reply_words=row.reply_words,
        invite_label=_("Invite {name}").format(name=row.name),
        invite_href=f"{routes.INVITE}?forslag={row.id}" if can_answer else "",
        can_answer=can_answer,
        can_withdraw=row.waits and policy.may_withdraw_suggestion(actor, row),
        sight=_sight(actor, row.circle, row.suggested_by),
    )


def _concerns(place: Membership) -> bool:
    return place.role is Role.YOUNG_PERSON or policy.answers_suggestions(place)


def _line(actor: Person, row: Suggestion) -> SuggestionLine:
    came_of_it = fate(row)
    return SuggestionLine(
        suggestion_id=str(row.id),
        circle_id=str(row.circle_id),
        circle_name=row.circle.name,
        who=_who(row),
        asks=_("{name} would like to have {guest} in the circle.").format(
            name=row.suggested_by.first_name, guest=_who(row)
        ),
        says=_says(actor, row),
        status=came_of_it.word,
        tone=came_of_it.tone,
        since_label=relative_day(local(row.suggested_at).date()),
        href=routes.suggestion(row.id),
    )


def _label(relation: Relation) -> str:
    return words.capitalised(words.relation_word(relation, Role.NETWORK_MEMBER))


def _who(row: Suggestion) -> str:
    return words.named_place(row.name, row.relation, Role.NETWORK_MEMBER)


def _says(actor: Person, row: Suggestion) -> str:
    day = relative_day(local(row.suggested_at).date())
    if row.suggested_by_id == actor.id:
        return _("You suggested it {day}.").format(day=day)
    return _("{name} suggested it {day}.").format(name=row.suggested_by.first_name, day=day)


def _sight(actor: Person, circle: Circle, asked_by: Person) -> SightLine:
    """Who reads a suggestion and what is said to it."""
    own = actor.membership_in(circle.id)
    if own is None:
        return SightLine()
    places = circle.active_memberships
    seeing = [p for p in places if p.person_id == asked_by.id or policy.answers_suggestions(p)]
    return sight_line(own, seeing)
