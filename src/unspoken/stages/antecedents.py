"""Antecedents: which earlier words each mention may mean the same as, by the scorer over the one pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from unspoken.document import Document
from unspoken.layers.antecedents import Antecedents
from unspoken.layers.keys import ANTECEDENTS, MENTIONS, QUOTATIONS, SIGNALS, SYNTAX, TOKENS
from unspoken.layers.mentions import Mention
from unspoken.models.coreference import antecedents, quotation_of, written
from unspoken.models.labels import SPANS
from unspoken.models.store import COREFERENCE, model
from unspoken.pipeline import Stage

SURE = 0.5  # probability of a span from which it is taken
FORMS = {"name": "PROP", "nominal": "NOM", "pronoun": "PRON"}


def find_antecedents(document: Document) -> Antecedents:
    """Score the spans that the network is sure of against those before them."""
    tokens, signals = document[TOKENS], document[SIGNALS]
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    kept = np.nonzero(signals.span_sure >= SURE)[0]
    first, last = signals.span_first[kept].tolist(), signals.span_last[kept].tolist()
    label = signals.span_label[kept].tolist()
    inside = quotation_of(starts, [(q.start, q.end) for q in document[QUOTATIONS]])
    vectors = signals.span_vector[kept].astype(np.float32)
    before = antecedents(model(COREFERENCE).heads(signals.part), vectors, written(words, first, last, label, inside))
    meant = {m.head_start: k for k, m in enumerate(document[MENTIONS])}
    heads = document[SYNTAX].head or ()
    mention = [
        _same(meant.get(starts[head_of(heads, a, b)]), k, document[MENTIONS])
        for a, b, k in zip(first, last, label, strict=True)
    ]
    return Antecedents(tuple(kept.tolist()), tuple(mention), tuple(map(tuple, before)))


STAGE = Stage("antecedents", "1", (TOKENS, QUOTATIONS, SIGNALS, SYNTAX, MENTIONS), ANTECEDENTS, find_antecedents)


def head_of(heads: Sequence[int], first: int, last: int) -> int:
    """The word of a span on which the others hang: the first whose own head lies outside."""
    for i in range(first, last + 1):
        if not first <= (heads[i] if heads else -1) <= last:
            return i
    return last


def _same(mention: int | None, label: int, mentions: tuple[Mention, ...]) -> int | None:
    """The mention, if it is of the span's kind."""
    kind, form = SPANS[label]
    fits = mention is not None and FORMS[mentions[mention].form] == form and (kind in ("PER", "ORG") or form == "PRON")
    return mention if fits else None
