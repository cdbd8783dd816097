"""Clauses: predicates with their arguments, found by parts of speech and word order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.keys import CLAUSES, QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage
from unspoken.stages.clauses.segment import Segment, Text


def find_clauses(document: Document) -> tuple[Clause, ...]:
    """Find the clauses of every sentence; speech and the narration around it are kept apart.

    Returns:
        Clauses in text order of their verbs; `governor` is an index into them.
    """
    tokens, syntax = document[TOKENS], document[SYNTAX]
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    pos = list(syntax.pos or ("X",) * len(words))
    lemmas = list(syntax.lemma or (w.lower() for w in words))
    text = Text(words, pos, lemmas, starts, ends)
    quoted = _quoted(document, starts)
    out: list[Clause] = []
    for number, sentence in enumerate(document[SENTENCES]):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        for first, last in _stretches(quoted, low, high):
            out.extend(Segment(text, first, last, number, quoted[first], len(out)).clauses())
    return tuple(out)


STAGE = Stage("clauses", "1", (TOKENS, SYNTAX, SENTENCES, QUOTATIONS), CLAUSES, find_clauses)


def _quoted(document: Document, starts: list[int]) -> list[str | None]:
    """For each token the id of the quotation that it lies in."""
    out: list[str | None] = [None] * len(starts)
    for quotation in document[QUOTATIONS]:
        for part in quotation.parts:
            low, high = bisect_left(starts, part.start), bisect_left(starts, part.end)
            out[low:high] = [quotation.id] * (high - low)
    return out


def _stretches(quoted: list[str | None], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Runs of tokens of one sentence in one quotation, or in none."""
    first = low
    for k in range(low + 1, high + 1):
        if k == high or quoted[k] != quoted[first]:
            yield first, k
            first = k
