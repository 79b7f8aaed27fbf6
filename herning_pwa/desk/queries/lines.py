"""One line on the desk: which circle, what, when, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """``kind`` says where ``target`` leads within ``circle_id``: one of the desk state's PLACES."""

    circle: str = ""
    circle_id: str = ""
    what: str = ""
    words: str = ""
    since: str = ""
    due: str = ""
    is_late: bool = False
    act: str = ""
    kind: str = ""
    target: str = ""
