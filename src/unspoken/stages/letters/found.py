"""What a finder hands back: an embedded document with the paragraphs that it takes up."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.layers.documents import DocumentKind, Letter
from unspoken.layers.spans import Span

ENOUGH = 2.5  # weight of evidence from which something is taken for writing


@dataclass(frozen=True)
class Found:
    """``weight`` is the sum of evidence; ``last`` the number of the last paragraph."""

    kind: DocumentKind
    start: int
    end: int
    last: int
    weight: float
    sender: Span | None = None
    signature: Span | None = None
    salutation: Span | None = None
    frame: Span | None = None

    def letter(self, identity: str) -> Letter:
        """The record, with a confidence that grows with the evidence."""
        sure = round(min(0.95, 0.6 + 0.1 * (self.weight - ENOUGH)), 2)
        return Letter(
            identity, self.kind, self.start, self.end, self.sender, self.signature, self.salutation, self.frame, sure
        )
