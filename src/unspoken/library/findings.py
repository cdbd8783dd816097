"""From a story to the rows that are searched: quotations, feelings, gaps, and the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unspoken.exports.outline.guide import CONTEXT, Guide, Placed
from unspoken.exports.outline.limits import FULL
from unspoken.exports.outline.misunderstandings import misunderstandings
from unspoken.exports.outline.phrases import feeling_sentence, sentence
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span
from unspoken.library.records import Evidence, Kind
from unspoken.story import Story

LONGEST = 4000  # code points of a paragraph that are one row; longer ones are divided
_GAP = " … "  # between the pieces of a quotation
_STOP = re.compile(r"\s(?=\S*$)")
Teller = tuple[int, int, str]


@dataclass(frozen=True)
class Finding:
    """A row. ``who`` and ``whom`` are ids of characters, ``tellers`` who says which part of a paragraph."""

    kind: Kind
    scene: int | None
    start: int
    end: int
    before: str
    words: str
    after: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    told: str | None = None
    teller: str | None = None
    emotion: str | None = None
    open: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    tellers: tuple[Teller, ...] = ()


def findings(story: Story) -> Iterator[Finding]:
    """All rows of a story, kind by kind, each in the order of the text."""
    guide = Guide(story)
    yield from _quotes(guide)
    yield from _feelings(guide)
    yield from _gaps(guide)
    yield from _text(guide)


def _quotes(guide: Guide) -> Iterator[Finding]:
    for quote in sorted(guide.story.quotes, key=lambda q: (q.start, q.end)):
        yield Finding(
            "quotes", guide.scene_at(quote.start), *_shown(guide, quote, _spoken(guide.story.text, quote.parts)),
            _known(quote.speaker), quote.addressees, teller=guide.teller(quote.parts[0]) if quote.parts else None,
        )  # fmt: skip


def _spoken(text: str, parts: tuple[Span, ...]) -> str:
    """The words of a quotation without what narration says between them."""
    said = ""
    for n, part in enumerate(parts):
        between = text[parts[n - 1].end : part.start] if n else ""
        said += (between if not between.strip() else _GAP) + text[part.start : part.end]
    return said


def _feelings(guide: Guide) -> Iterator[Finding]:
    for feeling in sorted(guide.story.feelings, key=lambda f: (f.start, f.end, f.id)):
        yield Finding(
            "feelings", guide.scene_at(feeling.start), *_shown(guide, feeling),
            _known(feeling.experiencer), _known(feeling.target), sentence(feeling_sentence(feeling, guide.name)),
            guide.teller(feeling), feeling.emotion,
        )  # fmt: skip


def _gaps(guide: Guide) -> Iterator[Finding]:
    gaps = {gap.id: gap for gap in guide.story.gaps}
    found = misunderstandings(guide, FULL).items
    for told in sorted(found, key=lambda m: (m.start, m.end, m.id)):
        passages = {"belief": told.believed, "truth": told.truth, "closing": told.closing}
        evidence = tuple(Evidence(role, p.start, p.end, p.words) for role, p in passages.items() if p)
        shown = gaps[told.id].truth if told.believed is None else told.believed
        course = told.course.removesuffix(":").removesuffix(".")
        yield Finding(
            "gaps", told.opens, *_shown(guide, shown), (told.holder,), (told.about,), f"{told.statement} {course}.",
            guide.teller(shown), open=not told.closed, evidence=evidence,
        )  # fmt: skip


def _text(guide: Guide) -> Iterator[Finding]:
    story = guide.story
    pieces: SpanIndex[Placed] = SpanIndex([*(part for quote in story.quotes for part in quote.parts), *story.documents])
    for paragraph in story.paragraphs:
        for start, end in _divided(story.text, paragraph):
            told = [(p.start, p.end, guide.teller(p)) for p in pieces.touching(start, end)]
            tellers = tuple((a, b, teller) for a, b, teller in told if teller)
            words = story.text[start:end]
            yield Finding("text", guide.scene_at(start), start, end, "", words, "", tellers=tellers)


def _divided(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """A paragraph, or pieces of a very long one, cut at white space where there is some."""
    start = paragraph.start
    while paragraph.end - start > LONGEST:
        found = _STOP.search(text, start + LONGEST // 2, start + LONGEST)
        end = found.start() if found else start + LONGEST
        yield start, end
        start = end
    yield start, paragraph.end


def _shown(guide: Guide, span: Placed, words: str | None = None) -> tuple[int, int, str, str, str]:
    """Where a span is, some words before it, its own (or those given), and some after it."""
    text = guide.story.text
    low, high = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before, after = text[low : span.start], text[span.end : high]
    if low:
        before = "… " + before.partition(" ")[2]
    if high < len(text):
        after = after.rpartition(" ")[0] + " …"
    return span.start, span.end, before, text[span.start : span.end] if words is None else words, after


def _known(id: str | None) -> tuple[str, ...]:
    return (id,) if id is not None else ()
