"""A conversation in which nobody can tell who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.note import Found


def speakers(guide: Guide) -> Iterator[Found]:
    """Speeches in a row with no name, no pronoun and no gesture beside them, and with no sure speaker.

    Two people who take turns are followed easily, so a long row alone is no fault.
    """
    for row in _rows(guide):
        if _lost(row):
            yield _told(guide, row)


def _rows(guide: Guide) -> Iterator[list[Quote]]:
    """Speeches that follow each other with nothing that says whose they are."""
    row: list[Quote] = []
    apart = bounds("speaker")["apart"]
    for quote in sorted((q for q in guide.story.quotes if q.kind == "speech"), key=lambda q: q.start):
        going_on = bool(row) and quote.start - row[-1].end <= apart and _same_scene(guide, row[-1], quote)
        if not _bare(guide, quote) or not going_on:
            yield row
            row = []
        if _bare(guide, quote):
            row.append(quote)
    yield row


def _same_scene(guide: Guide, a: Quote, b: Quote) -> bool:
    return guide.scene(a.start) == guide.scene(b.start)


def _bare(guide: Guide, quote: Quote) -> bool:
    """Whether nothing but marks stands beside a quotation in its paragraphs, and it calls nobody."""
    told = quote.cue is not None or quote.method not in ("turn", "implicit")
    if told or guide.documents.touching(quote.start, quote.end):
        return False
    start = guide.text.rfind("\n\n", 0, quote.start) + 1
    end = guide.text.find("\n\n", quote.end)
    beside = guide.text[start : quote.start] + guide.text[quote.end : end if end >= 0 else None]
    between = "".join(guide.text[a.end : b.start] for a, b in pairwise(quote.parts))
    return not any(c.isalnum() for c in beside + between)


def _lost(row: Sequence[Quote]) -> bool:
    """Whether most of a row is given to nobody; or some of a long one, in which keeping count is hard by itself."""
    limits = bounds("speaker")
    unknown = sum(q.speaker is None for q in row)
    most = len(row) >= limits["lines"] and unknown >= limits["share"] * len(row)
    return bool(most or (len(row) >= limits["long"] and unknown >= limits["unknown"]))


def _told(guide: Guide, row: Sequence[Quote]) -> Found:
    people = tuple(sorted({q.speaker for q in row if q.speaker}))
    return Found(
        f"{len(row)} speeches follow each other here without a word of who says them, and it is hard to keep count. "
        "Would a name help?",
        (Span(row[0].start, row[0].end), Span(row[-1].start, row[-1].end)),
        people,
        bounds("speaker")["confidence"],
    )
