"""What the opening of a scene says of time: a weekday, nights passed, the same day, long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span

NOT_THAT_DAY = frozenset("since until till every last next before by each black good man easter sunday from".split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of words of time."""
    return re.compile(resources.table("time.toml")["patterns"][name], re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True)
class Reading:
    """What was found: ``nights`` since the scene before; ``same``: that day; ``ago``: before the story's present."""

    weekday: str | None
    nights: float | None
    same: bool
    ago: bool
    evidence: Span | None


@cache
def _weekday() -> re.Pattern[str]:
    days = "|".join(resources.table("time.toml")["weekdays"].split())
    return re.compile(rf"\b(?P<before>\w+ )?(?P<day>{days})(?! (?:after|before|fortnight|week)\b)s?\b", re.I)


@cache
def _elapsed() -> re.Pattern[str]:
    table = resources.table("time.toml")
    numbers = "|".join(sorted(table["numbers"], key=len, reverse=True))
    units = "|".join(table["units"])
    return re.compile(
        rf"\b(?P<n>\d+|(?:{numbers})(?:[ -](?:{numbers}))?|a couple of|half a dozen|several|some|a few)"
        rf"[ -]?(?P<unit>{units})s?"
        rf"(?P<then>,? (?:later|after(?:wards)?|on\b|passed|went by|had passed|had gone by|since))",
        re.I,
    )


def read(text: str, start: int, end: int) -> Reading:
    """Read the words of time in text[start:end], the first sentences of a scene.

    Returns:
        The reading; ``evidence`` spans the words of the first finding that dates the scene.
    """
    opening = text[start:end]
    weekday, w = _day(opening)
    nights, n = _nights(opening)
    same = pattern("same").search(opening) or pattern("clock").search(opening)
    ago = pattern("ago").search(opening)
    past = ago is not None and pattern("pluperfect").search(opening) is not None
    found = next((m for m in (n, w, ago if past else None, same) if m is not None), None)
    evidence = Span(start + found.start(), start + found.end()) if found else None
    return Reading(weekday, nights, same is not None, past, evidence)


def _day(opening: str) -> tuple[str | None, re.Match[str] | None]:
    for m in _weekday().finditer(opening):
        before = (m.group("before") or "").strip().lower()
        if before not in NOT_THAT_DAY:
            return m.group("day").capitalize(), m
    return None, None


def _nights(opening: str) -> tuple[float | None, re.Match[str] | None]:
    m = _elapsed().search(opening)
    if m is not None and not (m.group("then").strip(" ,").lower() == "since" and m.start() > 40):
        count = _number(m.group("n").lower())
        unit = resources.table("time.toml")["units"][m.group("unit").lower()]
        return (None if count is None else float(count * unit)), m
    m = pattern("next").search(opening)
    return (1.0, m) if m else (None, None)


def _number(words: str) -> int | None:
    """A number in digits or words; vague ones are None."""
    if words.isdigit():
        return int(words)
    if words == "a couple of":
        return 2
    table = resources.table("time.toml")["numbers"]
    parts = re.split(r"[ -]", words)
    if not all(p in table for p in parts):
        return None
    if len(parts) == 2 and table[parts[1]] == 100:
        return int(table[parts[0]] * 100)
    return int(sum(table[p] for p in parts))
