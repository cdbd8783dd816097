"""People's own words, spoken or written, and who gets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span

NEAR = 400  # code points between two speeches that may still answer each other


@dataclass(frozen=True)
class Voice:
    """A piece of one person's own words and who gets them. ``id`` is the quotation's or the document's.

    ``addressed``: it was told before who gets them, and not only by who else is there; ``sure``: who speaks;
    ``readers``: of what is written, all who are shown to have read it.
    """

    start: int
    end: int
    id: str
    speaker: str
    hearers: tuple[str, ...]
    written: bool
    cue: Span | None
    addressed: bool = True
    sure: float = 1.0
    readers: tuple[str, ...] = ()


def spoken(quotes: Sequence[Quote], scenes: SpanIndex[Scene], is_person: Callable[[str], bool]) -> Iterator[Voice]:
    """The pieces of all speeches whose speaker is known.

    Where no stage has said to whom, it is to the only other person in the scene, or to whom the speaker answers.
    """
    told = [q for q in quotes if q.kind == "speech"]
    for i, quote in enumerate(told):
        if quote.speaker is None:
            continue
        hearers = tuple(a for a in quote.addressees if a != quote.speaker)
        addressed = bool(hearers)
        if not hearers:
            scene = scenes.before(quote.start + 1)
            others = {c for c in scene.present if c != quote.speaker and is_person(c)} if scene else set()
            hearers = tuple(others) if len(others) == 1 else _answered(told, i)
        for part in quote.parts or (Span(quote.start, quote.end),):
            yield Voice(
                part.start, part.end, quote.id, quote.speaker, hearers, False, quote.cue, addressed, quote.confidence
            )  # fmt: skip


def written(documents: Iterable[StoryDocument], scenes: SpanIndex[Scene]) -> Iterator[Voice]:
    """What was written counts as said to those who are shown to have read it, and to nobody else; where none is, to
    the one it was written to, if its words stand in a scene with them and without its author."""
    for doc in documents:
        if doc.author is not None:
            readers = {r.character for r in doc.read_by} - {doc.author}
            hearers = readers & {doc.addressee} if doc.addressee else readers
            scene = scenes.before(doc.start + 1)
            if not readers and scene and doc.author not in scene.present:
                hearers = {who for who in scene.present if who == doc.addressee}
            to = tuple(sorted(h for h in hearers if h))
            yield Voice(doc.start, doc.end, doc.id, doc.author, to, True, None, readers=tuple(sorted(readers)))


def _answered(quotes: Sequence[Quote], i: int) -> tuple[str, ...]:
    """The speaker of the speech just before, else just after, if it is another's and near."""
    this = quotes[i]
    for j in (i - 1, i + 1):
        if 0 <= j < len(quotes) and quotes[j].speaker not in (None, this.speaker):
            gap = max(this.start, quotes[j].start) - min(this.end, quotes[j].end)
            if gap <= NEAR:
                return (quotes[j].speaker or "",)
    return ()
