"""Clauses: predicates with their arguments, read off the dependencies."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.keys import CLAUSES, QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage
from unspoken.stages.clauses.governors import with_idioms
from unspoken.stages.clauses.reading import Reading
from unspoken.stages.clauses.tree import Tree
from unspoken.stages.stances import word_set
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


STAGE = Stage("clauses", "9", (TOKENS, SYNTAX, SENTENCES, QUOTATIONS), CLAUSES, find_clauses)


def _asking(words: list[str], inside: list[str | None], sentence: list[int]) -> list[bool]:
    """For each token whether what it lies in (one sentence, one quotation or none) has a question mark after it. What a
    semicolon parts from the mark tells, and asks only where it begins as a question does."""
    out, low = [False] * len(words), 0
    for i in range(len(words)):
        ends = i + 1 == len(words) or inside[i] != inside[i + 1] or sentence[i] != sentence[i + 1]
        if not ends:
            continue
        last = next((k for k in range(i, low - 1, -1) if "?" in words[k]), None)
        if last is not None:
            parts = [low, *(k + 1 for k in range(low, last) if words[k] == ";"), last + 1]
            for a, b in pairwise(parts):
                asks = b == last + 1 or words[a].lower() in word_set("asking_first")
                out[a:b] = [asks] * (b - a)
        low = i + 1
    return out
