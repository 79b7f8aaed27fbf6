"""The voices' chart: where things go. Pure geometry."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from herning_pwa.progress.queries.chart import (
    LABEL_GAP,
    LEFT,
    RIGHT,
    WIDTH,
    Drawing,
    Point,
    Series,
    draw,
)

FIRST = date(2026, 11, 3)


def _series(name: str, *ratings: int, shape: str = "circle", every: int = 1) -> Series:
    days = [FIRST + timedelta(days=every * n) for n in range(len(ratings))]
    return Series(name, shape, [Point(day, r) for day, r in zip(days, ratings, strict=True)])


def _numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)]


def _spots(path: str) -> list[tuple[float, float]]:
    return [(_numbers(part)[0], _numbers(part)[1]) for part in re.split("[ML]", path)[1:]]


def test_nobody_gives_an_empty_chart() -> None:
    assert draw([]) == Drawing()


def test_one_number_stands_in_the_middle() -> None:
    [one] = draw([_series("Mette", 6)]).series
    [(x, _y)] = _spots(one.line)
    assert x == LEFT + (WIDTH - LEFT - RIGHT) / 2


def test_higher_numbers_stand_higher_and_zero_stands_on_the_ground() -> None:
    drawing = draw([_series("Mette", 0, 5, 10)])
    heights = [y for _x, y in _spots(drawing.series[0].line)]
    grounds = [_spots(tick.line.replace("H", " "))[0][1] for tick in drawing.ticks]
    assert heights == grounds
    assert heights[0] > heights[1] > heights[2]


def test_time_goes_from_left_to_right() -> None:
    [one] = draw([_series("Mette", 3, 4, 5, every=9)]).series
    across = [x for x, _y in _spots(one.line)]
    assert across == sorted(across)
    assert len(set(across)) == len(across)
    assert across[0] >= LEFT
    assert across[-1] <= WIDTH - RIGHT


def test_two_who_say_the_same_on_the_same_day_stand_side_by_side() -> None:
    mette, sanne = draw([_series("Mette", 6), _series("Sanne", 6, shape="diamond")]).series
    (mette_x, mette_y), (sanne_x, sanne_y) = _spots(mette.line)[0], _spots(sanne.line)[0]
    assert mette_y == sanne_y
    assert sanne_x - mette_x >= 7


def test_one_person_may_say_two_things_on_the_same_day() -> None:
    twice = Series("Mette", "circle", [Point(FIRST, 2), Point(FIRST, 7)])
    [one] = draw([twice]).series
    (x, low), (same_x, high) = _spots(one.line)
    assert x == same_x
    assert low > high


def test_names_never_touch_each_other() -> None:
    drawing = draw([_series(f"Nr {n}", 5, 5, shape="square") for n in range(14)])
    heights = sorted(float(one.label_y) for one in drawing.series)
    assert all(later - earlier >= LABEL_GAP - 0.11 for earlier, later in pairwise(heights))
    assert heights[-1] <= float(drawing.view_box.split()[3])


def test_two_of_one_shape_have_different_lines() -> None:
    mette, anders, sanne = draw(
        [_series("Mette", 6), _series("Anders", 4), _series("Sanne", 3, shape="diamond")]
    ).series
    assert mette.stroke != anders.stroke
    assert mette.stroke == sanne.stroke  # told apart by shape


def test_two_hundred_points_stay_inside() -> None:
    [one] = draw([_series("Mette", *[n % 11 for n in range(200)])]).series
    spots = _spots(one.line)
    assert len(spots) == 200
    assert all(LEFT <= x <= WIDTH - RIGHT for x, _y in spots)


def test_in_a_crowd_only_the_latest_of_each_voice_is_marked() -> None:
    calm = draw([_series("Mette", *[5] * 18), _series("Sanne", *[3] * 18)])
    crowded = draw([_series("Mette", *[5] * 19), _series("Sanne", *[3] * 18)])
    assert [one.marks.count("M") for one in calm.series] == [18, 18]
    assert [one.marks.count("M") for one in crowded.series] == [1, 1]
    assert [len(_spots(one.line)) for one in crowded.series] == [19, 18]
