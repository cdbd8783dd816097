"""Which sentence of the new draft is which of the old one, by their words, in time that grows with the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from unspoken.layers.index import Spanned
from unspoken.layers.spans import Span
from unspoken.story import Story

_WORD = re.compile(r"\w+(?:'\w+)*")


def plain(words: str, called: Mapping[str, str] | None = None) -> str:
    """Words without case, marks and white space, so that a comma more makes no other sentence.

    ``called`` goes from words to those that now stand for them, so that a new name makes no other sentence either.
    """
    found = _WORD.findall(words.casefold().replace("’", "'"))
    return " ".join(_now(word, called) for word in found) if called else " ".join(found)


def _now(word: str, called: Mapping[str, str]) -> str:
    base, mark, rest = word.partition("'")
    return called.get(base, base) + mark + rest


class Sentences:
    """The sentences of a draft that have words, by number and by place; ``called`` has words that changed."""

    def __init__(self, story: Story, called: Mapping[str, str] | None = None) -> None:
        found = [(s, key) for s in story.sentences if (key := plain(story.text[s.start : s.end], called))]
        self.spans = [Span(s.start, s.end) for s, _ in found]
        self.keys = [key for _, key in found]
        self.sizes = [key.count(" ") + 1 for key in self.keys]
        self._starts = [s.start for s in self.spans]

    def at(self, offset: int) -> int | None:
        """The number of the sentence at an offset, or of the last before it."""
        return bisect_right(self._starts, offset) - 1 if self._starts and offset >= self._starts[0] else None

    def within(self, start: int, end: int) -> range:
        """The numbers of the sentences that begin in a stretch of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))


class Alignment:
    """Two drafts with their sentences paired; ``to_new`` goes from numbers of old sentences to those of new ones."""

    def __init__(self, old: Story, new: Story, called: Mapping[str, str] | None = None) -> None:
        self.old, self.new = Sentences(old, called), Sentences(new)
        self._texts = old.text, new.text
        self.to_new = _grown(_paired(self.old.keys, self.new.keys), self.old.keys, self.new.keys)
        self.to_old = {b: a for a, b in self.to_new.items()}

    def moved(self, span: Spanned) -> Span | None:
        """Where words of the old draft stand in the new one; None where they do not stand there as they did."""
        number = self.old.at(span.start)
        if number is None or number not in self.to_new:
            return None
        shift = self.new.spans[self.to_new[number]].start - self.old.spans[number].start
        old, new = self._texts
        same = old[span.start : span.end] == new[span.start + shift : span.end + shift]
        return Span(span.start + shift, span.end + shift) if same else None


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Sentences that are in both drafts equally often: the first is the first, the second the second."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((old, new)):
        for number, key in enumerate(keys):
            places[key][side].append(number)
    return {a: b for olds, news in places.values() if len(olds) == len(news) for a, b in zip(olds, news, strict=True)}


def _grown(pairs: dict[int, int], old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Pairs, and what stands beside them in both drafts and says the same, such as one of many a “Yes”."""
    taken = set(pairs.values())
    for step, order in ((1, sorted(pairs)), (-1, sorted(pairs, reverse=True))):
        for start in order:
            a, b = start + step, pairs[start] + step
            while 0 <= a < len(old) and 0 <= b < len(new) and a not in pairs and b not in taken and old[a] == new[b]:
                pairs[a] = b
                taken.add(b)
                a, b = a + step, b + step
    return dict(sorted(pairs.items()))


def rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising run: what need not be moved for the rest to be in order."""
    tails: list[int] = []  # the place of the smallest number that ends a run of each length
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(tails, number, key=numbers.__getitem__)
        before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [place]
    kept: set[int] = set()
    place_now = tails[-1] if tails else None
    while place_now is not None:
        kept.add(place_now)
        place_now = before[place_now]
    return kept
