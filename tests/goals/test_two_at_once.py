"""Two people, or two taps, at the very same moment: one is first, the other is told, on a
database of their own where work is really committed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event
from uuid import UUID

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict
from herning_pwa.goals.commands import agree_to_goal, propose_goal, return_goal, save_aim
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.people.models import Person
from tests.cast import Cast, assemble, person_by_id
from tests.goals.making import draft, other_words, proposed, waiting
from tests.schema import create_schema

SECONDS = 60


@pytest.fixture(params=["sqlite", "postgresql"])
def committed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        engine = create_schema(f"sqlite:///{tmp_path}/sammen.db")
        yield engine.execution_options(writes=True)
        engine.dispose()
        return
    server = create_engine(request.getfixturevalue("postgres_url"), isolation_level="AUTOCOMMIT")
    name = f"at_once_{UUID(int=id(request)).hex[-12:]}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine = create_schema(make_url(server.url).set(database=name).render_as_string(False))
    yield engine
    engine.dispose()
    server.dispose()


@pytest.fixture
def people(committed: Engine) -> Cast:
    """The cast, committed, free of any session."""
    with Session(committed, expire_on_commit=False) as db, db.begin():
        return assemble(db)


Act = Callable[[Session, Person], object]


def run(engine: Engine, person: Person, act: Act) -> object:
    """One transaction by one person; gives what came of it, also when it was refused."""
    try:
        with Session(engine) as db, db.begin():
            return act(db, person_by_id(db, person.id))
    except Conflict as refused:
        return refused


def at_once(engine: Engine, *acts: tuple[Person, Act]) -> list[object]:
    """All of them, let go at the same moment."""
    gate = Barrier(len(acts))

    def go(person: Person, act: Act) -> object:
        gate.wait(SECONDS)
        return run(engine, person, act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(SECONDS) for done in [pool.submit(go, *act) for act in acts]]


def make(engine: Engine, person: Person, act: Act) -> UUID:
    with Session(engine) as db, db.begin():
        goal = act(db, person_by_id(db, person.id))
        assert isinstance(goal, Goal)
        db.flush()
        return goal.id


def test_two_taps_at_once_make_one_draft(committed: Engine, people: Cast) -> None:
    def begin(db: Session, mette: Person) -> None:
        save_aim(db, mette, circle_id=people.circle.id, title="Ro", whose="family", area="home")

    at_once(committed, (people.mette, begin), (people.mette, begin))
    with Session(committed) as db:
        assert db.scalar(select(func.count()).select_from(Goal)) == 1


def test_two_taps_at_once_send_one_proposal(committed: Engine, people: Cast) -> None:
    goal_id = make(committed, people.mette, lambda db, mette: draft(db, people, mette))

    def send(db: Session, mette: Person) -> UUID:
        return propose_goal(db, mette, goal_id=goal_id, audience="circle")

    sent = at_once(committed, (people.mette, send), (people.mette, send))
    assert sent == [goal_id, goal_id]
    with Session(committed) as db:
        proposals = select(func.count()).where(Activity.action == "goal.proposed")
        assert db.scalar(proposals) == 1


def test_sanne_is_first_and_anders_is_told(committed: Engine, people: Cast) -> None:
    goal_id = make(committed, people.mette, lambda db, mette: proposed(db, people, mette))
    with Session(committed) as db:
        shown = waiting(db.get_one(Goal, goal_id))
    has_written, may_commit = Event(), Event()

    def return_slowly(db: Session, sanne: Person) -> None:
        return_goal(db, sanne, goal_id=goal_id, wording_id=shown, fields=other_words())
        db.flush()
        has_written.set()
        may_commit.wait(SECONDS)

    def agree(db: Session, anders: Person) -> None:
        agree_to_goal(db, anders, goal_id=goal_id, wording_id=shown)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(run, committed, people.sanne, return_slowly)
        assert has_written.wait(SECONDS)
        second = pool.submit(run, committed, people.anders, agree)
        may_commit.set()
        assert first.result(SECONDS) is None
        refused = second.result(SECONDS)
    assert isinstance(refused, Conflict)
    assert "Sanne har foreslået andre ord" in str(refused)


def test_both_sides_agreeing_at_once_is_one_agreement(committed: Engine, people: Cast) -> None:
    goal_id = make(committed, people.inger, lambda db, inger: proposed(db, people, inger))
    with Session(committed) as db:
        shown = waiting(db.get_one(Goal, goal_id))

    def agree(db: Session, person: Person) -> None:
        agree_to_goal(db, person, goal_id=goal_id, wording_id=shown)

    answers = at_once(committed, (people.mette, agree), (people.sanne, agree))
    assert answers == [None, None]
    with Session(committed) as db:
        assert db.get_one(Goal, goal_id).lifecycle is Lifecycle.ACTIVE
        agreed = select(func.count()).where(Activity.action == "goal.agreed")
        assert db.scalar(agreed) == 1
