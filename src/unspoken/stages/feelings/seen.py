"""What the network says of the words that the lists take for feelings."""

from __future__ import annotations

from unspoken.layers.signals import Signals
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.named import capital
from unspoken.stages.feelings.page import Page

LEAST = 0.1  # probability of a cue below which a word of the lists names no feeling here


def weighed(page: Page, signals: Signals, cue: Cue) -> bool:
    """Whether a cue of the lists stands: a word that names a feeling elsewhere may name none here.

    A feeling that opens a sentence looks like a name to the network: the grammar alone says whose it is.
    """
    if cue.channel != "named" or (cue.who is not None and capital(page, cue.first)):
        return True
    return float(signals.cue[cue.first : cue.last + 1].max()) >= LEAST
