"""Reflex logs whole events when something is wrong with one: cookies, and what people wrote.

We keep the name of the event and drop the rest.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from traceback import extract_tb

import reflex.app
import reflex.state
import reflex_base.vars.base
from reflex_base.event.processor import base_state_processor, event_processor

TALKATIVE = (
    event_processor,
    base_state_processor,
    reflex.app,
    reflex.state,
    reflex_base.vars.base,
)
FRAMES_LOGGED = 6
_EVENT = re.compile(r"Event\(.*\)", re.DOTALL)
_EVENT_NAME = re.compile(r"\bname='([\w.]{1,200})'")
_VALUE = re.compile(r"( with value |, got |event data: |Event data: ).*", re.DOTALL)


def kind_and_place(error: BaseException) -> str:
    """What broke and where, without the error's own words: those may be what people wrote."""
    frames = extract_tb(error.__traceback__)[-FRAMES_LOGGED:]
    places = [f"{Path(at.filename).name}:{at.lineno}" for at in reversed(frames)]
    return f"{type(error).__name__} at {' < '.join(places)}"


class WithoutPeople(logging.Filter):
    """Take cookies, people's words and forged lines out of what Reflex logs."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = _EVENT.sub(_only_the_name, record.getMessage())
        line = _VALUE.sub(" (value not logged)", line)
        if record.exc_info and record.exc_info[1]:
            line = f"{line} ({kind_and_place(record.exc_info[1])})"
            record.exc_info = None
        record.msg, record.args = line.replace("\n", " "), ()  # one line stays one line
        return True


def _only_the_name(event: re.Match[str]) -> str:
    name = _EVENT_NAME.search(event[0])
    return f"the event {name[1]}" if name else "an event"


def keep_people_out_of_logs() -> None:
    """Put the filter on the Reflex loggers that write events; twice does no harm."""
    for module in TALKATIVE:
        if not any(isinstance(known, WithoutPeople) for known in module.logger.filters):
            module.logger.addFilter(WithoutPeople())
