"""/was shows exactly what the other person's own queries give, less what the reader may not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import invite
from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.queries import circle_page
from herning_pwa.commitments.commands import ask_for_help, offer_help
from herning_pwa.commitments.policy import may_take_part
from herning_pwa.commitments.queries.page import commitments_page
from herning_pwa.errors import DomainError, NotAllowed, NotFound
from herning_pwa.goals.commands import share_with_parent
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.queries.goals import GoalCard, GoalList, goal_list
from herning_pwa.i18n import today
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.people.models import Person
from herning_pwa.preview.commands import note_look
from herning_pwa.preview.policy import may_look_as
from herning_pwa.preview.queries import Preview, preview_page
from tests.cast import Cast, person_by_id
from tests.counting import counted
from tests.goals.making import agreed, draft, proposed

NETWORK = ("inger", "jens")
ALLOWED = {
    "mette": {"freja", *NETWORK},
    "anders": {"freja", *NETWORK},
    "sanne": {"mette", "anders", "karl", "freja", *NETWORK},
}
PAIRS = [(reader, other) for reader, others in ALLOWED.items() for other in sorted(others)]
CIRCLE = ("mette", "anders", "karl", "freja", "inger", "jens", "sanne", "peter")
SECRET = "KANARIEFUGL"
AT_MOST = 11  # the other person, what the reader sees, and the other's own page


@pytest.fixture
def goals(db: Session, cast: Cast) -> dict[str, Goal]:
    """One goal of each kind there is, and everybody's draft."""
    made = {
        "for all": agreed(db, cast, title="For alle"),
        "for the core": proposed(
            db, cast, cast.mette, audience=Audience.CORE, named=(cast.inger.id,), title="For os"
        ),
        "for parents": agreed(db, cast, audience=Audience.PARENTS, title="For forældrene"),
        "for Freja": proposed(db, cast, cast.freja, audience=Audience.CHILD, title=SECRET),
        "Inger's own": proposed(db, cast, cast.inger, audience=Audience.CORE, title="Ingers"),
    }
    goal = made["for all"]
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Han spurgte")
    for name in ("mette", "anders", "freja", "inger", "sanne"):
        draft(db, cast, getattr(cast, name), title=f"{SECRET} kladde")
    db.flush()
    return made


@pytest.fixture
def read(db: Session) -> Iterator[Session]:
    """A session that knows nothing yet, as a page's has."""
    db.flush()
    with Session(db.connection(), autoflush=False) as session:
        yield session


def place_of(db: Session, cast: Cast, name: str) -> Membership:
    person = getattr(cast, name).id
    return db.scalars(select(Membership).where(Membership.person_id == person)).one()


def look(read: Session, cast: Cast, reader: str, other: str, **about: object) -> Preview:
    return preview_page(
        read,
        person_by_id(read, getattr(cast, reader).id),
        circle_id=cast.circle.id,
        membership_id=str(place_of(read, cast, other).id),
        **about,
    )


def cards(listed: GoalList) -> list[GoalCard]:
    groups = (listed.asking_me, listed.in_focus, listed.waiting, listed.others, listed.ended)
    return [card for group in groups for card in group]


def own(read: Session, cast: Cast, name: str) -> Person:
    return person_by_id(read, getattr(cast, name).id)


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_the_goals_are_the_others_own_less_what_the_reader_may_not_see(
    read: Session, cast: Cast, goals: dict[str, Goal], reader: str, other: str
) -> None:
    theirs = cards(goal_list(read, own(read, cast, other), circle_id=cast.circle.id))
    mine = {
        card.goal_id
        for card in cards(goal_list(read, own(read, cast, reader), circle_id=cast.circle.id))
    }
    expected = [replace(card, href="") for card in theirs if card.goal_id in mine]
    shown = [
        replace(card, href="")
        for group in look(read, cast, reader, other).groups
        for card in group.goals
    ]
    assert shown == expected


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_so_are_the_people(read: Session, cast: Cast, reader: str, other: str) -> None:
    theirs = circle_page(read, own(read, cast, other), circle_id=cast.circle.id)
    shown = look(read, cast, reader, other, part="kreds").here.circle
    assert named(shown) == named(theirs.groups)


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_so_are_the_promises(
    db: Session, read: Session, cast: Cast, reader: str, other: str
) -> None:
    promise(db, cast)
    shown = [
        (group.heading, one.what, one.line)
        for group in look(read, cast, reader, other, part="loefter").commitments
        for one in group.commitments
    ]
    if not may_take_part(own(read, cast, other), cast.circle.id):
        assert shown == []
        return
    theirs = commitments_page(read, own(read, cast, other), circle_id=cast.circle.id)
    groups = {
        "Åbne løfter": theirs.open,
        "Dine løfter": theirs.mine,
        "Andres løfter": theirs.coming,
    }
    assert shown == [(heading, o.what, o.line) for heading, rows in groups.items() for o in rows]


def promise(db: Session, cast: Cast) -> None:
    """Mette asks for something, and Inger has promised something."""
    for by, act in ((cast.mette, ask_for_help), (cast.inger, offer_help)):
        said = {"what": f"{by.first_name} henter", "on_day": today().isoformat()}
        act(db, by, circle_id=cast.circle.id, form_key=str(uuid4()), **said)
    db.flush()


def test_sanne_sees_mettes_invitations_without_the_address(
    db: Session, read: Session, cast: Cast
) -> None:
    guest = {"place": "supporter:supporter", "name": "Bo", "email": "bo@familie.example"}
    invite(db, cast.mette, circle_id=cast.circle.id, **guest)
    db.flush()
    shown = look(read, cast, "sanne", "mette", part="kreds").here.invitations
    assert [row.who for row in shown] == ["Bo, bisidder"]
    assert "@" not in repr(shown)
    assert look(read, cast, "mette", "inger", part="kreds").here.invitations == []


def named(groups: list[Any]) -> list[tuple[str, ...]]:
    return [(g.heading, one.name, one.relation, one.note) for g in groups for one in g.people]


def test_who_may_look_as_whom(db: Session, cast: Cast) -> None:
    places = {name: place_of(db, cast, name) for name in CIRCLE}
    readers = (*CIRCLE, "fatima", "frede", "birgit", "otto")
    may = {
        reader: {other for other in CIRCLE if may_look_as(getattr(cast, reader), places[other])}
        for reader in readers
    }
    assert {reader: others for reader, others in may.items() if others} == ALLOWED


@pytest.mark.parametrize("reader", ["frede", "fatima", "birgit", "otto"])
def test_outsiders_cannot_find_it(
    read: Session, cast: Cast, goals: dict[str, Goal], reader: str
) -> None:
    with pytest.raises(NotFound):
        look(read, cast, reader, "inger")
    with pytest.raises(NotFound):
        preview_page(read, own(read, cast, reader), circle_id=cast.circle.id)


def test_mette_chooses_among_those_she_may_look_as(read: Session, cast: Cast) -> None:
    shown = preview_page(read, own(read, cast, "mette"), circle_id=cast.circle.id)
    assert [one.entry for one in shown.people] == [
        "Freja, barn i kredsen",
        "Inger, mormor",
        "Jens, træner",
    ]
    with pytest.raises(NotAllowed):
        preview_page(read, own(read, cast, "inger"), circle_id=cast.circle.id)


@pytest.mark.parametrize(
    ("reader", "other"),
    [("anders", "mette"), ("mette", "anders"), ("mette", "karl"), ("mette", "sanne"),
     ("sanne", "peter"), ("peter", "inger"), ("inger", "jens"), ("freja", "inger"),
     ("mette", "mette")],
)  # fmt: skip
def test_nobody_else_may(read: Session, cast: Cast, reader: str, other: str) -> None:
    with pytest.raises(NotAllowed):
        look(read, cast, reader, other)


def test_karl_cannot_even_find_mettes_place(read: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        look(read, cast, "karl", "mette")


def test_a_place_that_is_over_cannot_be_looked_from(db: Session, read: Session, cast: Cast) -> None:
    place_of(db, cast, "inger").ended_at = clock.now()
    db.flush()
    with pytest.raises(DomainError):
        look(read, cast, "mette", "inger")


def test_a_parent_who_comes_back_as_somebody_else_is_still_the_other_home(
    db: Session, cast: Cast
) -> None:
    was = place_of(db, cast, "karl")
    was.ended_at = clock.now()
    now = Membership(
        circle=cast.circle, person=cast.karl, role=Role.NETWORK_MEMBER, relation=was.relation
    )
    db.add(now)
    db.flush()
    assert not may_look_as(cast.mette, now)
    assert may_look_as(cast.sanne, now)


def test_mette_looks_only_as_a_supporter_she_brought(db: Session, cast: Cast) -> None:
    bo = place_of(db, cast, "jens")
    bo.role, bo.invited_by_id = Role.SUPPORTER, cast.mette.id
    db.flush()
    assert may_look_as(cast.mette, bo)
    assert not may_look_as(cast.anders, bo)


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_no_draft_and_no_private_goal_is_in_it(
    read: Session, cast: Cast, goals: dict[str, Goal], reader: str, other: str
) -> None:
    shown = "".join(
        repr(look(read, cast, reader, other, part=part)) for part in ("", "moeder", "kreds")
    )
    assert "kladde" not in shown
    assert (SECRET in shown) == (reader == "sanne" and other == "freja")


def test_frejas_private_goal_is_not_there_for_mette_by_its_address(
    read: Session, cast: Cast, goals: dict[str, Goal]
) -> None:
    with pytest.raises(NotFound):
        look(read, cast, "mette", "freja", goal_id=str(goals["for Freja"].id))


def test_mette_is_told_that_jens_cannot_see_a_goal(
    read: Session, cast: Cast, goals: dict[str, Goal]
) -> None:
    shown = look(read, cast, "mette", "jens", goal_id=str(goals["for parents"].id))
    assert shown.nothing == "Jens kan ikke se dette mål."
    assert shown.goal.title == ""


@pytest.mark.parametrize("nonsense", ["x", "0", "' or 1=1", None, 7, ["x"], {"a": 1}])
def test_nonsense_finds_nothing(read: Session, cast: Cast, nonsense: object) -> None:
    with pytest.raises(DomainError):
        preview_page(
            read, own(read, cast, "mette"), circle_id="x", membership_id=nonsense, goal_id=nonsense
        )


def test_looking_is_in_the_log_and_a_refused_look_is_not_done(db: Session, cast: Cast) -> None:
    place = place_of(db, cast, "inger")
    note_look(db, cast.mette, membership_id=str(place.id))
    with pytest.raises(NotAllowed):
        note_look(db, cast.jens, membership_id=str(place.id))
    db.flush()
    looks = db.scalars(select(Activity).where(Activity.action == "membership.looked_as")).all()
    assert [(look.actor_id, look.object_id) for look in looks] == [(cast.mette.id, place.id)]


def test_looking_makes_no_other_page_load(db: Session, cast: Cast) -> None:
    db.info.pop("changed_circles", None)
    note_look(db, cast.mette, membership_id=str(place_of(db, cast, "inger").id))
    assert not db.info.get("changed_circles")


PARTS = {"goals": {}} | {part: {"part": part} for part in ("moeder", "kreds", "loefter")}


@pytest.mark.parametrize("part", [*PARTS, "goal"])
def test_looking_asks_seldom_and_changes_nothing(
    db: Session, read: Session, cast: Cast, goals: dict[str, Goal], part: str
) -> None:
    about = PARTS.get(part, {"goal_id": str(goals["for all"].id)})
    reader = own(read, cast, "mette")
    place = str(place_of(db, cast, "inger").id)
    with counted(read) as said:
        preview_page(read, reader, circle_id=cast.circle.id, membership_id=place, **about)
    assert all(statement.startswith("SELECT") for statement in said)
    assert len(said) <= AT_MOST, "\n".join(said)


def meetings(listed: list[MeetingCard]) -> list[MeetingCard]:
    return [replace(card, href="", can_answer=False, sequence=0) for card in listed]
