"""A line of a conversation: a quotation with where it begins and its cue."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.layers.quotations import Quotation
from unspoken.stages.turns.cue import Cue
from unspoken.stages.turns.evidence import Scenery


@dataclass(frozen=True)
class Line:
    """A quotation, the paragraph (index) that it begins in, and its cue."""

    quotation: Quotation
    paragraph: int
    cue: Cue | None
    told: str | None = None  # who speaks it, where a correction says so

    def last_paragraph(self, scenery: Scenery) -> int:
        """The index of the paragraph that the quotation ends in."""
        return scenery.paragraph(self.quotation.end - 1)
