"""Signals made by hand: what a network could have said of a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from unspoken.layers.signals import Signals
from unspoken.models.labels import EMOTIONS, FAMILIES, SPANS

Span = tuple[int, int, tuple[str, str], float]


def signals(
    words: int, cue: float = 0.2, cues: Mapping[int, float] | None = None, spans: Sequence[Span] = (), sure: float = 0.0
) -> Signals:
    """Signals of so many words.

    Args:
        words: how many there are.
        cue: the probability, for each, that it tells of a feeling; the default leaves that to the word lists.
        cues: another one for some words.
        spans: first and last word, type and form, probability.
        sure: the probability of an event, for each word.
    """
    seen = np.full(words, cue, np.float16)
    for word, likely in (cues or {}).items():
        seen[word] = likely
    columns = [*zip(*spans, strict=True)] or [(), (), (), ()]
    return Signals(
        pos=np.zeros(words, np.uint8),
        feats=np.zeros(words, np.uint16),
        head=np.full(words, -1, np.int32),
        relation=np.zeros(words, np.uint8),
        event=np.full(words, sure, np.float16),
        cue=seen,
        family=np.full((words, len(FAMILIES)), 0.1, np.float16),
        emotion=np.full((words, len(EMOTIONS)), 0.1, np.float16),
        span_first=np.array(columns[0], np.int32),
        span_last=np.array(columns[1], np.int32),
        span_label=np.array([SPANS.index(label) for label in columns[2]], np.uint8),
        span_sure=np.array(columns[3], np.float16),
        span_vector=np.zeros((len(spans), 128), np.float16),
        quotation_vector=np.zeros((0, 128), np.float16),
        model="one_pass",
        part="upper",
    )
