"""Saying what the ruler's numbers are called in this municipality."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound
from herning_pwa.fields import Check, checking, plain
from herning_pwa.followup.models import LABEL_LIMIT, RulerWording
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.queries.find import wording_in_force
from herning_pwa.followup.words import NUMBERS, labels
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def word_ruler(
    db: Session, actor: Person, *, seen: object, fields: Mapping[str, object]
) -> RulerWording | None:
    """A new version of the five labels, ``fields["label_1"]`` to ``["label_5"]``.

    It counts for readings from now on; earlier ones keep their words. ``seen`` is the version
    the page showed. None when nothing is new. Raises NotFound, Invalid, and Conflict when
    somebody has changed them meanwhile.
    """
    if not policy.may_word_ruler(actor):
        raise NotFound
    with checking() as check:
        said = _read(check, fields)
    present = wording_in_force(db)
    if said == labels(present):
        return None
    version = present.version if present else 0
    if plain(str(seen)) != str(version):
        raise Conflict(_("The words were changed meanwhile. Yours are still here. Send again."))
    names = dict(zip((f"label_{n}" for n in NUMBERS), said, strict=True))
    wording = RulerWording(version=version + 1, by=actor, **names)
    db.add(wording)
    record(db, actor, "ruler.worded", wording)
    return wording


def _read(check: Check, fields: Mapping[str, object]) -> tuple[str, ...]:
    said = tuple(_label(check, f"label_{n}", fields.get(f"label_{n}")) for n in NUMBERS)
    for n in NUMBERS[1:]:
        if said[n - 1] and said[n - 1].casefold() in {one.casefold() for one in said[: n - 1]}:
            check.refuse(f"label_{n}", _("Two numbers cannot have the same words."))
    return said


def _label(check: Check, name: str, written: object) -> str:
    line = " ".join(plain(written).split())
    return check.text(name, line, limit=LABEL_LIMIT, missing=_("Write what the number is called."))
