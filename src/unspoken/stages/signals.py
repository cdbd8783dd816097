"""The one pass: the network reads the text once, and every head says what it sees. All other stages build on that."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from unspoken.document import Document
from unspoken.layers.keys import QUOTATIONS, SENTENCES, SIGNALS, TOKENS
from unspoken.layers.quotations import Quotation
from unspoken.layers.signals import Signals
from unspoken.layers.tokens import Tokens
from unspoken.models.coreference import vectors
from unspoken.models.emotions import emotions
from unspoken.models.encoder import PARTS, encoder
from unspoken.models.events import events
from unspoken.models.labels import EMOTIONS, FAMILIES
from unspoken.models.layers import First, Floats, Inner, Weights
from unspoken.models.links import quotation_vectors
from unspoken.models.spans import spans
from unspoken.models.store import COREFERENCE, ONE_PASS, model
from unspoken.models.syntax import Reading, syntax
from unspoken.pipeline import Stage
from unspoken.stages.syntax.stretches import quoted, stretches
from unspoken.threads import THREADS

Columns = dict[str, npt.NDArray[Any]]
ABREAST = 8  # cores that go through the first layers of the heads at once
EMPTY: dict[str, tuple[tuple[int, ...], Any]] = {
    "pos": ((0,), np.uint8), "feats": ((0,), np.uint16), "head": ((0,), np.int32), "relation": ((0,), np.uint8),
    "event": ((0,), np.float16), "cue": ((0,), np.float16), "family": ((0, len(FAMILIES)), np.float16),
    "emotion": ((0, len(EMOTIONS)), np.float16), "span_first": ((0,), np.int32), "span_last": ((0,), np.int32),
    "span_label": ((0,), np.uint8), "span_sure": ((0,), np.float16), "span_vector": ((0, 128), np.float16),
}  # fmt: skip


def read_signals(document: Document, part: str, threads: int = THREADS) -> Signals:
    """Run the encoder as far as ``part``, and the heads, core by core; no states are kept."""
    tokens = document[TOKENS]
    starts = tokens.start.tolist()
    words = [document.text[a:b] for a, b in zip(starts, tokens.end.tolist(), strict=True)]
    breaks = sorted({bisect_left(starts, s.start) for s in document[SENTENCES]})
    units = [*units_of(words, breaks, quoted(starts, document[QUOTATIONS]))]
    heads = [model(ONE_PASS).heads(p) for p in PARTS[: PARTS.index(part) + 1]]
    size = heads[-1]["syntax.pos.weight"].shape[1]
    firsts = [*(First.of(weights, size, "syntax.") for weights in heads[:-1]), First.of(heads[-1], size)]
    who = model(COREFERENCE).heads(part)
    relations = model(ONE_PASS).card["relations"]
    root = relations.index("root")
    ends = _Ends(tokens, document[QUOTATIONS])
    parts: dict[str, list[npt.NDArray[Any]]] = {k: [np.empty(shape, kind)] for k, (shape, kind) in EMPTY.items()}
    sentence = np.searchsorted(breaks, np.arange(len(words)), "right").astype(np.int32)
    for low, states, inner in _inner(firsts, encoder(ONE_PASS, part, threads).states(words, breaks)):
        ends.see(low, states)
        readings = list(zip(heads, inner, strict=True))
        for column, values in _core(readings, states, low, units, sentence, who, root).items():
            parts[column].append(values.astype(EMPTY[column][1]))
    columns = {column: np.concatenate(parts.pop(column)) for column in EMPTY}
    _hang(columns, units, words, relations.index("parataxis"))
    return Signals(**columns, quotation_vector=ends.vectors(heads[-1]), model=ONE_PASS, part=part)


def stage(part: str, threads: int = THREADS) -> Stage:
    """The stage that reads with the ``lower`` layers of the encoder, which is faster, or with the ``upper``: all.

    Args:
        part: ``lower`` or ``upper``.
        threads: how many the network may use.
    """

    def read(document: Document) -> Signals:
        """What the network says of each word: one pass over the text, all heads."""
        return read_signals(document, part, threads)

    return Stage("signals", "2", (TOKENS, SENTENCES, QUOTATIONS), SIGNALS, read)


STAGE = stage("upper")


def units_of(words: Sequence[str], breaks: Sequence[int], inside: Sequence[str | None]) -> Iterator[int]:
    """First words of what is parsed as one: what is said and what is told in a sentence apart, cut at semicolons.

    Args:
        words: the tokens.
        breaks: first tokens of sentences, ascending.
        inside: for each token the quotation that it lies in.
    """
    for low, high in pairwise(sorted({0, *breaks, len(words)})):
        for first, last in stretches(inside, low, high):
            yield first
            yield from (k + 1 for k in range(first, last - 1) if words[k] == ";")


def _inner(
    firsts: Sequence[First], cores: Iterator[tuple[int, list[Floats]]]
) -> Iterator[tuple[int, Floats, list[Inner]]]:
    """For each core its first word, its last states, and what the first layers make of it: of many cores at once, since
    large products are faster than small ones."""
    while block := [*islice(cores, ABREAST)]:
        cuts = np.cumsum([0, *(len(states[-1]) for _, states in block)]).tolist()
        read = [first(np.concatenate([s[k] for _, s in block])) for k, first in enumerate(firsts)]
        for (low, states), (a, b) in zip(block, pairwise(cuts), strict=True):
            yield low, states[-1], [{name: rows[a:b] for name, rows in inner.items()} for inner in read]


def _core(
    readings: Sequence[Reading], states: Floats, low: int, units: Sequence[int], sentence: Any, who: Weights, root: int
) -> Columns:
    """What all heads say of the words of one core: those of the last part, and for syntax those of all parts."""
    weights, inner = readings[-1]
    high = low + len(states)
    cuts = [low, *units[bisect_left(units, low + 1) : bisect_left(units, high)], high]
    tree = syntax(readings, [(a - low, b - low) for a, b in pairwise(cuts)], root)
    feel, found = emotions(weights, inner), spans(weights, inner, sentence[low:high])
    return {
        "pos": tree.pos, "feats": tree.feats, "relation": tree.relation,
        "head": np.where(tree.head < 0, -1, tree.head + low),
        "event": events(weights, inner), "cue": feel.cue, "family": feel.family, "emotion": feel.emotion,
        "span_first": found.first + low, "span_last": found.last + low, "span_label": found.label,
        "span_sure": found.sure, "span_vector": vectors(who, states, found.first, found.last),
    }  # fmt: skip


def _hang(columns: Columns, units: Sequence[int], words: Sequence[str], aside: int) -> None:
    """Hang what follows a semicolon on what the sentence began with, in place."""
    main = -1
    for low, high in pairwise([*units, len(words)]):
        root = next((k for k in range(low, high) if columns["head"][k] < 0), low)
        if low and words[low - 1] == ";" and main >= 0:
            columns["head"][root], columns["relation"][root] = main, aside
        else:
            main = root


class _Ends:
    """The states of the first and last words of quotations, which may lie in different cores."""

    def __init__(self, tokens: Tokens, quotations: Sequence[Quotation]) -> None:
        starts, ends = tokens.start.tolist(), tokens.end.tolist()
        self.bounds = [(bisect_left(starts, q.start), max(0, bisect_left(ends, q.end))) for q in quotations]
        self._wanted: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for k, bounds in enumerate(self.bounds):
            for side, word in enumerate(bounds):
                self._wanted[min(word, len(starts) - 1)].append((k, side))
        self._order = sorted(self._wanted)
        self._at = 0
        self._states: npt.NDArray[np.float16] | None = None

    def see(self, low: int, states: Any) -> None:
        """Keep what is wanted of a core; cores come in text order."""
        if self._states is None:
            self._states = np.zeros((len(self.bounds), 2, states.shape[1]), np.float16)
        while self._at < len(self._order) and self._order[self._at] < low + len(states):
            word = self._order[self._at]
            for k, side in self._wanted[word]:
                self._states[k, side] = states[word - low]
            self._at += 1

    def vectors(self, weights: dict[str, Any]) -> npt.NDArray[np.float16]:
        """(quotations, 128)."""
        if self._states is None or not len(self.bounds):
            return np.empty((0, 128), np.float16)
        both = self._states.astype(np.float32).reshape(-1, self._states.shape[2])
        at = np.arange(len(self.bounds), dtype=np.int32) * 2
        return quotation_vectors(weights, both, at, at + 1).astype(np.float16)
