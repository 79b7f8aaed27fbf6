"""Taking in what a phone sends: one entry, one transaction, one answer.

No entry stops another. What cannot be answered now may be sent again.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from herning_pwa.activity.commands import changed_circles
from herning_pwa.db import reading, transaction
from herning_pwa.errors import ChangedMeanwhile, NotSignedIn
from herning_pwa.i18n import _
from herning_pwa.offline.commands import OtherContent, answer_entry
from herning_pwa.offline.envelope import Sealed, Unreadable, is_id, read_sealed
from herning_pwa.offline.models import Outcome
from herning_pwa.offline.opening import Entry, open_sealed
from herning_pwa.people.sessions import load_actor, pages_to_close
from herning_pwa.people.upload_grants import take_over, use_upload_grant, who_may_upload
from herning_pwa.web.logs import kind_and_place

log = logging.getLogger(__name__)


class Status(StrEnum):
    """What a phone is told about one entry."""

    APPLIED = "applied"
    REFUSED = "refused"
    MISMATCH = "mismatch"
    UNREADABLE = "unreadable"
    NOT_YOURS = "not_yours"
    LATER = "later"


@dataclass(frozen=True)
class Sender:
    """Whose entries may be carried out: those of whoever is signed in, and what others left
    unsent when they signed out here, by the fingerprints they left with it."""

    session_hash: str
    person_id: UUID | None
    grant_hashes: Collection[str] = ()
    granted: Mapping[UUID, Collection[str]] = field(default_factory=dict)

    def sends(self, sealed: Sealed) -> bool:
        left = self.granted.get(sealed.person, ())
        return sealed.person == self.person_id or sealed.fingerprint in left

    @property
    def pace(self) -> str:
        """Whose pace it counts towards. Where nobody is signed in it takes no time from those who
        left something, as they go on elsewhere."""
        return str(self.person_id) if self.person_id else f"left by {min(self.granted)}"

    def reads(self, row: object) -> bool:
        """Whether who sits here may read why: not where nobody is signed in, and not about what
        somebody else has left here."""
        others = {str(person) for person in self.granted if person != self.person_id}
        whose = row.get("person") if isinstance(row, dict) else None
        return self.person_id is not None and not (isinstance(whose, str) and whose in others)


@dataclass(frozen=True)
class Delivered:
    """One answer; which circles changed, and whose open pages must close."""

    id: str
    status: Status
    sentence: str = ""
    circles: set[UUID] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)


def who_sends(session_hash: str, grant_hashes: Collection[str]) -> Sender:
    """Raises NotSignedIn. Looking is not activity: delivery by itself keeps nobody signed in."""
    with reading() as db:
        granted = who_may_upload(db, grant_hashes)
        try:
            person_id = load_actor(db, session_hash).person.id
        except NotSignedIn:
            if not granted:
                raise
            person_id = None
        return Sender(session_hash, person_id, grant_hashes, granted)


def deliver(row: object, sender: Sender) -> Delivered:
    """Carry out one entry as it was sent. Never raises."""
    delivered = _deliver(row, sender)
    return delivered if sender.reads(row) else replace(delivered, sentence="")


def _deliver(row: object, sender: Sender) -> Delivered:
    key = _id_of(row)
    try:
        sealed = read_sealed(row)
        if not sender.sends(sealed):  # before it is opened: the answer says nothing about it
            return Delivered(key, Status.NOT_YOURS, _not_yours())
        return _answer(open_sealed(sealed), sender)
    except Unreadable:
        return Delivered(key, Status.UNREADABLE, _unreadable())
    except OtherContent:
        return Delivered(key, Status.MISMATCH, _mismatch())
    except NotSignedIn as error:
        return Delivered(key, Status.NOT_YOURS, str(error))
    except Exception as error:  # noqa: BLE001 - what is wrong with one must not lose the others
        # Without its traceback, which could carry what people wrote.
        log.warning("an entry must wait: %s", kind_and_place(error))
        return Delivered(key, Status.LATER, _later())


def _answer(entry: Entry, sender: Sender) -> Delivered:
    """Two who change the same row at once: the second tries again, and sees what the first did."""
    try:
        return _try(entry, sender, is_last_try=False)
    except ChangedMeanwhile:
        return _try(entry, sender, is_last_try=True)


def _try(entry: Entry, sender: Sender, *, is_last_try: bool) -> Delivered:
    with transaction() as db:
        if entry.person_id == sender.person_id:
            actor = load_actor(db, sender.session_hash)
            person, is_fresh = actor.person, actor.is_fresh
            take_over(db, person, [entry.fingerprint])
        else:
            own = entry.person_id, entry.fingerprint
            person, is_fresh = use_upload_grant(db, sender.grant_hashes, *own), False
        answer = answer_entry(db, person, entry=entry, is_fresh=is_fresh, is_last_try=is_last_try)
        status = Status.APPLIED if answer.outcome is Outcome.APPLIED else Status.REFUSED
        circles, closed = set(changed_circles(db)), set(pages_to_close(db))
        return Delivered(str(entry.id), status, answer.sentence, circles, closed)


def _id_of(row: object) -> str:
    """The id as it was sent, so that the phone knows which one is meant; empty for what is none."""
    key = row.get("id") if isinstance(row, dict) else None
    return key if is_id(key) else ""


def _not_yours() -> str:
    return _("Somebody else wrote this here. It is sent when they sign in.")


def _unreadable() -> str:
    return _("We cannot read this. It is too old or has been changed. Write it again.")


def _mismatch() -> str:
    return _("Something else has been sent in its place. Write it again.")


def _later() -> str:
    return _("It could not be saved right now. We try again by ourselves.")
