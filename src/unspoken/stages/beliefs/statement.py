"""One thing that the words of a story say of who holds, says, writes or reads what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unspoken.layers.beliefs import Stance
from unspoken.layers.spans import Span
from unspoken.stages.beliefs.propositions import Claim

WIDEST = 500  # code points of evidence that can still be taken in at a glance

Kind = Literal[
    "think", "say", "own", "write", "stance", "retract", "lie", "ignorant", "truth",
    "mood", "distrust", "trust", "deaf", "back", "overhears",
]  # fmt: skip


@dataclass(frozen=True)
class Statement:
    """``holder`` takes a ``stance`` to a claim; ``to``: who is told; ``kind``:

    think (narrated), say (of another's heart), own (one's own heart, said), write (one's own heart, in a document),
    stance (wonders, fears ...: nothing to track), retract ("I thought you despised me"), lie ("I made it up"),
    ignorant ("she did not know that ..."), truth (the narrator tells a heart), mood (what passes in one, told or said
    of oneself; it counts only against who thinks otherwise just then). ``lie``: where the lie was told;
    ``verdict``: it says whether what was held is so. Around what is said, for one who hears it: distrust of those in
    ``to`` and trust again, deaf and back again; overhears it.
    """

    kind: Kind
    holder: str
    claim: Claim
    stance: Stance
    to: tuple[str, ...]
    document: str | None
    start: int
    end: int
    confidence: float
    lie: tuple[int, int] | None = None
    verdict: bool = False

    @property
    def shown(self) -> Span:
        """The words that show it: a verdict together with what it is on, where that stands close before it."""
        near = self.verdict and self.claim.start < self.start and self.end - self.claim.start <= WIDEST
        return Span(self.claim.start if near else self.start, self.end)


def around(said: Statement, kind: Kind, who: str, place: int) -> Statement:
    """What holds for somebody right before or after something is said: deaf and back, distrust and trust."""
    return Statement(kind, who, said.claim, "believes", (said.holder,), None, place, place, said.confidence)
