"""One kind of thing that may be written without a connection. Each room names its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Fields = Mapping[str, str]


@dataclass(frozen=True)
class Kind:
    """Which command carries it out.

    ``fields`` are the form's names that are read; ``words`` those of them in which somebody has
    written, each with its label. ``told`` makes the command's arguments out of the fields where
    they are called otherwise.
    """

    command: Callable[..., Any]
    fields: tuple[str, ...]
    words: Callable[[], dict[str, str]]
    told: Callable[[dict[str, Any]], dict[str, Any]] = dict

    def arguments(self, fields: Fields) -> dict[str, Any]:
        """The command's. A field the form did not have is none."""
        return self.told({name: fields.get(name) for name in self.fields})

    def read(self, fields: Fields) -> dict[str, str]:
        """The fields that belong to this kind."""
        return {name: fields[name] for name in self.fields if name in fields}

    def without_words(self, fields: Fields) -> dict[str, str]:
        """What says what it was about, and nothing of what was written."""
        return {name: text for name, text in fields.items() if name not in self.words()}
