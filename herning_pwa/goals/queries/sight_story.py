"""How it came about who can see a goal: told from its rows, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Audience, Goal, GoalShare, Turn, TurnKind
from herning_pwa.goals.policy import reads_why
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import audience_phrase, on_day
from herning_pwa.i18n import _, local
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class SightTurn:
    """One sentence: who let whom see the goal, and when. ``why`` is for those who may read it."""

    sentence: str = ""
    moment: str = ""
    why: str = ""


Told = tuple[datetime, SightTurn]


def sight_story(actor: Person, goal: Goal) -> list[SightTurn]:
    """Sent, opened, closed, shared and no longer shared; only with people the reader knows of."""
    company = Company(goal.circle, actor.id, says_you=False)
    own = actor.membership_in(goal.circle_id)
    tells_why = own is not None and reads_why(own)
    told = _sent(goal, company)
    told += [_changed(t, company) for t in _turns(goal, TurnKind.AUDIENCE_CHANGED)]
    told += [
        _shared(share, company, tells_why=tells_why)
        for share in goal.shares
        if company.knows(share.person_id) and company.knows(share.shared_by_id)
    ]
    told += [
        _ended(turn, company)
        for turn in _turns(goal, TurnKind.SHARE_ENDED)
        if company.knows(turn.about_id) and company.knows(turn.person_id)
    ]
    return [turn for _at, turn in sorted(told, key=lambda one: one[0], reverse=True)]


def _turns(goal: Goal, kind: TurnKind) -> list[Turn]:
    return [turn for turn in goal.turns if turn.kind is kind]


def _told(at: datetime, sentence: str, why: str = "", **holes: str) -> Told:
    said = sentence.format(day=on_day(local(at).date()), **holes)
    return at, SightTurn(sentence=capitalised(said), moment=at.isoformat(), why=why)


def _sent(goal: Goal, company: Company) -> list[Told]:
    """The audience it was sent to: that of the first change, else the one it has still."""
    first = goal.wordings[0]
    if first.proposed_at is None:
        return []
    changes = _turns(goal, TurnKind.AUDIENCE_CHANGED)
    sent_to = changes[0].was if changes else goal.audience
    name = company.name(goal.proposed_by_id)
    if sent_to is None:
        return [_told(first.proposed_at, _("{name} sent the goal {day}."), name=name)]
    sentence = _("{name} sent the goal {day}. It could be seen by {audience}.")
    return [
        _told(first.proposed_at, sentence, name=name, audience=audience_phrase(Audience(sent_to)))
    ]


def _changed(turn: Turn, company: Company) -> Told:
    sentence = _("{name} changed it {day}. Since then it can be seen by {audience}.")
    audience = audience_phrase(Audience(turn.value))
    return _told(turn.at, sentence, name=company.name(turn.person_id), audience=audience)


def _shared(share: GoalShare, company: Company, *, tells_why: bool) -> Told:
    return _told(
        share.since,
        _("{name} shared it with {other} {day}."),
        share.reason if tells_why else "",
        name=company.name(share.shared_by_id),
        other=company.name(share.person_id),
    )


def _ended(turn: Turn, company: Company) -> Told:
    return _told(
        turn.at,
        _("{name} stopped sharing it with {other} {day}."),
        name=company.name(turn.person_id),
        other=company.name(turn.about_id),
    )
