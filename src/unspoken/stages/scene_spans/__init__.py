"""Scene spans: where one stretch of time and place ends and the next begins, and what the text says of when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, LETTERS, PARAGRAPHS, QUOTATIONS, SCENE_SPANS
from unspoken.layers.scenes import SceneSpan, SceneTime
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.scene_spans import clock

OPENING = 420  # code points of a scene's beginning in which it says when it is


def find_scene_spans(document: Document) -> tuple[SceneSpan, ...]:
    """Cut the text into scenes, which tile it from the first paragraph to the end.

    A chapter, a break and a paragraph that opens with a jump in time begin one. Nights and weekdays are those that the
    opening states, or that follow from two weekdays that do; unknown is None.
    """
    starts = _starts(document)
    if not starts:
        return ()
    ends = [*starts[1:], len(document.text)]
    spans = tuple(_span(document, n, a, b) for n, (a, b) in enumerate(zip(starts, ends, strict=True)))
    return tuple(_timed(spans))


STAGE = Stage("scene_spans", "1", (PARAGRAPHS, CHAPTERS, BREAKS, QUOTATIONS, LETTERS), SCENE_SPANS, find_scene_spans)


def _starts(document: Document) -> list[int]:
    """Offsets at which scenes begin, in order."""
    text, paragraphs = document.text, document[PARAGRAPHS]
    letters = [(letter.start, letter.end) for letter in document[LETTERS]]
    speech = {q.start for q in document[QUOTATIONS]}
    forced = {b.offset for b in document[BREAKS]} | {c.start for c in document[CHAPTERS]}
    out: list[int] = []
    for n, p in enumerate(paragraphs):
        inside = any(a <= p.start < b for a, b in _near(letters, p.start))
        words = text[p.start : p.end]
        if not any(c.isalnum() for c in words):
            continue
        jump = (
            p.start not in speech
            and len(words) > 60
            and (clock.pattern("jump").match(words.lstrip("_* ")) or _flashback(text, p))
        )
        if not out or (not inside and (p.start in forced or (jump and n > 0))):
            out.append(p.start)
    return _without_stubs(document, out)


def _near(letters: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
    k = bisect_right(letters, (offset, len(letters) and letters[-1][1] + offset))
    return letters[max(0, k - 1) : k]


def _flashback(text: str, p: Span) -> bool:
    """A first sentence that goes back in time: a pluperfect, and how long before."""
    first = re.split(r"(?<=[.!?])\s", text[p.start : p.start + OPENING], maxsplit=1)[0]
    m = clock.pattern("ago").search(first)
    return m is not None and clock.pattern("pluperfect").search(first) is not None and m.start() < 90


def _without_stubs(document: Document, starts: list[int]) -> list[int]:
    """Headings are no scenes: a start goes when the next one follows after a heading's few words."""
    chapters = {c.start for c in document[CHAPTERS]}
    out: list[int] = []
    for n, start in enumerate(starts):
        following = starts[n + 1] if n + 1 < len(starts) else len(document.text)
        if start in chapters and following - start < 60 and n + 1 < len(starts):
            continue
        out.append(start)
    return out


def _span(document: Document, number: int, start: int, end: int) -> SceneSpan:
    chapter = next((c.id for c in document[CHAPTERS] if c.start <= start < c.end), None)
    reading = clock.read(document.text, start, _opening(document, start, end))
    evidence = reading.evidence
    label = document.text[evidence.start : evidence.end] if evidence else None
    time = SceneTime(
        label, 0.0 if reading.same and reading.nights is None else reading.nights, reading.weekday, evidence
    )
    mode = "analepsis" if reading.ago and number else "linear"
    return SceneSpan(f"s{number}", start, end, chapter, mode, time)  # type: ignore[arg-type]


def _opening(document: Document, start: int, end: int) -> int:
    """The end of the first sentences, before anybody speaks."""
    stop = min(end, start + OPENING)
    quotations = document[QUOTATIONS]
    k = bisect_right(quotations, start - 1, key=lambda q: q.start)
    if k < len(quotations):
        stop = min(stop, max(quotations[k].start, start))
    return stop


def _timed(spans: tuple[SceneSpan, ...]) -> Iterator[SceneSpan]:
    """Solve what the openings leave open: days between two weekdays, the weekday after so many days.

    What is told of a scene counts from the last scene of the story's line, so a flashback does not stand between.
    """
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    line: SceneSpan | None = None
    after_flashback = False
    for span in spans:
        time = span.time
        if span.mode == "analepsis":
            yield msgspec.structs.replace(span, time=msgspec.structs.replace(time, days_after_previous=None))
            after_flashback = True
            continue
        before = line.time.weekday if line else None
        nights, weekday = time.days_after_previous, time.weekday
        if line is None:
            nights = None
        elif weekday is not None and before is not None:
            apart = float((days.index(weekday) - days.index(before)) % 7)
            if nights is None:
                nights = apart if apart else None
            elif nights == 0.0 and apart:
                nights = apart
        elif weekday is None and before is not None and nights is not None and nights == int(nights) and nights < 15:
            weekday = days[(days.index(before) + int(nights)) % 7]
        elif weekday is None and before is not None and after_flashback and nights is None:
            weekday = before
        span = msgspec.structs.replace(
            span, time=msgspec.structs.replace(time, days_after_previous=nights, weekday=weekday)
        )
        line, after_flashback = span, False
        yield span
