"""Syntax: part of speech, lemma, head and relation of every token."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from unspoken.document import Document
from unspoken.layers.keys import QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage
from unspoken.stages.syntax import parser, tagger
from unspoken.stages.syntax.lemmas import lemma
from unspoken.stages.syntax.mending import mend_auxiliaries
from unspoken.stages.syntax.stretches import quoted, stretches


def read_words(document: Document) -> Syntax:
    """Tag sentence by sentence; parse what is said in it and what is told in it apart.

    Returns:
        Columns in Universal Dependencies terms; ``feats`` is None. A sentence has a root a stretch or more.
    """
    tokens, tag, parse = document[TOKENS], tagger.load().tag, parser.load().parse
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    inside = quoted(starts, document[QUOTATIONS])
    pos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    for low, high in _sentences(document, starts):
        pos += tag(words[low:high])
        for first, last in stretches(inside, low, high):
            own, names = parse(words[first:last], pos[first:last])
            mend_auxiliaries(words[first:last], pos[first:last], own, names)
            heads += [h + first if h >= 0 else -1 for h in own]
            relations += names
    lemmas = tuple(lemma(w, t) for w, t in zip(words, pos, strict=True))
    return Syntax(lemma=lemmas, pos=tuple(pos), head=tuple(heads), deprel=tuple(relations))


STAGE = Stage("syntax", "3", (TOKENS, SENTENCES, QUOTATIONS), SYNTAX, read_words)


def _sentences(document: Document, starts: list[int]) -> list[tuple[int, int]]:
    """Token bounds of sentences; tokens outside of any make one of their own."""
    return list(pairwise(sorted({0, len(starts), *(bisect_left(starts, s.start) for s in document[SENTENCES])})))
