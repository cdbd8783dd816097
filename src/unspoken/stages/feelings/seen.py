"""What the network says of the words that the lists take for feelings."""

from __future__ import annotations

from unspoken.layers.signals import Signals
from unspoken.stages.feelings.cues import Cue

LEAST = 0.1  # probability of a cue below which a word of the lists names no feeling here


def weighed(signals: Signals, cue: Cue) -> bool:
    """Whether a cue of the lists stands: a word that names a feeling elsewhere may name none here."""
    return cue.channel != "named" or float(signals.cue[cue.first : cue.last + 1].max()) >= LEAST
