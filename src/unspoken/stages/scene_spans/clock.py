"""What the opening of a scene says of time: nights passed, a weekday, a date, a time of day, long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.scene_spans.words import nights, number, pattern

Part = Literal["morning", "day", "evening", "night"]

PARTS: tuple[Part, ...] = ("morning", "night", "evening", "day")
BACKWARD = re.compile(  # "he had left", not "he had a room"
    r"(?:\bhad\b(?! (?:an?|the|no|his|her|my|our|their|its|some|one|two|three|four|five|six|seven|ten|to)\b)"
    r"|\b(?:would|will|might|since)\b|['’](?:d|ll)\b)",
    re.IGNORECASE,
)
PLUPERFECT = re.compile(
    r"(?:\bhad|['’]d)(?: \w+ly| not| never| always| already| only| just)? "
    r"(?!(?:seven|eight|ten|\w+teen)\b)(?:been|gone|come|done|had|made|run|begun|won|\w+(?:ed|en|wn|ne|ght|lt|ft|pt|nt|d|t|ung|unk))\b"
)
OTHER_VERB = re.compile(r"\b(?:was|were|is|are|did|which|who|whom|that|when|where)\b", re.IGNORECASE)
IT_HAD_BEEN = re.compile(r"^\W*(?:It|That) had been (?:on )?(?:a|the|one) \Z")
WEEK_ON = re.compile(r"\b(?:week|fortnight) \Z", re.IGNORECASE)
OF_MONTH = re.compile(r" (?:in|of|before|after)\b", re.IGNORECASE)  # "the last Thursday in October"
WRITTEN = re.compile(  # "your report of 8 March", not "the night of 8 March"
    r"\b(?:dated|your|my|his|her|their) (?:\w+ )?(?:(?:of|from) )?(?:the )?\Z"
    r"|\b(?:letter|note|report|message|e-?mail|bill|invoice|order|memo|minutes|entry|edition|issue)"
    r" (?:of|for|from|dated) (?:the )?\Z",
    re.IGNORECASE,
)
BEYOND = re.compile(r" next\b")
NAMED = re.compile(r" (?!that\b)\w")
HALF = re.compile(r"\bhalf\s+\Z", re.IGNORECASE)
DAY = 20  # hours from which so many are days
CLEFT = re.compile(
    r"It was [^.,;]{2,40}? (?:who|that) (?=had\b)"
)  # "It was his aunt who had told him, the year before"
THEY_MET = re.compile(r"(?:They|We|The two of (?:them|us)) (?:first )?met\b(?! again| up\b)")
HAD_BEEN = "It had been "
ONE_DAY = re.compile(r"the (?:day|night|week)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?…])[”’\"']?\s+")


@dataclass(frozen=True)
class Reading:
    """What an opening says. Unknown is None; ``evidence`` spans the words of the finding that dates the scene best.

    ``nights`` since the scene before, or, with ``event``, since what is named; ``exact``: counted in days; ``weekday``,
    ``definite``: that one, not any; ``again``: the weekday is said to be a later one than the last, ``beyond``: the one
    after next; ``date``: month and day; ``part`` of the day; ``clock``: a time of day is all that is said; ``ago``: a
    flashback opens; ``ahead``: the future is told.
    """

    nights: float | None = None
    exact: bool = True
    event: bool = False
    weekday: str | None = None
    definite: bool = True
    again: bool = False
    beyond: bool = False
    date: tuple[int, int] | None = None
    part: Part | None = None
    clock: bool = False
    morning: bool = False
    ago: bool = False
    ahead: bool = False
    evidence: Span | None = None


def read(opening: str, offset: int) -> Reading:
    """Read the words of time in a scene's opening.

    Args:
        opening: its first sentences; what is said aloud may be blanked out.
        offset: where the opening starts in the text.

    Returns:
        The reading, with evidence as offsets into the text.
    """
    back = _ago(opening)
    counted = _counted(opening) if back is None else None
    told = _told(opening) if counted is None else None
    day, weekday = _weekday(opening)
    dated, date = _date(opening)
    if told is not None and any(m is not None and m.start() < told[0].start() for m in (day, dated)):
        told = None
    clock = _first("clock", opening)
    morning = None if pattern("small_hours").search(opening) else _first("new_morning", opening)
    onward = pattern("onward").match(opening.lstrip())
    passed = counted[1] if counted else told[1] if told else 0.0 if onward else None
    found = next(
        (m for m in (counted and counted[0], told and told[0], day, dated, back, morning, clock, onward) if m), None
    )
    shift = offset + (len(opening) - len(opening.lstrip()) if found is onward else 0)
    return Reading(
        nights=passed, exact=counted is None or counted[2], event=counted is not None and _since(opening, counted[0]),
        weekday=weekday, definite=day is None or _definite(day), again=day is not None and _again(day),
        beyond=day is not None and _beyond(opening, day), date=date, part=_part(opening), clock=clock is not None,
        morning=morning is not None, ago=back is not None, ahead=counted is not None and _ahead(opening, counted[0]),
        evidence=Span(shift + found.start(), shift + found.end()) if found else None,
    )  # fmt: skip


def within(reading: Reading, words: str, offset: int) -> Reading:
    """The reading of a scene whose opening dates it by nothing, with the weekday that a later sentence of its
    narration says it is ("It was a Tuesday.").

    Args:
        reading: that of the opening.
        words: all of the scene; what is said aloud may be blanked out.
        offset: where the scene starts in the text.
    """
    m = None if reading.weekday or reading.date or reading.ago else pattern("this_day").search(words)
    if m is None:
        return reading
    day = next(day for day in (m.group("day"), m.group("day_b")) if day)
    evidence = reading.evidence or Span(offset + m.start(), offset + m.end())
    return replace(reading, weekday=day.capitalize(), evidence=evidence)


def _counted(opening: str) -> tuple[re.Match[str], float | None, bool] | None:
    """ "Four days later", "it was a week before": the match, the nights, and whether they were counted in days."""
    for m in pattern("elapsed").finditer(opening):
        if _backward(opening, m.start()):
            continue
        named = {name.split("_")[0]: words.lower() for name, words in m.groupdict().items() if words}
        unit, count = named["unit"], number(named["n"])
        days = resources.table("time.toml")["units"][unit]
        if days == 0:
            return m, _days_of_hours(unit, count), True
        if count is not None and (more := _besides(opening[: m.start()])):
            return m, float(round(count * days + more)), False
        if count is not None and "half" in m.group():
            return m, float(round((count + 0.5) * days)), False
        if count is not None and HALF.search(opening, 0, m.start()):
            return m, float(round(count * days / 2)), False
        return m, None if count is None else float(round(count * days)), unit in ("day", "night", "morning", "evening")
    return None


def _since(opening: str, counted: re.Match[str]) -> bool:
    """ "Two nights after the fair"."""
    return counted.group().endswith("after") and NAMED.match(opening, counted.end()) is not None


def _besides(before: str) -> float:
    """The days of "three years and " before "two months later", or none."""
    m = pattern("besides").search(before)
    count = number(m.group("n").lower()) if m is not None else None
    return 0.0 if m is None or count is None else float(count * resources.table("time.toml")["units"][m.group("unit")])


def _days_of_hours(unit: str, count: int | None) -> float:
    """ "Forty-eight hours later" is two days; fewer hours may well be the same day."""
    return float(round(count / 24)) if unit == "hour" and count is not None and count >= DAY else 0.0


def _told(opening: str) -> tuple[re.Match[str], float] | None:
    """ "The next morning", "that evening"."""
    for days, words in nights():
        for m in words.finditer(opening):
            if not _backward(opening, m.start()):
                return m, days
    return None


def _backward(opening: str, at: int) -> bool:
    """Whether the sentence speaks of another time before it comes to offset ``at`` ("he had left three days after")."""
    start = max((m.end() for m in SENTENCE.finditer(opening, 0, at)), default=0)
    return BACKWARD.search(opening, start, at) is not None


def _weekday(opening: str) -> tuple[re.Match[str] | None, str | None]:
    """The weekday of the scene, not one that is spoken of ("since Tuesday", "every Friday")."""
    for name, day in resources.table("time.toml")["moving"].items():
        if m := re.search(rf"\b{name}\b", opening, re.IGNORECASE):
            return m, day
    for m in pattern("weekday").finditer(opening):
        told = IT_HAD_BEEN.search(opening, 0, m.start("day")) is not None
        if told or (not _another(m, opening) and not _backward(opening, m.start())):
            return m, m.group("day").capitalize()
    return None, None


def _another(m: re.Match[str], opening: str) -> bool:
    before = (m.group("before") or "").lower()
    if before == "last" and OF_MONTH.match(opening, m.end("day")):
        return False
    if before == "on" and WEEK_ON.search(opening, 0, m.start()):
        return True
    if m.group("after") in ("last", "next", "week") or (m.group("after") == "before" and before == "the"):
        return True
    if before == "next":
        return re.search(r"\bthe\s*$", opening[: m.start()], re.IGNORECASE) is None
    if before == "by":
        return m.start() > 1
    return before in resources.words("time.toml", "not_this_day")


def _definite(day: re.Match[str]) -> bool:
    before = day.groupdict().get("before") or ""
    return before.lower() not in resources.words("time.toml", "any_day")


def _beyond(opening: str, day: re.Match[str]) -> bool:
    """ "The Sunday after next"."""
    return day.groupdict().get("after") == "after" and BEYOND.match(opening, day.end()) is not None


def _again(day: re.Match[str]) -> bool:
    """ "The following Tuesday", "the Tuesday after"."""
    named = day.groupdict()
    return (named.get("before") or "").lower() in ("following", "next") or named.get("after") == "after"


def _date(opening: str) -> tuple[re.Match[str] | None, tuple[int, int] | None]:
    """A month and a day, or a feast."""
    table = resources.table("time.toml")
    for m in pattern("date").finditer(opening):
        if _backward(opening, m.start()) or WRITTEN.search(opening, 0, m.start()):
            continue
        if m.group("feast"):
            month, day = next(d for name, d in table["feasts"].items() if re.fullmatch(name, m.group(), re.IGNORECASE))
            return m, (month, day)
        month = table["months"].split().index((m.group("m") or m.group("m_b")).lower()) + 1
        day = int(m.group("d") or m.group("d_b"))
        if 1 <= day <= 31:
            return m, (month, day)
    return None, None


def _first(name: str, opening: str) -> re.Match[str] | None:
    """The first match that is about the scene itself."""
    return next((m for m in pattern(name).finditer(opening) if not _backward(opening, m.start())), None)


def _part(opening: str) -> Part | None:
    """The time of day, "two in the morning" being night."""
    if pattern("small_hours").search(opening):
        return "night"
    return next((part for part in PARTS if pattern(part).search(opening)), None)


def _ago(opening: str) -> re.Match[str] | None:
    """A first sentence that goes back in time: how long ago at its head, or a pluperfect with it."""
    first = SENTENCE.split(opening.lstrip(), maxsplit=1)[0]
    skip = len(opening) - len(opening.lstrip())
    verb = PLUPERFECT.search(first)
    cleft = CLEFT.match(first)
    opens = verb is not None and OTHER_VERB.search(first, cleft.end() if cleft else 0, verb.start()) is None
    season = pattern("season").match(opening, skip)
    if season is not None and opens:
        return season
    if (met := pattern("met").match(opening, skip)) is not None:
        return met
    if THEY_MET.match(first) and (later := pattern("ago").match(opening, skip + len(first) + 1)) is not None:
        return later
    m = pattern("ago").search(opening, skip, skip + len(first))
    if m is None:
        return None
    headed = not re.search(r"\w", opening[: m.start()]) and (verb is not None or not ONE_DAY.match(m.group()))
    far = m.start() - skip < 90 and not re.search(r"\b(?:day|night)s?\b", m.group())
    return m if headed or (opens and (far or first.startswith(HAD_BEEN))) else None


def _ahead(opening: str, counted: re.Match[str]) -> bool:
    """ "Years later she would remember": the future, told from the story's present."""
    would = re.compile(r",? (?:(?:he|she|they|I|we|[A-Z]\w+) (?:would|will)\b|(?:he|she|they|I|we)['’](?:d|ll)\b)")
    return counted.start() < 12 and would.match(opening, counted.end()) is not None
