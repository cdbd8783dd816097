"""Word pieces: the units that the encoder reads (Schuster and Nakajima 2012; Devlin and others 2019)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

UNKNOWN, OPEN, CLOSE, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
LONGEST = 100  # characters in a word, beyond which it is unknown


class Pieces:
    """Cuts words into pieces of a vocabulary: the longest that fits first, from left to right.

    Written here since a word list is cut once a word form, which makes it as fast as any library, and the library that
    there is brings a client for a network.

    Args:
        vocabulary: the pieces in the order of their numbers; what goes on within a word begins with ``##``.
        lower: whether words are folded to lower case without accents first.
    """

    def __init__(self, vocabulary: Sequence[str], lower: bool = False) -> None:
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self.lower = lower
        self.open, self.close, self.pad = (self.number[p] for p in (OPEN, CLOSE, PAD))
        self._unknown = self.number[UNKNOWN]
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """The numbers of each word's pieces; every word has one at least."""
        return [self._known.get(word) or self._learn(word) for word in words]

    def _learn(self, word: str) -> tuple[int, ...]:
        numbers = tuple(n for part in _parts(self._folded(word)) for n in self._cut(part)) or (self._unknown,)
        if len(self._known) < 200_000:
            self._known[word] = numbers
        return numbers

    def _folded(self, word: str) -> str:
        if not self.lower:
            return word
        return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")

    def _cut(self, part: str) -> list[int]:
        out: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            mark = "##" if start else ""
            end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in self.number), start)
            if end == start:
                return [self._unknown]
            out.append(self.number[mark + part[start:end]])
            start = end
        return out or [self._unknown]


def _parts(word: str) -> Iterator[str]:
    """Each punctuation mark on its own, and what is between them."""
    start = 0
    for i, c in enumerate(word):
        if _apart(c):
            if i > start:
                yield word[start:i]
            yield c
            start = i + 1
    if start < len(word):
        yield word[start:]


def _apart(c: str) -> bool:
    if c.isascii():
        return not c.isalnum() and c.isprintable()
    return unicodedata.category(c).startswith("P") or "\u4e00" <= c <= "\u9fff"
