"""A person's own words to take away: for machines, and for reading and printing."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.i18n import LANGUAGE, _, stamp
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord
from herning_pwa.privacy.queries.own_words import (
    OwnCircle,
    OwnLine,
    by_circle,
    circle_names,
    everything,
    unsent,
)

SCHEMA = "sammen.own-words"
SCHEMA_VERSION = 1
PRINT_LOOKS = "body{font:1.05rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}"


def as_json(db: Session, person: Person) -> str:
    """Shape: ``schema``, ``version``, ``written_at`` (RFC 3339), ``person`` {``first_name``,
    ``email``}, ``words``, ``unsent``.

    Each of ``words`` has ``id``, ``kind``, ``written_at``, ``circle`` (a name or none),
    ``label``, ``about``, ``state`` and ``parts``, a list of {``name``, ``text``}. ``unsent`` is
    a list of texts. A change that a reader of version 1 would misunderstand raises ``version``.
    """
    names, found = circle_names(db, person), everything(db, person)
    content = {
        "schema": SCHEMA,
        "version": SCHEMA_VERSION,
        "written_at": clock.now().isoformat(),
        "person": {"first_name": person.first_name, "email": person.email},
        "words": [_for_machines(word, names.get(word.circle_id)) for word in found],
        "unsent": unsent(db, person),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _for_machines(word: OwnWord, circle: str | None) -> dict[str, Any]:
    return {
        "id": str(word.id),
        "kind": word.kind,
        "written_at": word.written_at.isoformat(),
        "circle": circle,
        "label": word.label,
        "about": word.about,
        "state": word.state,
        "parts": [{"name": name, "text": text} for name, text in word.parts],
    }


def as_page(db: Session, person: Person) -> str:
    """One whole HTML page without scripts, to read and to print."""
    title = _("What {name} has written").format(name=person.first_name)
    made = _("Taken out {moment}. Only what you have written yourself is in it.")
    circles = by_circle(db, person, everything(db, person))
    rest = unsent(db, person)
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(made.format(moment=stamp(clock.now())))}</p>",
        *(_circle(circle) for circle in circles),
        *([f"<h2>{escape(_('Typed and not sent'))}</h2>"] if rest else []),
        *(_paragraph(text) for text in rest),
    ]
    return (
        f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{PRINT_LOOKS}</style></head>"
        f"<body>{''.join(body)}</body></html>"
    )


def _circle(circle: OwnCircle) -> str:
    lines = "".join(_line(line) for line in circle.lines)
    return f"<section><h2>{escape(circle.name)}</h2>{lines}</section>"


def _line(line: OwnLine) -> str:
    head = " · ".join(filter(None, [line.label, line.at, line.state]))
    parts = "".join(
        f"<dt>{escape(name)}</dt><dd dir=auto>{_broken(text)}</dd>" for name, text in line.parts
    )
    about = _paragraph(line.about) if line.about else ""
    return f"<article><h3>{escape(head)}</h3>{about}<dl>{parts}</dl></article>"


def _paragraph(text: str) -> str:
    return f"<p dir=auto>{_broken(text)}</p>"


def _broken(text: str) -> str:
    """Escaped, with its line breaks."""
    return escape(text).replace("\n", "<br>")
