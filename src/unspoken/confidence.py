"""How sure a reader may be of the claims of hearts, told with each of them when the story is put together.

What a helper model proposed keeps the confidence that it has: nothing is known of how often such are right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import structs

from unspoken.document import Document
from unspoken.layers import keys
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.feelings import Feeling
from unspoken.layers.proposals import Felt, Held
from unspoken.layers.relationships import Relationship
from unspoken.models import circumstances
from unspoken.models.calibration import likely
from unspoken.models.circumstances import Circumstances, Claimed

Told = TypeVar("Told", Feeling, Belief, Gap)


class Confidence:
    """Makes claims as sure as such claims are often right; built once for a document that has all layers."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._circumstances = Circumstances(
            document.text, document[keys.SENTENCES], document[keys.CHARACTERS], document[keys.SCENES]
        )
        proposed = document[keys.PROPOSALS].records
        felt, held = ({(r.start, r.end) for r in proposed if isinstance(r, kind)} for kind in (Felt, Held))
        self._kept = {one.id for one in document[keys.FEELINGS] if (one.start, one.end) in felt}
        self._kept |= {one.id for one in document[keys.BELIEFS] if (one.start, one.end) in held}
        self._kept |= {gap.id for gap in document[keys.GAPS] if gap.belief in self._kept}

    def feelings(self) -> tuple[Feeling, ...]:
        """All feelings."""
        return self._each(self._document[keys.FEELINGS], circumstances.feeling)

    def relationships(self) -> tuple[Relationship, ...]:
        """All relationships, and what happens to them."""
        return tuple(map(self._relationship, self._document[keys.RELATIONSHIPS]))

    def beliefs(self) -> tuple[Belief, ...]:
        """All beliefs."""
        return self._each(self._document[keys.BELIEFS], circumstances.belief)

    def gaps(self) -> tuple[Gap, ...]:
        """All gaps; one that a proposed belief makes is as sure as it was."""
        return self._each(self._document[keys.GAPS], circumstances.gap)

    def _each(self, told: tuple[Told, ...], claim: Callable[[Told], Claimed]) -> tuple[Told, ...]:
        return tuple(
            one if one.id in self._kept else structs.replace(one, confidence=self._sure(one.confidence, claim(one)))
            for one in told
        )

    def _relationship(self, told: Relationship) -> Relationship:
        events = tuple(
            structs.replace(e, confidence=self._sure(e.confidence, circumstances.event(e, told.pair)))
            for e in told.events
        )
        sure = self._sure(told.confidence, circumstances.relationship(told))
        return structs.replace(told, events=events, confidence=sure)

    def _sure(self, sure: float, claim: Claimed) -> float:
        return round(likely(sure, self._circumstances.of(claim)), 3)
