"""The calendar of a story: nights between scenes and their weekdays, solved from what the openings say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from unspoken import resources
from unspoken.stages.scene_spans.clock import Part, Reading

EXACT = (
    14  # days up to which a count is taken by the day, so that the weekday follows, and beyond which a round one is not
)
ROUND = 10
BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


@dataclass(frozen=True)
class Day:
    """When a scene happens: nights since the scene before, and the weekday; unknown is None."""

    nights: float | None
    weekday: str | None


@dataclass(frozen=True)
class _Today:
    weekday: str | None
    date: tuple[int, int] | None
    part: Part | None


def solved(readings: Iterable[Reading]) -> list[Day]:
    """Nights and weekday of each scene, in order.

    What is told of a scene counts from the last scene of the story's line: a flashback does not stand between, and
    after it the day is the one that it left. A weekday holds both ways: five days before a Monday it was a Wednesday.
    """
    told = list(readings)
    days: list[Day] = []
    line: list[int] = []
    today: _Today | None = None
    for k, reading in enumerate(told):
        if reading.ago or reading.ahead:
            days.append(Day(None, reading.weekday))
            continue
        day = _day(reading, today, returning=bool(line) and line[-1] != k - 1)
        days.append(day)
        line.append(k)
        same = today if day.nights == 0.0 else None
        today = _Today(
            day.weekday, reading.date or (same.date if same else None), reading.part or (same.part if same else None)
        )
    _count_back(days, told, line)
    return days


def _count_back(days: list[Day], told: list[Reading], line: list[int]) -> None:
    """Give weekdays to the scenes of the story's line that lie a known number of days before one whose weekday is."""
    for before, after in reversed(list(pairwise(line))):
        nights, weekday = days[after].nights, days[after].weekday
        known = nights is not None and _by_day(nights, told[after]) and not told[after].event
        if days[before].weekday is None and weekday is not None and nights is not None and known:
            days[before] = replace(days[before], weekday=_later(weekday, -int(nights)))


def _day(reading: Reading, today: _Today | None, returning: bool) -> Day:
    if today is None:
        return Day(None, reading.weekday)
    nights = _nights(reading, today)
    weekday = reading.weekday
    if weekday is None and today.weekday is not None:
        if nights is not None and _by_day(nights, reading):
            weekday = _later(today.weekday, int(nights))
        elif nights is None and returning and reading.evidence is None:
            weekday = today.weekday
    return Day(nights, weekday)


def _by_day(nights: float, reading: Reading) -> bool:
    """Whether nights are counted so exactly that a weekday follows."""
    counted = nights == int(nights) and (nights <= EXACT or nights % ROUND != 0)
    return counted and (reading.exact or nights == 7)


def _later(weekday: str, days: int) -> str:
    return _names()[(_names().index(weekday) + days) % 7]


def _nights(reading: Reading, today: _Today) -> float | None:
    """What is said outright; else between two dates, two weekdays, two times of day."""
    apart = _between_weekdays(reading, today)
    if reading.nights is not None and not (reading.nights == 0.0 and apart):
        return reading.nights
    if reading.date is not None:
        return None if today.date is None else float((_of_year(reading.date) - _of_year(today.date)) % 365)
    if reading.weekday is not None:
        return apart
    if reading.morning:
        return 0.0 if today.part == "morning" else 1.0
    if not reading.clock or _vague(reading):
        return None
    return 1.0 if today.part == "night" and reading.part == "morning" else 0.0


def _vague(reading: Reading) -> bool:
    """Time passed, nobody says how much."""
    return not reading.exact and reading.nights is None


def _between_weekdays(reading: Reading, today: _Today) -> float | None:
    if reading.weekday is None or today.weekday is None or not reading.definite or _vague(reading):
        return None
    apart = float((_names().index(reading.weekday) - _names().index(today.weekday)) % 7)
    if reading.beyond:
        return apart + 7.0
    if not apart:
        return 7.0 if reading.again else 0.0 if reading.clock else None
    return apart


def _of_year(date: tuple[int, int]) -> int:
    return BEFORE_MONTH[date[0] - 1] + date[1]


def _names() -> list[str]:
    return [day.capitalize() for day in resources.table("time.toml")["weekdays"].split()]
