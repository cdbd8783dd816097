"""Syntax: part of speech and lemma of every token."""

from __future__ import annotations

from bisect import bisect_left

from unspoken.document import Document
from unspoken.layers.keys import SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage
from unspoken.stages.syntax.lemmas import lemma
from unspoken.stages.syntax.tagger import load


def tag_words(document: Document) -> Syntax:
    """Tag sentence by sentence; features, heads and relations need a parser and are left out."""
    tokens, tagger = document[TOKENS], load()
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    pos: list[str] = []
    for sentence in document[SENTENCES]:
        stop = bisect_left(starts, sentence.end)
        pos.extend(tagger.tag(words[len(pos) : stop]))
    pos.extend(tagger.tag(words[len(pos) :]))
    return Syntax(lemma=tuple(lemma(w, t) for w, t in zip(words, pos, strict=True)), pos=tuple(pos))


STAGE = Stage("syntax", "2", (TOKENS, SENTENCES), SYNTAX, tag_words)
