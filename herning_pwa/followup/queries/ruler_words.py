"""/indstillinger/trivselslinealen: what the ruler's numbers are called, for the administrator."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.errors import NotFound
from herning_pwa.followup.models import RulerWording
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.words import NUMBERS, concern, labels
from herning_pwa.i18n import _, stamp
from herning_pwa.people.models import Person

VERSIONS_SHOWN = 20


@dataclass(frozen=True)
class LabelField:
    """One number's field: its name in the form, the question, and what stands there now."""

    name: str = ""
    question: str = ""
    label: str = ""


@dataclass(frozen=True)
class VersionView:
    """An earlier version, or the present one: who and when, and the five words."""

    by_line: str = ""
    labels: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class RulerWordsView:
    """The page. ``seen`` is the version it shows; ``whose`` says whose words they are."""

    seen: str = ""
    whose: str = ""
    fields: list[LabelField] = field(default_factory=list)
    versions: list[VersionView] = field(default_factory=list)


def ruler_words_page(db: Session, actor: Person) -> RulerWordsView:
    """One statement. Raises NotFound for everybody but an administrator."""
    if not policy.may_word_ruler(actor):
        raise NotFound
    versions = db.scalars(
        select(RulerWording)
        .options(joinedload(RulerWording.by))
        .order_by(RulerWording.version.desc())
        .limit(VERSIONS_SHOWN)
    ).all()
    present = versions[0] if versions else None
    return RulerWordsView(
        seen=str(present.version if present else 0),
        whose=_("These are the municipality’s own words.")
        if present
        else _("These are the app’s own words. Put the municipality’s in their place."),
        fields=[
            LabelField(
                f"label_{n}",
                _("{n}: {concern}").format(n=n, concern=concern(n)),
                labels(present)[n - 1],
            )
            for n in NUMBERS
        ],
        versions=[_version(one) for one in versions],
    )


def _version(one: RulerWording) -> VersionView:
    return VersionView(
        by_line=_("{name}, {day}").format(name=one.by.first_name, day=stamp(one.at)),
        labels=[f"{n} – {label}" for n, label in zip(NUMBERS, one.labels, strict=True)],
    )
