"""Taken, released, kept and withdrawn: one person at a time, and never with guilt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import end_membership, leave_circle
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.commands.young import end_access
from herning_pwa.commitments import commands
from herning_pwa.commitments.models import Commitment, Stage, TurnKind
from herning_pwa.commitments.queries.page import CommitmentsView, commitments_page
from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.commitments.conftest import Asking

ACTS = [
    commands.take_commitment,
    commands.release_commitment,
    commands.keep_commitment,
    commands.withdraw_commitment,
]


def act(db: Session, command: Callable[..., None], by: Person, commitment: Commitment) -> None:
    command(db, by, commitment_id=commitment.id)


def page(db: Session, person: Person, cast: Cast) -> CommitmentsView:
    return commitments_page(db, person, circle_id=cast.circle.id)


@pytest.mark.parametrize("name", ["mette", "anders", "freja", "inger", "jens", "sanne", "peter"])
def test_everybody_who_takes_part_may_take_it(
    db: Session, cast: Cast, commitment: Commitment, name: str
) -> None:
    act(db, commands.take_commitment, cast.people[name], commitment)
    assert commitment.taken_by is cast.people[name]


def test_the_second_hears_kindly_who_was_first(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    act(db, commands.take_commitment, cast.jens, commitment)
    with pytest.raises(Conflict, match="Jens har allerede sagt ja"):
        act(db, commands.take_commitment, cast.inger, commitment)
    assert commitment.taken_by is cast.jens


@pytest.mark.parametrize("command", ACTS)
@pytest.mark.parametrize("name", ["karl", "fatima", "frede", "birgit", "otto"])
def test_those_outside_cannot_even_find_it(
    db: Session, cast: Cast, commitment: Commitment, command: Callable[..., None], name: str
) -> None:
    with pytest.raises(NotFound):
        act(db, command, cast.people[name], commitment)
    assert commitment.stage is Stage.OPEN


@pytest.mark.parametrize("command", ACTS)
@pytest.mark.parametrize("wrong", ["", "x", None, 7, ["a"], {}])
def test_what_is_no_commitment_is_not_found(
    db: Session, cast: Cast, command: Callable[..., None], wrong: object
) -> None:
    with pytest.raises(NotFound):
        command(db, cast.mette, commitment_id=wrong)


@pytest.mark.parametrize("name", ["mette", "inger", "sanne"])
def test_only_who_has_it_keeps_or_releases_it(
    db: Session, cast: Cast, commitment: Commitment, name: str
) -> None:
    act(db, commands.take_commitment, cast.jens, commitment)
    for command in (commands.keep_commitment, commands.release_commitment):
        with pytest.raises(NotAllowed):
            act(db, command, cast.people[name], commitment)


@pytest.mark.parametrize("name", ["anders", "jens", "sanne"])
def test_only_who_asked_says_that_it_is_not_needed(
    db: Session, cast: Cast, commitment: Commitment, name: str
) -> None:
    with pytest.raises(NotAllowed):
        act(db, commands.withdraw_commitment, cast.people[name], commitment)


def test_released_it_is_open_for_others_and_the_story_remembers(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    act(db, commands.take_commitment, cast.jens, commitment)
    act(db, commands.release_commitment, cast.jens, commitment)
    [row] = page(db, cast.inger, cast).open
    assert row.can_take
    assert row.story == [
        "Mette spurgte i dag.",
        "Jens sagde ja i dag.",
        "Jens kunne ikke alligevel, i dag.",
    ]
    act(db, commands.take_commitment, cast.inger, commitment)
    assert commitment.taken_by is cast.inger


def test_kept_it_is_thanked_for(
    db: Session, cast: Cast, commitment: Commitment, november: time_machine.Traveller
) -> None:
    act(db, commands.take_commitment, cast.jens, commitment)
    november.shift(timedelta(days=4))
    assert [row.can_fulfil for row in page(db, cast.jens, cast).mine] == [True]
    act(db, commands.keep_commitment, cast.jens, commitment)
    assert [row.line for row in page(db, cast.mette, cast).done] == ["Jens gjorde det. Tak."]
    assert page(db, cast.jens, cast).mine == []
    with pytest.raises(NotAllowed):
        act(db, commands.release_commitment, cast.jens, commitment)


@pytest.mark.parametrize(
    ("command", "by", "kind"),
    [
        (commands.take_commitment, "jens", TurnKind.TAKEN),
        (commands.keep_commitment, "jens", TurnKind.KEPT),
        (commands.release_commitment, "jens", TurnKind.RELEASED),
        (commands.withdraw_commitment, "mette", TurnKind.WITHDRAWN),
    ],
)
def test_two_taps_are_one(
    db: Session,
    cast: Cast,
    commitment: Commitment,
    *,
    command: Callable[..., None],
    by: str,
    kind: TurnKind,
) -> None:
    if command is not commands.take_commitment:
        act(db, commands.take_commitment, cast.jens, commitment)
    for _tap in range(2):
        act(db, command, cast.people[by], commitment)
    assert [turn.kind for turn in commitment.turns].count(kind) == 1


def test_withdrawn_it_is_gone_from_the_page_and_can_no_longer_be_taken(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    act(db, commands.withdraw_commitment, cast.mette, commitment)
    assert page(db, cast.inger, cast).is_empty
    with pytest.raises(Conflict, match="ikke nødvendigt"):
        act(db, commands.take_commitment, cast.inger, commitment)


def test_a_day_that_has_passed_asks_nobody(
    db: Session, cast: Cast, commitment: Commitment, november: time_machine.Traveller
) -> None:
    november.shift(timedelta(days=4))
    assert page(db, cast.inger, cast).open == []
    with pytest.raises(Conflict, match="Dagen er gået"):
        act(db, commands.take_commitment, cast.inger, commitment)


def test_when_jens_leaves_his_promise_is_open_for_the_others(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    act(db, commands.take_commitment, cast.jens, commitment)
    place = cast.jens.membership_in(cast.circle.id)
    assert place is not None
    leave_circle(db, cast.jens, membership_id=place.id)
    assert [row.can_take for row in page(db, cast.mette, cast).open] == [True]
    with pytest.raises(NotFound):
        act(db, commands.keep_commitment, cast.jens, commitment)


def test_taken_out_or_past_the_last_day_is_the_same(
    db: Session, cast: Cast, commitment: Commitment, november: time_machine.Traveller
) -> None:
    act(db, commands.take_commitment, cast.inger, commitment)
    place = cast.inger.membership_in(cast.circle.id)
    assert place is not None
    place.stay_until(today())
    november.shift(timedelta(days=1))
    with pytest.raises(NotFound):
        act(db, commands.keep_commitment, cast.inger, commitment)
    settle(db, cast.circle.id)
    assert commitment.is_open
    act(db, commands.take_commitment, cast.jens, commitment)
    jens = cast.jens.membership_in(cast.circle.id)
    assert jens is not None
    end_membership(db, cast.mette, membership_id=jens.id)
    assert commitment.is_open


def test_what_freja_had_promised_is_open_when_her_sign_in_ends(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    act(db, commands.take_commitment, cast.freja, commitment)
    end_access(db, cast.sanne, child_id=cast.freja_child.id)
    db.expire_all()
    assert [row.can_take for row in page(db, cast.inger, cast).open] == [True]


def test_what_somebody_who_left_had_asked_for_can_be_taken_away(
    db: Session, cast: Cast, asking: Asking
) -> None:
    asked = asking(cast.inger)
    act(db, commands.take_commitment, cast.jens, asked)
    with pytest.raises(NotAllowed):
        act(db, commands.withdraw_commitment, cast.anders, asked)
    inger = cast.inger.membership_in(cast.circle.id)
    assert inger is not None
    end_membership(db, cast.mette, membership_id=inger.id)
    db.flush()
    for name in ("jens", "freja", "peter"):
        with pytest.raises(NotAllowed):
            act(db, commands.withdraw_commitment, cast.people[name], asked)
    assert [row.can_withdraw for row in page(db, cast.sanne, cast).coming] == [True]
    act(db, commands.withdraw_commitment, cast.anders, asked)
    act(db, commands.withdraw_commitment, cast.anders, asked)
    assert [turn.kind for turn in asked.turns][-1] is TurnKind.WITHDRAWN
    assert page(db, cast.sanne, cast).is_empty
