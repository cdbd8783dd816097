"""What the opening of a scene says of time: a weekday, nights passed, the same day, long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span

DAYPART = r"(?:morning|evening|night|afternoon|day|dawn|noon)"
NEXT = re.compile(
    rf"\b(?:the )?(?:next|following) (?:{DAYPART})\b|\bthe {DAYPART} after\b|\bthe {DAYPART} following\b|\bnext {DAYPART}\b|\bthe (?:day|morning) after\b",
    re.I,
)
SAME = re.compile(
    rf"\b(?:that|the same|later that|that same) (?:{DAYPART})\b|\bthe same day\b|\b(?:a few |some )?(?:minutes|moments|hours?) later\b|\bhalf an hour later\b|\ban? (?:hour|minute|moment)s? (?:later|after|afterwards|passed)\b",
    re.I,
)
CLOCK = re.compile(
    r"\b(?:at|by|past|till|until|towards|about|just before|just after) (?:about |nearly |exactly )?(?:half[ -]past |(?:a )?quarter (?:past|to) |[\w-]+ (?:minutes )?(?:past|to) )?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d{1,2}(?:[:.]\d\d)?)(?: o['’]clock)?\b"
    r"|\b(?:dusk|nightfall|sunset|twilight|teatime|lunchtime|dinnertime|bedtime)\b|\b(?:nearly|almost|getting|quite) dark\b|\b(?:by|after) (?:dinner|supper|tea|lunch|dark|nightfall)\b",
    re.I,
)
AGO = re.compile(
    r"\b(?:(?:[\w-]+ )?(?:years?|months?|weeks?|days?|nights?|winters?|summers?) (?:back|ago|before|earlier|previously)|long ago|once,? when|back (?:in|then)|in those days)\b",
    re.I,
)
PLUPERFECT = re.compile(
    r"\b(?:had|’d|'d)(?: \w+ly| not| never| always| already| only| just)? (?:been|\w+(?:ed|en|wn|ne|ght|lt|ft|pt|nt|d|t))\b"
)


@dataclass(frozen=True)
class Reading:
    """What was found; ``nights`` since the scene before, ``same``: the same day, ``ago``: before the story's present."""

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
        rf"\b(?P<n>\d+|(?:{numbers})(?:[ -](?:{numbers}))?|a couple of|half a dozen|several|some|a few)[ -]?(?P<unit>{units})s?"
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
    same = SAME.search(opening) or CLOCK.search(opening)
    ago = AGO.search(opening)
    past = ago is not None and PLUPERFECT.search(opening) is not None
    found = next((m for m in (n, w, ago if past else None, same) if m is not None), None)
    evidence = Span(start + found.start(), start + found.end()) if found else None
    return Reading(weekday, nights, same is not None, past, evidence)


def _day(opening: str) -> tuple[str | None, re.Match[str] | None]:
    for m in _weekday().finditer(opening):
        before = (m.group("before") or "").strip().lower()
        if before not in (
            "since",
            "until",
            "till",
            "every",
            "last",
            "next",
            "before",
            "by",
            "each",
            "black",
            "good",
            "man",
            "easter",
            "sunday",
            "from",
        ):
            return m.group("day").capitalize(), m
    return None, None


def _nights(opening: str) -> tuple[float | None, re.Match[str] | None]:
    m = _elapsed().search(opening)
    if m is not None and not (m.group("then").strip(" ,").lower() == "since" and m.start() > 40):
        count = _number(m.group("n").lower())
        unit = resources.table("time.toml")["units"][m.group("unit").lower()]
        return (None if count is None else float(count * unit)), m
    m = NEXT.search(opening)
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
