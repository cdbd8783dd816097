"""The tense that a scene is told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from unspoken.layers.clauses import Clause
from unspoken.layers.scenes import Scene

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


def remembered(scene: Scene, scenes: Sequence[Scene]) -> Scene:
    """A scene; in the past, where most of a story is told in the present, it goes back to what was before.

    Args:
        scene: one of the scenes.
        scenes: all, of which the first shows in what tense it is told.
    """
    now = sum(s.tense == "present" for s in scenes)
    back = scene.tense == "past" and scene.mode == "linear" and scenes[0].tense == "present" and 2 * now > len(scenes)
    return replace(scene, mode="analepsis") if back else scene
