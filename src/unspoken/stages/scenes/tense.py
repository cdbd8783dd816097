"""The tense that a scene is told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from unspoken.layers.clauses import Clause

Tense = Literal["past", "present", "mixed"]

PRESENT, MIXED = 0.8, 0.4  # verbs in the present for one in the past from which a scene is told so


def tense_of(clauses: Sequence[Clause]) -> Tense:
    """The tense of the narration's finite verbs.

    A scene in the present remembers in the past; one in the past says little in the present, so fewer verbs show it.
    """
    told = (c.tense for c in clauses if c.quotation is None and c.modal is None)
    count = Counter(tense for tense in told if tense in ("past", "present"))
    past, now = count["past"], count["present"]
    if now > PRESENT * past:
        return "present"
    return "mixed" if now > MIXED * past else "past"
