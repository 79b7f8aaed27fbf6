"""Every voice on a goal, side by side. Never an average. Product rules, section 4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, noload

from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.words import relation_word
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, relative_day, short_date
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.chart import Drawing, Point, Series, draw
from herning_pwa.progress.queries.form import RecordForm, record_form
from herning_pwa.progress.words import ORDER, SHAPES

ENTRIES_SHOWN = 200
OWN_SHOWN = 20
SPREAD_TO_TALK_ABOUT = 3
LABEL_LIMIT = 9


@dataclass(frozen=True)
class Voice:
    """What one person says now. ``rating`` is empty for somebody who has only used words."""

    name: str = ""
    relation: str = ""
    shape: str = ""
    rating: str = ""
    said: str = ""
    when: str = ""


@dataclass(frozen=True)
class Row:
    """One entry in the table. ``state`` is a word when the entry no longer stands."""

    day: str = ""
    name: str = ""
    rating: str = ""
    note: str = ""
    state: str = ""


@dataclass(frozen=True)
class OwnEntry:
    """Something the reader wrote, to correct or take back."""

    id: str = ""
    day: str = ""
    happened_on: str = ""
    rating: str = ""
    note: str = ""
    state: str = ""
    can_correct: bool = False
    can_withdraw: bool = False
    form: RecordForm = RecordForm()


@dataclass(frozen=True)
class Voices:
    """All that is said about one goal."""

    voices: list[Voice] = field(default_factory=list)
    drawing: Drawing = Drawing()
    first_day: str = ""
    last_day: str = ""
    description: str = ""
    has_numbers: bool = False
    to_talk_about: str = ""
    rows: list[Row] = field(default_factory=list)
    rows_note: str = ""
    mine: list[OwnEntry] = field(default_factory=list)
    form: RecordForm = RecordForm()
