"""The grammar of a story as spaCy's columns: one tree a sentence, and white space in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from unspoken.adapters.spacy.words import Words
from unspoken.story import Story

_PARTS = frozenset(
    ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ"]
) | {"SYM", "VERB", "X"}
_FEATURES = re.compile(r"[^=|]+=[^=|]+(\|[^=|]+=[^=|]+)*")  # spaCy trips over anything else; "_" is none


@dataclass(frozen=True)
class Columns:
    """What spaCy is told of each word; None where the story does not tell."""

    lemmas: list[str] | None
    pos: list[str] | None
    morphs: list[str] | None
    heads: list[int] | None
    deps: list[str] | None
    starts: list[bool | int | None] | None


def columns(story: Story, words: Words) -> Columns:
    """The columns for the words of a text."""
    told, numbers = story.tokens, words.token
    bounds = _sentences(story, words)
    heads = _heads(told.head, words, bounds) if told.head and bounds else None
    spaces = ["SPACE" if word.isspace() else "X" for word in words.words]
    begins = {first for first, _ in bounds}
    return Columns(
        lemmas=_column(told.lemma, numbers, words.words),
        pos=_known(_column(told.pos, numbers, spaces)),
        morphs=_column(
            [f if _FEATURES.fullmatch(f) else "" for f in told.feats] if told.feats else None, numbers, None
        ),
        heads=heads,
        deps=_deps(told.deprel, told.head, numbers, heads) if heads and told.head else None,
        starts=[i in begins for i in range(len(numbers))] if bounds and heads is None else None,
    )


def _column(told: Sequence[str] | None, numbers: list[int | None], otherwise: Sequence[str] | None) -> list[str] | None:
    if told is None:
        return None
    return [told[n] if n is not None else otherwise[i] if otherwise else "" for i, n in enumerate(numbers)]


def _known(pos: list[str] | None) -> list[str] | None:
    return [p if p in _PARTS or p == "SPACE" else "X" for p in pos] if pos else pos


def _sentences(story: Story, words: Words) -> list[tuple[int, int]]:
    """The half-open ranges of words of the sentences; together they are all words."""
    begins = [s.start for s in story.sentences]
    if not begins or not words.words:
        return []
    which = -1
    firsts: list[int] = []
    for i, number in enumerate(words.token):
        here = max(0, bisect_right(begins, words.start[i]) - 1)
        if not firsts or (number is not None and here > which):
            firsts.append(i)
            which = here
    return list(zip(firsts, [*firsts[1:], len(words.words)], strict=True))


def _heads(told: Sequence[int], words: Words, bounds: list[tuple[int, int]]) -> list[int]:
    """A head for each word, in its own sentence; a root has itself."""
    place = {number: i for i, number in enumerate(words.token) if number is not None}
    heads = list(range(len(words.words)))
    for first, after in bounds:
        inner = [i for i in range(first, after) if words.token[i] is not None]
        if not inner:
            heads[first:after] = [first] * (after - first)
            continue
        for i in inner:
            head = place.get(told[words.token[i] or 0], i)
            heads[i] = head if first <= head < after else i
        _one_tree(heads, inner)
        for i in range(first, after):
            if words.token[i] is None:
                heads[i] = i - 1 if i > first else inner[0]
    return heads


def _one_tree(heads: list[int], inner: list[int]) -> None:
    """Cut circles open and hang every root but the first from the first."""
    safe: set[int] = set()
    for first in inner:
        path: dict[int, None] = {}
        at = first
        while at not in safe and at not in path and heads[at] != at:
            path[at] = None
            at = heads[at]
        if at in path:
            heads[at] = at
        safe.update(path, [at])
    roots = [i for i in inner if heads[i] == i]
    for i in roots[1:]:
        heads[i] = roots[0]


def _deps(
    told: Sequence[str] | None, told_heads: Sequence[int], numbers: list[int | None], heads: list[int]
) -> list[str]:
    """Relations: ROOT at a root, ``dep`` where the head is not the one that the story tells."""
    made = []
    for i, number in enumerate(numbers):
        if heads[i] == i:
            made.append("ROOT")
        elif number is None or told is None or numbers[heads[i]] != told_heads[number]:
            made.append("dep")
        else:
            made.append(told[number])
    return made
