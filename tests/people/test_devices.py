"""A browser that has shown a code is known: as that person's, until it is forgotten."""

from __future__ import annotations

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import NotFound
from herning_pwa.people.commands import forget_own_device, method_by_password, shut_out
from herning_pwa.people.devices import devices_of, is_known_device, remember_device
from herning_pwa.people.models import DEVICE_LIFE, Method, Person
from herning_pwa.people.passwords import hash_secret
from tests.cast import Cast
from tests.fresh import installation


def remembered(db: Session, person: Person, *, on: str = "") -> str:
    """The hash of the browser's new secret."""
    secret = remember_device(db, person, on, browser="Chrome, Android")
    assert secret
    return hash_secret(secret)


def test_where_mette_has_shown_a_code_her_password_is_enough(db: Session, cast: Cast) -> None:
    phone = remembered(db, cast.mette)
    assert is_known_device(db, cast.mette, phone)
    with installation(HERNING_DEMO="0"):
        assert method_by_password(db, cast.mette, device_hash=phone) is Method.PASSWORD
        assert method_by_password(db, cast.mette, device_hash="") is None


def test_mettes_browser_is_not_fatimas(db: Session, cast: Cast) -> None:
    assert not is_known_device(db, cast.fatima, remembered(db, cast.mette))


def test_a_family_may_share_a_tablet(db: Session, cast: Cast) -> None:
    old = remembered(db, cast.mette)
    new = remembered(db, cast.anders, on=old)
    assert is_known_device(db, cast.mette, new)
    assert is_known_device(db, cast.anders, new)


def test_a_secret_left_in_a_browser_beforehand_opens_nothing(db: Session, cast: Cast) -> None:
    planted = remembered(db, cast.fatima)
    remembered(db, cast.mette, on=planted)
    assert not is_known_device(db, cast.mette, planted)


def test_staff_are_never_remembered(db: Session, cast: Cast) -> None:
    assert remember_device(db, cast.sanne, "", browser="Edge, Windows") is None
    phone = remembered(db, cast.inger)
    cast.inger.staff = cast.sanne.staff
    assert not is_known_device(db, cast.inger, phone)


def test_a_browser_not_used_for_half_a_year_is_not_known(db: Session, cast: Cast) -> None:
    phone = remembered(db, cast.mette)
    with time_machine.travel(clock.now() + DEVICE_LIFE, tick=False):
        assert not is_known_device(db, cast.mette, phone)
        assert devices_of(db, cast.mette) == []


def test_mette_forgets_one_browser_and_fatima_cannot(db: Session, cast: Cast) -> None:
    phone, tablet = remembered(db, cast.mette), remembered(db, cast.mette)
    [device, other] = devices_of(db, cast.mette)
    gone = device if device.secret_hash == phone else other
    with pytest.raises(NotFound):
        forget_own_device(db, cast.fatima, device_id=str(gone.id))
    forget_own_device(db, cast.mette, device_id=str(gone.id))
    assert not is_known_device(db, cast.mette, phone)
    assert is_known_device(db, cast.mette, tablet)


def test_a_forgotten_browser_may_be_known_again(db: Session, cast: Cast) -> None:
    phone = remembered(db, cast.mette)
    shut_out(db, cast.mette)
    assert not is_known_device(db, cast.mette, phone)
    assert is_known_device(db, cast.mette, remembered(db, cast.mette, on=phone))
