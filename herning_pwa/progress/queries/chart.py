"""Where everything in the voices' chart goes. Pure geometry: no words, no database.

Units are those of the view box, about one CSS pixel on a phone 320 pixels wide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from herning_pwa.progress.models import HIGHEST_RATING

WIDTH = 300
LEFT, RIGHT, TOP, BOTTOM = 26, 82, 12, 24
PLOT_WIDTH = WIDTH - LEFT - RIGHT
LOWEST_PLOT = 150
LABEL_GAP = 16
DODGE = 8
TICKS = (0, 5, 10)
CROWD = 36  # with more points than this only each voice's latest gets a mark
STROKES = 4  # solid and three kinds of dashes, so that two of one shape are told apart
OUTLINES = {  # each drawn around the point it starts from
    "circle": "m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z",
    "star": "m0-8l2.1 5.1 5.5.4-4.2 3.6 1.3 5.4-4.7-2.9-4.7 2.9 1.3-5.4-4.2-3.6 5.5-.4z",
    "square": "m-5-5h10v10h-10z",
    "diamond": "m0-7l7 7-7 7-7-7z",
}


@dataclass(frozen=True)
class Point:
    """One number on one day."""

    day: date
    rating: int


@dataclass(frozen=True)
class Series:
    """One person's numbers, oldest first."""

    name: str
    shape: str
    points: list[Point]


@dataclass(frozen=True)
class Tick:
    """A line across the chart with its number."""

    label: str = ""
    y: str = ""
    line: str = ""


@dataclass(frozen=True)
class DrawnSeries:
    """One person's line, marks and name, as SVG path data and coordinates."""

    label: str = ""
    shape: str = ""
    stroke: str = ""
    line: str = ""
    marks: str = ""
    leader: str = ""
    label_x: str = ""
    label_y: str = ""


@dataclass(frozen=True)
class Drawing:
    """The whole chart."""

    view_box: str = f"0 0 {WIDTH} {TOP + LOWEST_PLOT + BOTTOM}"
    ticks: list[Tick] = field(default_factory=list)
    series: list[DrawnSeries] = field(default_factory=list)
    first_x: str = ""
    last_x: str = ""
    days_y: str = ""


Spot = tuple[float, float]


class Plane:
    """Turns days and numbers into coordinates."""

    def __init__(self, series: list[Series]) -> None:
        days = [point.day for one in series for point in one.points]
        self.first, self.last = min(days), max(days)
        self.height = max(LOWEST_PLOT, LABEL_GAP * len(series))
        self._voices: dict[tuple[date, int], set[int]] = defaultdict(set)
        for number, one in enumerate(series):
            for point in one.points:
                self._voices[point.day, point.rating].add(number)

    def x(self, day: date) -> float:
        """A single day stands in the middle."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return LEFT + DODGE + share * (PLOT_WIDTH - 2 * DODGE)

    def y(self, rating: float) -> float:
        return TOP + self.height * (1 - rating / HIGHEST_RATING)

    def spot(self, number: int, point: Point) -> Spot:
        """Voices that say the same on the same day stand side by side."""
        together = sorted(self._voices[point.day, point.rating])
        aside = together.index(number) - (len(together) - 1) / 2
        return self.x(point.day) + aside * DODGE, self.y(point.rating)


def draw(series: list[Series]) -> Drawing:
    """The chart of these voices; each has at least one point. None at all gives an empty chart."""
    if not series:
        return Drawing()
    plane = Plane(series)
    spots = [[plane.spot(n, point) for point in one.points] for n, one in enumerate(series)]
    heights = _apart([line[-1][1] for line in spots], TOP, TOP + plane.height)
    strokes: Counter[str] = Counter()
    is_crowded = sum(map(len, spots)) > CROWD
    drawn = []
    for one, line, height in zip(series, spots, heights, strict=True):
        drawn.append(
            _drawn(one, line, line[-1:] if is_crowded else line, height, strokes[one.shape])
        )
        strokes[one.shape] += 1
    return Drawing(
        view_box=f"0 0 {WIDTH} {TOP + plane.height + BOTTOM}",
        ticks=[_tick(plane, rating) for rating in TICKS],
        series=drawn,
        first_x=_n(plane.x(plane.first)),
        last_x=_n(plane.x(plane.last)),
        days_y=_n(TOP + plane.height + BOTTOM - 4),
    )


def _drawn(
    one: Series, line: list[Spot], marked: list[Spot], height: float, before: int
) -> DrawnSeries:
    """``before`` counts the voices of the same shape that are drawn already."""
    edge = WIDTH - RIGHT
    return DrawnSeries(
        label=one.name,
        shape=one.shape,
        stroke=str(before % STROKES + 1),
        line="M" + "L".join(_at(spot) for spot in line),
        marks="".join(f"M{_at(spot)}{OUTLINES[one.shape]}" for spot in marked),
        leader=f"M{_at(line[-1])}L{_at((edge, height))}",
        label_x=_n(edge + 4),
        label_y=_n(height + 4.5),
    )


def _tick(plane: Plane, rating: int) -> Tick:
    y = plane.y(rating)
    return Tick(str(rating), _n(y + 4.5), f"M{LEFT} {_n(y)}H{WIDTH - RIGHT}")


def _apart(wanted: list[float], top: float, bottom: float) -> list[float]:
    """Heights near the wanted ones, in the same order, that keep names from touching."""
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed = dict.fromkeys(order, 0.0)
    lowest = top
    for n in order:
        placed[n] = max(wanted[n], lowest)
        lowest = placed[n] + LABEL_GAP
    highest = bottom
    for n in reversed(order):
        placed[n] = min(placed[n], highest)
        highest = placed[n] - LABEL_GAP
    return [placed[n] for n in range(len(wanted))]


def _at(spot: Spot) -> str:
    return f"{_n(spot[0])} {_n(spot[1])}"


def _n(value: float) -> str:
    return f"{round(value, 1):g}"
