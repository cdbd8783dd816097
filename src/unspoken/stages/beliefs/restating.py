"""Beliefs that are held already, and said again in other words, or in another scene: "He is not tired of you. He misses
you". The tracker has one belief there, from its first words on; a reader finds each where it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from unspoken.layers.beliefs import Belief
from unspoken.layers.statements import Prop, Statement
from unspoken.stages.beliefs.acts import Act, Say, Think
from unspoken.stages.beliefs.plot import Plot
from unspoken.stages.beliefs.records import record_of
from unspoken.stages.beliefs.tracker import TrackedBelief, Tracking

Held = dict[tuple[str, Prop, bool], list[TrackedBelief]]


def restated(plot: Plot, tracking: Tracking) -> Iterator[Belief]:
    """What somebody holds already and is said to hold again, by themselves or by the narration, or is told again of a
    heart that is for them.

    Args:
        plot: the acts with their statements.
        tracking: who holds what, and how long.
    """
    held: Held = defaultdict(list)
    for b in tracking.beliefs():
        held[b.holder, b.prop, b.sign].append(b)
    for act, s in zip(plot.acts, plot.source, strict=True):
        if s is None or s.kind not in ("think", "say"):
            continue
        if isinstance(act, Think) and act.who == s.holder:
            yield from _again(plot, held, act, s, act.who, 1.0)
        elif isinstance(act, Say) and s.claim.proposition.object in act.to:
            yield from _again(plot, held, act, s, s.claim.proposition.object or "", None)


def _again(plot: Plot, held: Held, act: Think | Say, s: Statement, who: str, sure: float | None) -> Iterator[Belief]:
    """The record of what is said again; ``sure`` None: they are told so, and believe it as they believed it first."""
    b = _covering(held, act, who)
    if b is None or b.begins == act.position:
        return
    again = record_of(plot, s)
    yield msgspec.structs.replace(
        again,
        holder=who,
        via="narrated" if sure is not None else "told",
        confidence=round(s.confidence * (b.certainty if sure is None else sure), 3),
        until_scene=plot.scene_at(b.ended[0]) if b.ended else None,
        ended_by=plot.spans[b.ended[1]] if b.ended else None,
    )


def _covering(held: Held, act: Act, who: str) -> TrackedBelief | None:
    """The belief of the tracker that somebody has at an act and that agrees with it."""
    sign, prop = getattr(act, "sign", None), getattr(act, "prop", None)
    found = held.get((who, prop, sign), ()) if prop is not None and sign is not None else ()
    return next((b for b in found if b.begins <= act.position and (b.ended is None or act.position < b.ended)), None)
