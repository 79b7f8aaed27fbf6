"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from herning_pwa.goals.models import Words
from herning_pwa.goals.words import dates_label
from herning_pwa.i18n import _

KEPT, ADDED, REMOVED = "kept", "added", "removed"


@dataclass(frozen=True)
class Bit:
    """A run of words that stayed, came or went."""

    kind: str = KEPT
    text: str = ""


@dataclass(frozen=True)
class Difference:
    """One part of the wording that changed. ``label`` names the part."""

    label: str = ""
    bits: list[Bit] = field(default_factory=list)


def differences(before: Words, after: Words) -> list[Difference]:
    """The parts that differ, each with what came and what went."""
    pairs = zip(_parts(before), _parts(after), strict=True)
    return [
        Difference(label, compare(old, new)) for (label, old), (_label, new) in pairs if old != new
    ]


def _parts(words: Words) -> list[tuple[str, str]]:
    return [
        (_("The goal"), words.title),
        (_("Why it matters"), words.why),
        (_("Signs we look for"), words.signs),
        (_("Other children’s everyday life"), words.everyday),
        (_("When"), dates_label(words.starts_on, words.target_on)),
    ]


def compare(old: str, new: str) -> list[Bit]:
    """Runs of whole words. Blanks go with the words before them."""
    before, after = _tokens(old), _tokens(new)
    bits: list[Bit] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            bits.append(Bit(KEPT, "".join(before[i1:i2])))
            continue
        bits += [Bit(REMOVED, _spaced(before[i1:i2])), Bit(ADDED, "".join(after[j1:j2]))]
    return [bit for bit in bits if bit.text]


def _spaced(tokens: list[str]) -> str:
    """The last word of a text has no blank after it; what came instead must not touch it."""
    text = "".join(tokens)
    return f"{text.rstrip()} " if text else ""


def _tokens(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)
