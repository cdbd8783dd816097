"""Syntax: parts of speech, features and dependencies, read with the words of a treebank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np

from unspoken.corpora.conllu import Sentence
from unspoken.document import Document
from unspoken.evaluation.measures import Measure, Rate
from unspoken.layers.keys import BREAKS, CHAPTERS, CORRECTIONS, EMPHASIS, PARAGRAPHS, SENTENCES, SYNTAX, TOKENS
from unspoken.layers.source import Source
from unspoken.layers.spans import Span
from unspoken.layers.tokens import Syntax, Tokens
from unspoken.pipeline import Progress, Stage, run


def score_syntax(
    sentences: Sequence[Sentence], stages: Sequence[Stage], progress: Progress | None = None
) -> dict[str, Measure]:
    """Read the sentences of a file, and compare: each word counts, punctuation too.

    Args:
        sentences: of one text, in order.
        stages: a recipe; what it needs for syntax is run, on the words and sentences of the treebank.
        progress: called before each stage.

    Returns:
        The shares of words with the right part of speech, features, head (UAS), and head and relation (LAS; Nivre and
        Fang 2017, with subtypes). A column that the recipe does not make is left out.
    """
    document, _ = run(treebank_document(sentences), needed(stages), progress)
    return compared_syntax(sentences, document[SYNTAX])


def treebank_document(sentences: Sequence[Sentence]) -> Document:
    """The words of a treebank with a space between each two, as a document that has words and sentences."""
    words = [word for sentence in sentences for word in sentence.words]
    ends = np.cumsum([len(word) + 1 for word in words], dtype=np.int32) - 1
    starts = ends - np.array([len(word) for word in words], np.int32)
    last = [k - 1 for k in accumulate(len(s.words) for s in sentences)]
    first = [0, *(k + 1 for k in last)]
    spans = tuple(Span(int(starts[a]), int(ends[b])) for a, b in zip(first, last, strict=False))
    document = Document(" ".join(words), Source("treebank", "conllu", ""))
    for empty in (CHAPTERS, EMPHASIS, BREAKS, CORRECTIONS):
        document = document.attach(empty, ())
    return document.attach(PARAGRAPHS, spans).attach(SENTENCES, spans).attach(TOKENS, Tokens(starts, ends))


def needed(stages: Iterable[Stage]) -> list[Stage]:
    """The stages that make syntax and what it is made from."""
    makers = {stage.makes.name: stage for stage in stages}
    out: dict[str, Stage] = {}
    wanted = [SYNTAX.name]
    while wanted:
        name = wanted.pop()
        if name in makers and name not in out:
            out[name] = makers[name]
            wanted += [layer.name for layer in makers[name].reads]
    return [stage for stage in makers.values() if stage.makes.name in out]


def compared_syntax(sentences: Sequence[Sentence], syntax: Syntax) -> dict[str, Measure]:
    """The columns of a text beside those of the treebank."""
    heads, low = [], 0
    for s in sentences:
        heads += [h + low if h >= 0 else -1 for h in s.head]
        low += len(s.words)
    arcs = list(zip(heads, (r for s in sentences for r in s.deprel), strict=True))
    labelled = list(zip(syntax.head, syntax.deprel, strict=True)) if syntax.head and syntax.deprel else None
    return {
        **_column("UPOS", [p for s in sentences for p in s.pos], syntax.pos),
        **_column("feats", [f for s in sentences for f in s.feats], syntax.feats),
        **_column("UAS", heads, syntax.head),
        **_column("LAS", arcs, labelled),
    }


def _column(name: str, gold: Sequence[object], found: Sequence[object] | None) -> dict[str, Measure]:
    if found is None:
        return {}
    return {name: Rate(sum(a == b for a, b in zip(gold, found, strict=True)), len(gold))}
