"""Reflex logs whole events when something is wrong with one: cookies, and what people wrote.

We keep the name of the event and drop the rest.
"""

from __future__ import annotations

import logging
import re

from reflex_base.event.processor import base_state_processor, event_processor

_EVENT = re.compile(r"Event\(.*\)", re.DOTALL)
_EVENT_NAME = re.compile(r"\bname='([\w.]{1,200})'")
_VALUE = re.compile(r" with value .*", re.DOTALL)


class WithoutPeople(logging.Filter):
    """Take cookies and people's words out of Reflex's log lines."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = _VALUE.sub(" (value not logged)", record.getMessage())
        record.msg, record.args = _EVENT.sub(_only_the_name, line), ()
        return True


def _only_the_name(event: re.Match[str]) -> str:
    name = _EVENT_NAME.search(event[0])
    return f"the event {name[1]}" if name else "an event"


def keep_people_out_of_logs() -> None:
    """Put the filter on the Reflex loggers that write events; twice does no harm."""
    for module in (event_processor, base_state_processor):
        if not any(isinstance(known, WithoutPeople) for known in module.logger.filters):
            module.logger.addFilter(WithoutPeople())
