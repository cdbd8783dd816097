"""What the network says of each word, before any stage has weighed it (an inner layer)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Signals:
    """Columns parallel to Tokens, and columns of spans, in text order, outer before inner.

    Per token: ``pos``, ``feats`` and ``relation`` are numbers of labels; ``head`` is a token, -1 for a root;
    ``event`` and ``cue`` are the probabilities of a trigger of an event and of a word that tells of a feeling;
    ``family`` (tokens, 9) and ``emotion`` (tokens, 16) are those of each emotion.

    Per span: ``span_first``, ``span_last`` are tokens, both inclusive; ``span_label`` is a number of a label;
    ``span_sure`` a probability; ``span_vector`` (spans, 128) says who it may be.

    Per quotation, in the order of that layer: ``quotation_vector`` (quotations, 128) says who may speak.

    ``model`` and ``part``: what read the text, and as far as which layers.
    """

    pos: Bytes
    feats: npt.NDArray[np.uint16]
    head: Ints
    relation: Bytes
    event: Halves
    cue: Halves
    family: Halves
    emotion: Halves
    span_first: Ints
    span_last: Ints
    span_label: Bytes
    span_sure: Halves
    span_vector: Halves
    quotation_vector: Halves
    model: str
    part: str

    def columns(self, spans: Sequence[int]) -> list[tuple[int, int, int, float]]:
        """First and last token, label and probability of some spans."""
        kept = [c[list(spans)].tolist() for c in (self.span_first, self.span_last, self.span_label, self.span_sure)]
        return [*zip(*kept, strict=True)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Signals) and all(
            np.array_equal(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)
        )
