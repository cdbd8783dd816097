"""Clauses: predicates with their arguments, read off the dependencies."""

from __future__ import annotations

from bisect import bisect_right

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.keys import CLAUSES, QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage
from unspoken.stages.clauses.governors import with_idioms
from unspoken.stages.clauses.reading import Reading
from unspoken.stages.clauses.tree import Tree
from unspoken.stages.syntax.stretches import quoted


def find_clauses(document: Document) -> tuple[Clause, ...]:
    """Find the clauses of every sentence; speech and the narration around it are kept apart.

    Returns:
        Clauses in text order of their verbs; `governor` is an index into them. None where nothing was parsed.
    """
    tokens, syntax, sentences = document[TOKENS], document[SYNTAX], document[SENTENCES]
    if syntax.pos is None or syntax.head is None or syntax.deprel is None:
        return ()
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    lemmas = syntax.lemma or [w.lower() for w in words]
    tree = Tree(words, syntax.pos, lemmas, syntax.head, syntax.deprel, starts, ends)
    edges = [s.start for s in sentences]
    number = [bisect_right(edges, start) - 1 for start in starts]
    inside = quoted(starts, document[QUOTATIONS])
    found = Reading(tree, inside, number, _asking(words, inside, number)).clauses()
    return with_idioms(document.text, found)


STAGE = Stage("clauses", "5", (TOKENS, SYNTAX, SENTENCES, QUOTATIONS), CLAUSES, find_clauses)


def _asking(words: list[str], inside: list[str | None], sentence: list[int]) -> list[bool]:
    """For each token whether what it lies in (one sentence, one quotation or none) has a question mark after it."""
    out = [False] * len(words)
    for i in range(len(words) - 1, -1, -1):
        same = i + 1 < len(words) and inside[i] == inside[i + 1] and sentence[i] == sentence[i + 1]
        out[i] = "?" in words[i] or (same and out[i + 1])
    return out
