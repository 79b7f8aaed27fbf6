"""Twenty answers at the same moment make one member. Real threads, committed rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    confirm_invitation,
    give_address,
    invite,
    refuse_invitation,
    resend_invitation,
    revoke_invitation,
    show_link,
)
from herning_pwa.circles.models import Circle, Invitation, Membership
from herning_pwa.commitments.commands import ask_for_help, take_commitment
from herning_pwa.commitments.models import CommitmentTurn, TurnKind
from herning_pwa.db import reading, transaction
from herning_pwa.errors import DomainError
from herning_pwa.i18n import today
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.cast import assemble
from tests.circles.conftest import PASSWORD
from tests.fresh import fresh_database, installation

AT_ONCE = 20
SANNE, METTE = "sanne@kommune.example", "mette@familie.example"


@pytest.fixture(autouse=True)
def committed_cast(engine: Engine, tmp_path: Path) -> Iterator[None]:
    with (
        fresh_database(engine, tmp_path) as url,
        installation(HERNING_DATABASE_URL=url),
    ):
        with transaction() as db:
            assemble(db)
        yield


def person(db: Session, email: str) -> Person:
    return db.scalars(select(Person).where(Person.email == email)).one()


def asta_invited(by: str = METTE) -> tuple[UUID, str]:
    """Asta's invitation and its secret, committed."""
    with transaction() as db:
        circle_id = db.scalars(select(Circle.id).where(Circle.name.contains("Emil"))).one()
        invited = invite(
            db,
            person(db, by),
            circle_id=circle_id,
            place="network_member:neighbour",
            name="Asta",
            email="asta@familie.example",
        )
        mail = db.get(Mail, invited.mail_id) if invited.mail_id else None
        return invited.id, mail.secret if mail else ""


def at_once(*acts: Callable[[], str]) -> Counter[str]:
    """Run all acts at the same moment, each in a thread of its own; count what they gave."""
    start = Barrier(len(acts))

    def run(act: Callable[[], str]) -> str:
        start.wait()
        try:
            return act()
        except LinkRefused as refused:
            return refused.problem
        except DomainError as error:
            return type(error).__name__

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(run, acts))


def accepting(secret: str) -> Callable[[], str]:
    def accept() -> str:
        with transaction() as db:
            accept_invitation(db, secret, signed_in=None, first_name="Asta", password=PASSWORD)
        return "in"

    return accept


def acting(act: Callable[..., object], email: str, invitation_id: UUID) -> Callable[[], str]:
    def run() -> str:
        with transaction() as db:
            act(db, person(db, email), invitation_id=invitation_id)
        return act.__name__

    return run


def astas_places() -> int:
    with reading() as db:
        places = select(func.count()).select_from(Membership).join(Membership.person)
        return db.scalar(places.where(Person.email == "asta@familie.example")) or 0


def test_twenty_acceptances_make_one_member() -> None:
    _id, secret = asta_invited()
    outcomes = at_once(*[accepting(secret)] * AT_ONCE)
    assert outcomes == {"in": 1, "gentaget": AT_ONCE - 1}
    assert astas_places() == 1


def test_accepting_and_revoking_cannot_both_happen() -> None:
    invitation_id, secret = asta_invited()
    outcomes = at_once(
        *[accepting(secret)] * 5, *[acting(revoke_invitation, METTE, invitation_id)] * 5
    )
    assert outcomes["in"] + outcomes["revoke_invitation"] == 1
    assert astas_places() == outcomes["in"]


def test_a_new_link_and_the_old_one_let_one_person_in_once() -> None:
    invitation_id, secret = asta_invited()
    outcomes = at_once(
        *[accepting(secret)] * 5, *[acting(resend_invitation, METTE, invitation_id)] * 2
    )
    assert outcomes["in"] == astas_places() <= 1


def test_two_parents_with_different_answers_get_one_of_them() -> None:
    invitation_id, _secret = asta_invited(by=SANNE)
    outcomes = at_once(
        acting(confirm_invitation, METTE, invitation_id),
        acting(refuse_invitation, "anders@familie.example", invitation_id),
    )
    assert outcomes["confirm_invitation"] + outcomes["refuse_invitation"] == 1


def test_ten_taps_on_send_make_one_invitation() -> None:
    def send() -> str:
        asta_invited()
        return "sent"

    outcomes = at_once(*[send] * 10)
    assert outcomes == {"sent": 1, "Invalid": 9}
    with reading() as db:
        assert db.scalar(select(func.count()).select_from(Invitation)) == 1


def test_a_code_read_by_ten_phones_sends_one_mail_and_the_others_are_told() -> None:
    invitation_id, _secret = asta_invited()
    with transaction() as db:
        secret = show_link(db, person(db, METTE), invitation_id=invitation_id)

    def ask() -> str:
        with transaction() as db:
            give_address(db, secret, email="asta@familie.example")
        return "sent"

    assert at_once(*[ask] * 10) == {"sent": 1, "ukendt": 9}


def test_ten_people_take_one_commitment_and_one_of_them_has_it() -> None:
    with transaction() as db:
        mette = person(db, METTE)
        asked = ask_for_help(
            db,
            mette,
            circle_id=mette.memberships[0].circle_id,
            form_key=uuid4(),
            what="Hente Emil",
            on_day=today().isoformat(),
        )
        commitment_id = asked.id

    def taking(email: str) -> Callable[[], str]:
        def take() -> str:
            with transaction() as db:
                take_commitment(db, person(db, email), commitment_id=commitment_id)
            return "mine"

        return take

    takers = [f"{name}@familie.example" for name in ("anders", "inger", "jens", "freja")]
    assert at_once(*map(taking, takers)) == {"mine": 1, "Conflict": 3}
    with reading() as db:
        turns = db.scalars(select(CommitmentTurn).where(CommitmentTurn.kind == TurnKind.TAKEN))
        assert len(turns.all()) == 1
