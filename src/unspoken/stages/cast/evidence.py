"""What unions of members are decided on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.cast.epithets import Sides


@dataclass(frozen=True)
class Evidence:
    """What unions are decided on: the text, its mentions, the sentence and scene (indices) of each, the cast so far,
    and which sentences stand beside each other (None: in a short text, where that tells little)."""

    text: str
    mentions: Sequence[Mention]
    sentence: Sequence[int]
    scene: Sequence[int]
    cast: Cast
    beside: Sides | None = None

    def narrated(self) -> list[int]:
        """The mentions outside speech and letters."""
        return [i for i, m in enumerate(self.mentions) if m.quotation is None and m.letter is None]

    def together(self) -> set[tuple[str, str]]:
        """Pairs that one sentence of the narration has both of."""
        by_sentence: dict[int, set[str]] = defaultdict(set)
        for i in self.narrated():
            if (member := self.cast.link[i]) is not None and self.mentions[i].form != "pronoun":
                by_sentence[self.sentence[i]].add(member)
        return {(a, b) for group in by_sentence.values() if len(group) < 8 for a in group for b in group if a != b}
