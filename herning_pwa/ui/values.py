"""The small frozen values that queries word and ``ui`` places; free of Reflex for that reason."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldProblem:
    """``field`` is the form field's id (its name unless the form says otherwise)."""

    field: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Option:
    """One answer to choose: what is sent, what is read, a line below, chosen beforehand."""

    value: str = ""
    label: str = ""
    note: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class KeptText:
    """One field's unsent content: the form's draft name, the field's name, what was typed."""

    form: str = ""
    field: str = ""
    text: str = ""


@dataclass(frozen=True)
class SightLine:
    """Who can see what is being written: one line, and the names behind it.

    Each name is a finished entry ("Inger, mormor"). An empty ``line`` draws nothing.
    """

    line: str = ""
    can: list[str] = field(default_factory=list)
    cannot: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class OtherText:
    """What stands saved in a field while something else is written in it on this page."""

    field: str = ""
    label: str = ""
    text: str = ""


@dataclass(frozen=True)
class Saved:
    """What became of words saved while they were typed.

    ``serial`` says which sending it answers. ``line`` is what the writer reads. When another
    page has saved other words meanwhile, ``others`` are those.
    """

    serial: str = ""
    version: int = 0
    is_saved: bool = False
    line: str = ""
    others: list[OtherText] = field(default_factory=list)
