"""Passages: scenes, or parts of long ones, each with the people who are mentioned in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from unspoken.corrections import folded
from unspoken.document import Document
from unspoken.layers.characters import Character
from unspoken.layers.keys import CHARACTERS, PARAGRAPHS, SCENES
from unspoken.layers.spans import Span
from unspoken.stages.proposed import people

LONGEST = 6000  # code points of a passage, about 1,500 words' pieces: small models lose the thread of more


@dataclass(frozen=True)
class Passage:
    """A stretch of the text, and the names of those who are in it; ``narrator`` is the one of them who tells it."""

    start: int
    end: int
    text: str
    people: tuple[str, ...]
    narrator: str | None


def passages(document: Document) -> list[Passage]:
    """The passages of a story in text order, those without people left out."""
    known = people(document[CHARACTERS])
    crowd = [_Person(c) for c in document[CHARACTERS] if known.get(folded(c.name)) == c.id]
    narrator = next((c.name for c in document[CHARACTERS] if c.narrator), None)
    out = []
    for span in _stretches(document):
        there = tuple(person.name for person in crowd if person.within(span))
        if there:
            told_by = narrator if narrator in there else None
            out.append(Passage(span.start, span.end, document.text[span.start : span.end], there, told_by))
    return out


class _Person:
    def __init__(self, character: Character) -> None:
        self.name = character.name
        self._starts = sorted(m.start for m in character.mentions)

    def within(self, span: Span) -> bool:
        """Whether there is a mention inside."""
        at = bisect_left(self._starts, span.start)
        return at < len(self._starts) and self._starts[at] < span.end


def _stretches(document: Document) -> Iterator[Span]:
    """Scenes, the long ones cut between paragraphs, and paragraphs that are longer still by their length."""
    ends = [paragraph.end for paragraph in document[PARAGRAPHS]]
    for scene in document[SCENES]:
        start = scene.start
        while scene.end - start > LONGEST:
            cut = bisect_left(ends, start + LONGEST + 1) - 1
            end = ends[cut] if cut >= 0 and ends[cut] > start else start + LONGEST
            yield Span(start, end)
            start = end
        if scene.end > start:
            yield Span(start, scene.end)
