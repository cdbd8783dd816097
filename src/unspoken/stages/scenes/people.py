"""Which character words mean, and who acts in the narration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span


class Whom:
    """Which character words mean, by position."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._owner: dict[tuple[int, int], str] = {}
        self._found: dict[tuple[int, int], CharacterMention | None] = {}
        mentions: list[CharacterMention] = []
        for c in characters:
            for m in c.mentions:
                self._owner[m.start, m.end] = c.id
                mentions.append(m)
        self.index = SpanIndex(mentions)

    def at(self, start: int, end: int) -> str | None:
        """The character that a phrase means: its longest mention, not one that only owns its head ("his voice")."""
        best = self._longest(start, end)
        return self._owner[best.start, best.end] if best else None

    def surely(self, start: int, end: int, least: float) -> str | None:
        """The same, where it is at least so sure which character that is."""
        best = self._longest(start, end)
        return self._owner[best.start, best.end] if best and best.confidence >= least else None

    def _longest(self, start: int, end: int) -> CharacterMention | None:
        if (start, end) not in self._found:
            inside = [m for m in self.index.inside(start, end) if m.end == end]
            self._found[start, end] = max(inside, key=lambda m: m.end - m.start, default=None)
        return self._found[start, end]

    def owner(self, start: int, end: int) -> str | None:
        """The character whose something a phrase means ("his voice", "Anne's hand")."""
        first = next((m for m in self.index.inside(start, end) if m.start == start and m.end < end), None)
        return self._owner[first.start, first.end] if first else None

    def meaning(self, start: int, end: int, people: Collection[str | None]) -> Iterator[CharacterMention]:
        """The words of a range that mean one of some people."""
        return (m for m in self.index.inside(start, end) if self._owner[m.start, m.end] in people)

    def of(self, span: Span | None) -> str | None:
        """The character that a span means, if there is a span."""
        return None if span is None else self.at(span.start, span.end)

    def within(self, start: int, end: int) -> Counter[str]:
        """How often each character is mentioned in a range."""
        return Counter(self._owner[m.start, m.end] for m in self.index.inside(start, end))


def subjects(clauses: Sequence[Clause], whom: Whom) -> list[tuple[Clause, str]]:
    """Clauses of the narration with the character who is their subject."""
    out = []
    for c in clauses:
        if c.quotation is None and (who := whom.of(c.subject)):
            out.append((c, who))
    return out
