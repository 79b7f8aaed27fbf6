"""/loefter: what can be taken, what the reader has promised, what comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.circles.queries.load import with_people
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.circles.words import capitalised, voice_shape
from herning_pwa.commitments import policy, words
from herning_pwa.commitments.models import Commitment, CommitmentTurn, Stage
from herning_pwa.commitments.queries.asking import asked_by_name, those_to_ask
from herning_pwa.errors import require
from herning_pwa.i18n import _, local, relative_day, today
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

LOOK_BACK = timedelta(days=14)
SHOWN_AT_MOST = 60
DONE_SHOWN = 5


@dataclass(frozen=True)
class CommitmentView:
    """One commitment: what, when, who, and what the reader may do about it."""

    commitment_id: str = ""
    what: str = ""
    when: str = ""
    line: str = ""
    shape: str = ""
    can_take: bool = False
    can_fulfil: bool = False
    can_withdraw: bool = False
    story: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class CommitmentsView:
    """The whole page, and what the form needs."""

    circle_id: str = ""
    open: list[CommitmentView] = field(default_factory=list)
    mine: list[CommitmentView] = field(default_factory=list)
    coming: list[CommitmentView] = field(default_factory=list)
    done: list[CommitmentView] = field(default_factory=list)
    is_empty: bool = False
    today: str = ""
    who: list[Option] = field(default_factory=list)
    asked: str = ""
    asks_by_name: bool = False
    asking: str = ""
    sight: SightLine = field(default_factory=SightLine)


def commitments_page(
    db: Session, actor: Person, *, circle_id: object, asked: object = ""
) -> CommitmentsView:
    """Five statements. ``asked`` is the place of somebody to be asked by name.

    Raises NotFound, or NotAllowed for those who do not take part in commitments.
    """
    circle = find_circle(db, actor, circle_id, with_people())
    require(policy.may_take_part(actor, circle.id))
    own = actor.membership_in(circle.id)
    assert own is not None  # noqa: S101 - the policy has looked at it
    seeing = [place for place in circle.active_memberships if policy.takes_part(place)]
    rows = _living(db, actor, circle.id)
    named = asked_by_name(seeing, actor, asked)
    view = _viewer(actor, seeing)
    mine = [row for row in rows if policy.may_fulfil(actor, row)]
    coming = [
        row
        for row in rows
        if row.stage is Stage.TAKEN and row not in mine and row.on_day >= today()
    ]
    can_be_taken = [row for row in rows if row.is_open]
    done = [row for row in reversed(rows) if row.stage is Stage.KEPT][:DONE_SHOWN]
    return CommitmentsView(
        circle_id=str(circle.id),
        open=[view(row) for row in can_be_taken],
        mine=[view(row) for row in mine],
        coming=[view(row) for row in coming],
        done=[view(row) for row in done],
        is_empty=not rows,
        today=today().isoformat(),
        who=those_to_ask(actor, seeing),
        asked=str(named.id) if named else "",
        asks_by_name=named is not None,
        asking=_("You are asking {name}.").format(name=named.person.first_name) if named else "",
        sight=sight_line(own, seeing),
    )


def _living(db: Session, actor: Person, circle_id: UUID) -> Sequence[Commitment]:
    return db.scalars(
        policy.visible_to(actor)
        .where(
            Commitment.circle_id == circle_id,
            Commitment.stage != Stage.WITHDRAWN,
            Commitment.on_day >= today() - LOOK_BACK,
        )
        .options(
            joinedload(Commitment.asked_by),
            joinedload(Commitment.taken_by),
            selectinload(Commitment.turns).joinedload(CommitmentTurn.by),
        )
        .order_by(Commitment.on_day, Commitment.id)
        .limit(SHOWN_AT_MOST)
    ).all()


def _viewer(actor: Person, seeing: list[Membership]) -> Callable[[Commitment], CommitmentView]:
    shapes = {place.person_id: voice_shape(place.role) for place in seeing}
    names: dict[UUID | None, str] = {place.person_id: place.person.first_name for place in seeing}

    def view(row: Commitment) -> CommitmentView:
        who = row.taken_by or row.asked_by
        return CommitmentView(
            commitment_id=str(row.id),
            what=row.what,
            when=capitalised(words.on_day(row.on_day)),
            line=_line(actor, row, asked=names.get(row.meant_for_id, "")),
            shape=shapes.get(who.id, "circle"),
            can_take=row.is_open and policy.may_take(actor, row),
            can_fulfil=policy.may_fulfil(actor, row),
            can_withdraw=policy.may_withdraw(actor, row),
            story=[_turn(turn) for turn in row.turns],
        )

    return view


def _line(actor: Person, row: Commitment, *, asked: str) -> str:
    if row.stage is Stage.KEPT and row.taken_by:
        return _("{name} did it. Thank you.").format(name=row.taken_by.first_name)
    if row.taken_by_id == actor.id:
        return _("You have said yes.")
    if row.taken_by:
        return _("{name} has said yes.").format(name=row.taken_by.first_name)
    if row.asked_by_id == actor.id:
        return _("You are asking {name}.").format(name=asked) if asked else _("You are asking.")
    if row.meant_for_id == actor.id:
        return _("{name} is asking you.").format(name=row.asked_by.first_name)
    return _("{name} is asking.").format(name=row.asked_by.first_name)


def _turn(turn: CommitmentTurn) -> str:
    return words.turn_sentence(turn.kind).format(
        name=turn.by.first_name, day=relative_day(local(turn.at).date())
    )
