"""Syntax: part of speech, features, lemma, head and relation of every token, as the one pass sees them."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.keys import SIGNALS, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.models.labels import POS
from unspoken.models.store import model
from unspoken.pipeline import Stage
from unspoken.stages.syntax.lemmas import lemma


def read_words(document: Document) -> Syntax:
    """Put numbers of labels into words, in Universal Dependencies terms.

    What is said in a sentence and what is told in it were parsed apart: a sentence has a root a stretch or more.
    """
    tokens, signals = document[TOKENS], document[SIGNALS]
    card = model(signals.model).card
    words = [document.text[a:b] for a, b in zip(tokens.start.tolist(), tokens.end.tolist(), strict=True)]
    pos = tuple(POS[k] for k in signals.pos.tolist())
    return Syntax(
        lemma=tuple(lemma(w, t) for w, t in zip(words, pos, strict=True)),
        pos=pos,
        feats=tuple(card["feats"][k] for k in signals.feats.tolist()),
        head=tuple(signals.head.tolist()),
        deprel=tuple(card["relations"][k] for k in signals.relation.tolist()),
        source=signals.model,
    )


STAGE = Stage("syntax", "4", (TOKENS, SIGNALS), SYNTAX, read_words)
