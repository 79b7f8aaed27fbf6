"""What the shell must know to draw itself around any page. A room fills it in."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CircleChoice:
    """One of the reader's circles in the chooser."""

    id: str = ""
    name: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Frame:
    """The reader's present, already worded.

    circle           name of the circle now shown; empty until it is known, then a skeleton stands
    circles          all the reader's circles; the chooser appears when there are two or more
    first_name       the reader's first name, for the menu
    is_professional  whether Arbejdsbord is offered
    """

    circle: str = ""
    circles: list[CircleChoice] = field(default_factory=list)
    first_name: str = ""
    is_professional: bool = False
