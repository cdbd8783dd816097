"""The record of what a statement shows that its holder holds."""

from __future__ import annotations

from unspoken.layers.beliefs import Belief
from unspoken.layers.statements import Statement
from unspoken.stages.beliefs.plot import Plot


def record_of(plot: Plot, s: Statement) -> Belief:
    """A belief as its statement has it, from the scene in which the words stand, and with no end.

    Args:
        plot: has the scenes.
        s: shows that somebody holds something.
    """
    scene = next((x.id for x in reversed(plot.scenes) if x.start <= s.start), plot.scenes[0].id)
    return Belief(
        id="",
        holder=s.holder,
        stance=s.stance,
        polarity="+" if s.claim.affirmed else "-",
        proposition=s.claim.proposition,
        via="narrated",
        from_scene=scene,
        until_scene=None,
        ended_by=None,
        start=s.shown.start,
        end=s.shown.end,
        confidence=s.confidence,
    )
