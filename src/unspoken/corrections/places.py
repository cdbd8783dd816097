"""Places: where the words of a correction stand in a text, whatever its marks and line breaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from unspoken.corrections import folded_words
from unspoken.layers.spans import Span

BEFORE = 60  # words before a passage in which its ``after`` is looked for


class Words:
    """The folded words of a text and where they stand."""

    def __init__(self, text: str) -> None:
        self._at: list[int] = []  # where in the folded text each word begins
        self._spans: list[Span] = []
        parts: list[str] = []
        length = 1
        for start, end in _pieces(text):
            for word in folded_words(text[start:end]):
                self._at.append(length)
                self._spans.append(Span(start, end))
                parts.append(word)
                length += len(word) + 1
        self._folded = f" {' '.join(parts)} "

    def places(self, words: str, after: str) -> list[Span]:
        """Where the words stand; with ``after``, only shortly after these."""
        wanted = f" {' '.join(folded_words(words))} "
        earlier = " ".join(folded_words(after))
        out = []
        at = self._folded.find(wanted) if wanted.strip() else -1
        while at >= 0:
            first = bisect_right(self._at, at + 1) - 1
            last = bisect_right(self._at, at + len(wanted) - 2) - 1
            low = self._at[max(0, first - BEFORE)] - 1
            if not earlier or f" {earlier} " in self._folded[low : at + 1]:
                out.append(Span(self._spans[first].start, self._spans[last].end))
            at = self._folded.find(wanted, at + 1)
        return out


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of what stands between spaces."""
    start = 0
    for piece in text.split():
        start = text.index(piece, start)
        yield start, start + len(piece)
        start += len(piece)
