"""What each of a pair shows to feel for the other, and to trust: from feelings, attitudes and deeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.scenes import Scene
from unspoken.stages.relationships.course import Push
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.pairs import Pair, pair_of

DISPOSED = {"positive": 0.6, "negative": -0.6, "ambivalent": 0.0}
DOES: dict[str, float] = {  # what a deed shows of its doer
    "befriend": 0.6, "kiss": 0.9, "couple": 0.8, "marry": 0.8, "apologise": 0.3, "forgive": 0.5, "reunite": 0.6,
    "quarrel": -0.6, "break_up": -0.5, "divorce": -0.5, "betray": -0.6, "estranged": -0.6,
}  # fmt: skip
SUFFERS: dict[str, float] = {"betray": -0.8}  # and of the one it is done to
TRUST: dict[str, tuple[float | None, float | None]] = {  # of the doer in the other, of the other in the doer
    "betray": (None, -0.8), "forgive": (0.5, None), "befriend": (0.5, 0.5),
}  # fmt: skip
CONFESSED_LOVE = 0.9


def _only_before(feeling: Feeling) -> bool:
    """Whether a feeling shows before somebody and says nothing of what one thinks of them: hands that shake."""
    return feeling.emotion in ("fear", "shame") and feeling.channel in ("bodily", "action")


def pushes(
    feelings: Iterable[Feeling],
    attitudes: Iterable[Attitude],
    happenings: Iterable[Happening],
    scenes: Iterable[Scene],
) -> dict[Pair, list[Push]]:
    """All evidence by pair, in text order."""
    out: dict[Pair, list[Push]] = defaultdict(list)
    for f in feelings:
        if f.experiencer and f.target and f.experiencer != f.target and counts(f) and not _only_before(f):
            value = round(f.valence * (0.5 + 0.5 * f.intensity), 2)
            trust = value if f.emotion == "trust" else None
            out[pair_of(f.experiencer, f.target)].append(Push(f.start, f.experiencer, value, trust))
    begins = {scene.id: scene.start for scene in scenes}
    for a in attitudes:
        if (
            a.holder != a.target
            and (start := a.evidence[0].start if a.evidence else begins.get(a.from_scene)) is not None
        ):
            trust = DISPOSED[a.value] if a.emotion == "trust" else None
            out[pair_of(a.holder, a.target)].append(Push(start, a.holder, DISPOSED[a.value], trust))
    for h in happenings:
        out[h.pair].extend(_shown(h))
    for found in out.values():
        found.sort(key=lambda p: (p.start, p.who))
    return out


def counts(feeling: Feeling) -> bool:
    """Whether a feeling is really felt: not denied or supposed, and told by the narrator or by the one who feels it."""
    if feeling.negated or feeling.hypothetical:
        return False
    return set(feeling.source) <= {"narrator", feeling.experiencer}


def _shown(h: Happening) -> Iterator[Push]:
    valence = CONFESSED_LOVE if h.type == "confess" and h.kind == "romance" else DOES.get(h.type)
    doers, others = ((h.actor, h.other), ()) if h.mutual else ((h.actor,), (h.other,))
    mine, theirs = TRUST.get(h.type, (None, None))
    for who in doers:
        if valence is not None or mine is not None:
            yield Push(h.start, who, valence, mine)
    for who in others:
        if h.type in SUFFERS or theirs is not None:
            yield Push(h.start, who, SUFFERS.get(h.type), theirs)
