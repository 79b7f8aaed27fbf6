"""One kind of thing that may be written without a connection. Each room names its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa.i18n import short_date
from herning_pwa.people.models import Person

ID_LIMIT = 100

Fields = Mapping[str, str]
Name = Callable[[Session, Person, Fields], str]


@dataclass(frozen=True)
class Kind:
    """One kind: what it is called, which command carries it out, and what its form holds.

    ``about`` names what it is about as far as the person may know it now, or raises NotFound.
    ``fields`` are the form's names that the command reads; ``words`` those of them in which
    somebody has written, each with its label. ``also`` is for the page that hears the answer.
    ``told`` makes the command's arguments out of the fields where they are called otherwise.
    """

    label: Callable[[], str]
    about: Name
    command: Callable[..., Any]
    fields: tuple[str, ...]
    words: Callable[[], dict[str, str]]
    also: tuple[str, ...] = ()
    told: Callable[[dict[str, Any]], dict[str, Any]] = dict

    def read(self, fields: Fields) -> dict[str, str]:
        """The fields that belong to this kind."""
        return {name: fields[name] for name in (*self.fields, *self.also) if name in fields}

    def arguments(self, fields: Fields) -> dict[str, Any]:
        """The command's. A field the form did not have is none."""
        return self.told({name: fields.get(name) for name in self.fields})

    def written_in(self, fields: Fields) -> list[tuple[str, str]]:
        """What somebody wrote, by the form's labels; a day as people write it."""
        filled = ((label, fields.get(name, "")) for name, label in self.words().items())
        return [(label, _readable(text)) for label, text in filled if text.strip()]

    def without_words(self, fields: Fields) -> dict[str, str]:
        """What says what it was about, and nothing of what was written. No id is so long that
        something could be."""
        rest = {name: text for name, text in fields.items() if name not in self.words()}
        return {name: text for name, text in rest.items() if len(text) <= ID_LIMIT}


def _readable(text: str) -> str:
    try:
        return short_date(date.fromisoformat(text))
    except ValueError:
        return text
