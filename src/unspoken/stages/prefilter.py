"""Which rows of a table can match a stretch at all: by words without which their patterns match nothing.

A table of hundreds of patterns is read at every clause, and of a clause hardly one of them is true. What literal words
a match must hold is read off a pattern once (Cox, Regular Expression Matching with a Trigram Index, 2012), so that the
words of a clause tell which patterns are worth a look, and those that no text needs are never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Generic, TypeVar

from unspoken.stages.literals import expansions, rarest

R = TypeVar("R")
LETTERS = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> frozenset[str]:
    """The words of a stretch of text, without case; what is no letter parts them."""
    return frozenset(LETTERS.findall(text.casefold()))


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern that is matched without case, made when a text first needs it."""
    return re.compile(source, re.IGNORECASE)


def needed(source: str) -> frozenset[str]:
    """Words of which every stretch that a pattern matches without case has one; none where that is not plain.

    Args:
        source: the pattern.
    """
    found = frozenset(map(rarest, expansions(source)))
    return frozenset() if "" in found else found


class Prefilter(Generic[R]):
    """Rows by the words that they need."""

    def __init__(self, rows: Iterable[tuple[frozenset[str], R]]) -> None:
        """Args:
        rows: each with words of which it needs one (none: it may always match), in the order in which they are tried.
        """
        self._rows: list[R] = []
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number, (words, row) in enumerate(rows):
            self._rows.append(row)
            for word in words:
                self._by_word.setdefault(word, []).append(number)
            if not words:
                self._always.append(number)
        self._words = frozenset(self._by_word)

    def among(self, words: frozenset[str]) -> list[R]:
        """The rows that may match a stretch, in their order.

        Args:
            words: of the stretch, from `words_in`.
        """
        found = {n for word in self._words & words for n in self._by_word[word]}
        return [self._rows[n] for n in sorted(found.union(self._always))] if found or self._always else []
