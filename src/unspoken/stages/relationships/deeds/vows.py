"""Love that is told and taken: who takes the hands of the one who has just said it is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from unspoken.stages.relationships.deeds.happenings import Happening

CLASP = "clasp"  # hands taken or given; no event by itself
SOON = 800  # code points behind a word of love within which a touch still answers it
SURE = 0.6


def taken(deeds: Iterable[Happening]) -> Iterator[Happening]:
    """Where one tells the other of love and the other takes their hands soon behind it, the two are a couple.

    Args:
        deeds: what happens, of all pairs, in any order.
    """
    told: dict[tuple[str, str], int] = {}
    for deed in sorted(deeds, key=lambda d: (d.start, d.end)):
        if deed.type == "confess" and deed.kind == "romance":
            told[deed.actor, deed.other] = deed.start
        elif deed.type == CLASP:
            word = told.pop((deed.other, deed.actor), None)
            if word is not None and deed.start - word <= SOON:
                yield replace(deed, type="couple", mutual=True, kind="romance", confidence=SURE)
