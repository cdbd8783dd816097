"""What the words of a story say of who holds, says, writes or reads what (an inner layer)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.spans import Span

WIDEST = 500  # code points of evidence that can still be taken in at a glance

Kind = Literal[
    "think", "say", "own", "write", "stance", "retract", "lie", "ignorant", "truth",
    "mood", "distrust", "trust", "deaf", "back", "overhears", "learns",
]  # fmt: skip


class Atom(msgspec.Struct, frozen=True, order=True, tag=True):
    """Something that is so or not: of the heart of ``owner``, or a plain fact where that is None."""

    name: str
    owner: str | None


class Knows(msgspec.Struct, frozen=True, order=True, tag=True):
    """That ``who`` knows an Atom to be so."""

    who: str
    of: Atom


Prop = Atom | Knows


@dataclass(frozen=True)
class Claim:
    """Something said of a heart: the public proposition, whether it is affirmed, and the tracker's own form of both."""

    proposition: Proposition
    affirmed: bool
    prop: Prop
    sign: bool
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """``holder`` takes a ``stance`` to a claim; ``to``: who is told; ``kind``:

    think (narrated), say (of another's heart), own (one's own heart, said), write (one's own heart, in a document),
    stance (wonders, fears ...: nothing to track), retract ("I thought you despised me"), lie ("I made it up"),
    ignorant ("she did not know that ..."), truth (the narrator tells a heart), mood (what passes in one, told or said
    of oneself; it counts only against who thinks otherwise just then). ``lie``: where the lie was told;
    learns (how it is with somebody, or with whomever one was wrong about; the words do not say what);
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
