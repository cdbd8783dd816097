"""A contradiction in time: a weekday that does not fit the days that have passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds, pattern
from unspoken.notes.note import Found


@dataclass(frozen=True)
class Anchor:
    """A scene that is said to be on a weekday: ``day`` counts nights from the first scene of its stretch."""

    weekday: str
    day: int
    said: Span
    counts: tuple[Span, ...]


def days(guide: Guide) -> Iterator[Found]:
    """Weekdays and counts of days that cannot all be so.

    The scenes make a line: from one to the next leads a number of days where it is counted in days, and a weekday holds
    a scene fast where its opening names one. Scenes that are told back or ahead have a time of their own and are left
    out. The line is cut where nobody counts, and where more days pass inside a scene.
    """
    held: Anchor | None = None
    day: int | None = None
    counts: tuple[Span, ...] = ()
    before: Scene | None = None
    for scene in (s for s in guide.story.scenes if s.mode == "linear"):
        passed = _passed(guide, scene) if before is not None and not _moves_on(guide, before) else None
        if passed is None or day is None:
            held, day, counts = None, 0, ()
        else:
            day, counts = day + passed, (*counts, *((scene.time.evidence,) if scene.time.evidence else ()))
        if (here := _weekday(guide, scene)) is not None:
            anchor = Anchor(here[0], day, here[1], counts)
            if held is not None and not _fits(held, anchor):
                yield _told(held, anchor)
            held, counts = anchor, ()
        before = scene


def _passed(guide: Guide, scene: Scene) -> int | None:
    """Nights since the scene before, where the text counts them."""
    nights, evidence = scene.time.days_after_previous, scene.time.evidence
    if nights is None or evidence is None or nights != int(nights) or not 0 <= nights <= bounds("time")["exact"]:
        return None
    words = guide.text[evidence.start : evidence.end]
    if pattern("time", "about").search(words) or not pattern("time", "counted").search(words):
        return None
    return int(nights)


def _weekday(guide: Guide, scene: Scene) -> tuple[str, Span] | None:
    """The weekday that the narration of an opening gives to the scene, if it names just one."""
    if scene.time.weekday is None:
        return None
    end = min(scene.end, scene.start + bounds("time")["opening"])
    paragraph = guide.text.find("\n\n", scene.start, end)
    found = []
    for m in _weekdays().finditer(guide.text, scene.start, paragraph if paragraph >= 0 else end):
        before = guide.text[max(scene.start, m.start() - 25) : m.start()].rstrip()
        if guide.narrated(m.start(), m.end()):
            found.append((m, _on_it(before)))
    if len(found) != 1 or not found[0][1] or found[0][0].group().capitalize() != scene.time.weekday:
        return None
    return scene.time.weekday, Span(found[0][0].start(), found[0][0].end())


def _on_it(before: str) -> bool:
    """ "On Monday", "it was a Monday", "that Monday", or the word by itself; not "since Monday", "every Monday"."""
    if re.search(r"\b(?:it was|on) a$", before, re.IGNORECASE):
        return True
    return pattern("time", "other_day").search(before) is None


def _weekdays() -> re.Pattern[str]:
    names = "|".join(resources.table("time.toml")["weekdays"].split())
    return re.compile(rf"\b(?:{names})\b(?!['’]s\b)", re.IGNORECASE)


def _moves_on(guide: Guide, scene: Scene) -> bool:
    """Whether days pass inside a scene, or another weekday is named in its narration."""
    start = min(scene.end, scene.start + bounds("time")["opening"])
    own = (scene.time.weekday or "").lower()
    for m in pattern("time", "passing").finditer(guide.text, start, scene.end):
        if guide.narrated(m.start(), m.end()):
            return True
    named = _weekdays().finditer(guide.text, start, scene.end)
    return any(m.group().lower() != own and guide.narrated(m.start(), m.end()) for m in named)


def _fits(a: Anchor, b: Anchor) -> bool:
    week: list[str] = resources.table("time.toml")["weekdays"].split()
    return (week.index(b.weekday.lower()) - week.index(a.weekday.lower()) - (b.day - a.day)) % 7 == 0


def _told(a: Anchor, b: Anchor) -> Found:
    week = resources.table("time.toml")["weekdays"].split()
    nights = b.day - a.day
    should = week[(week.index(a.weekday.lower()) + nights) % 7].capitalize()
    numbers = {n: word for word, n in resources.table("time.toml")["numbers"].items() if " " not in word}
    many = f"{str(numbers.get(nights, nights)).capitalize()} days after"
    count = {0: "The same day as", 1: "The day after"}.get(nights, many)
    return Found(
        f"{count} a {a.weekday} is a {should}, not a {b.weekday}.",
        (a.said, *b.counts, b.said),
        (),
        bounds("time")["confidence"],
    )
