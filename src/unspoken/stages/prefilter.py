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

from unspoken.stages.literals import expansions, words

R = TypeVar("R")
Ways = frozenset[frozenset[str]]
LETTERS = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> frozenset[str]:
    """The words of a stretch of text, without case; what is no letter parts them."""
    return frozenset(LETTERS.findall(text.casefold()))


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern that is matched without case, made when a text first needs it."""
    return re.compile(source, re.IGNORECASE)


def needed(source: str) -> Ways:
    """Sets of words of which every stretch that a pattern matches without case has one set whole.

    Args:
        source: the pattern.
    """
    ways = frozenset(frozenset(words(text)) for text in expansions(source))
    return frozenset({frozenset()}) if frozenset() in ways else ways


class Prefilter(Generic[R]):
    """Rows by the words that they need."""

    def __init__(self, rows: Iterable[tuple[Ways, R]]) -> None:
        """Args:
        rows: each with the sets of words of which it needs one (an empty one: it may always match), in the order in
            which they are tried.
        """
        self.all: list[R] = []
        self._always: list[int] = []
        self._by_word: dict[str, list[tuple[frozenset[str], int]]] = {}
        for number, (ways, row) in enumerate(rows):
            self.all.append(row)
            for way in ways:
                if way:
                    self._by_word.setdefault(max(way, key=len), []).append((way, number))  # long words are rare
                else:
                    self._always.append(number)
        self._words = frozenset(self._by_word)

    def among(self, words: frozenset[str]) -> list[R]:
        """The rows that may match a stretch, in their order.

        Args:
            words: of the stretch, from `words_in`.
        """
        found = {number for word in self._words & words for way, number in self._by_word[word] if way <= words}
        return [self.all[n] for n in sorted(found.union(self._always))] if found or self._always else []
