"""Scene spans: where one stretch of time and place ends and the next begins, and what the text says of when."""

from __future__ import annotations

from itertools import pairwise

from unspoken.document import Document
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import BREAKS, CHAPTERS, LETTERS, PARAGRAPHS, QUOTATIONS, SCENE_SPANS
from unspoken.layers.scenes import Mode, SceneSpan, SceneTime
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.scene_spans import boundaries, clock
from unspoken.stages.scene_spans.calendar import Day, solved
from unspoken.stages.scene_spans.clock import Reading


def find_scene_spans(document: Document) -> tuple[SceneSpan, ...]:
    """Cut the text into scenes, which tile it from the first paragraph with a word to the end.

    Nights and weekdays are those that a scene's opening states, or that follow from those of the scene before; a
    weekday after a weekday, a date after a date, a time of day after another; a weekday also from the scene after.
    Unknown is None.
    """
    starts = boundaries.starts(document)
    voices = [p for q in document[QUOTATIONS] for p in q.parts if q.kind == "speech"]
    others = SpanIndex[Span]([*voices, *(Span(x.start, x.end) for x in document[LETTERS])])
    bounds = list(pairwise([*starts, len(document.text)]))
    readings = [
        clock.within(
            clock.read(boundaries.opening(document, others, a, b), a), boundaries.told(document, others, a, b), a
        )
        for a, b in bounds
    ]
    chapters = SpanIndex(document[CHAPTERS])
    found = zip(bounds, readings, solved(readings), strict=True)
    return tuple(
        _span(document.text, n, a, b, c.id if (c := chapters.at(a)) else None, reading, day)
        for n, ((a, b), reading, day) in enumerate(found)
    )


STAGE = Stage("scene_spans", "9", (PARAGRAPHS, CHAPTERS, BREAKS, QUOTATIONS, LETTERS), SCENE_SPANS, find_scene_spans)


def _span(text: str, number: int, start: int, end: int, chapter: str | None, reading: Reading, day: Day) -> SceneSpan:
    evidence = reading.evidence
    label = " ".join(text[evidence.start : evidence.end].split()) if evidence else None
    mode: Mode = "prolepsis" if reading.ahead else "analepsis" if reading.ago and number else "linear"
    return SceneSpan(f"s{number}", start, end, chapter, mode, SceneTime(label, day.nights, day.weekday, evidence))
