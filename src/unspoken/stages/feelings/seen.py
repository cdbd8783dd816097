"""Feelings that the network sees: words of no list, and what the words of the lists mean here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

import numpy as np
import numpy.typing as npt

from unspoken import resources
from unspoken.layers.feelings import Emotion
from unspoken.layers.signals import Signals
from unspoken.models.labels import EMOTIONS, FAMILIES
from unspoken.stages.feelings import bearers
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.lexicon import Kind, Word, find
from unspoken.stages.feelings.modality import modality
from unspoken.stages.feelings.page import Page

LEAST = 0.1  # probability of a cue below which a word of the lists names no feeling here
ENOUGH = 0.7  # from which a word of no list is a cue
NEAR, ANYWAY = 24, 0.98  # tokens from a listed cue within which a word of no list tells the same, unless so sure
_EMOTIONS: tuple[Emotion, ...] = get_args(Emotion)
KINDS: dict[str, Kind] = {"NOUN": "noun", "ADJ": "adj", "ADV": "adv", "VERB": "verb"}


@cache
def _table() -> npt.NDArray[np.float32]:
    """(16, 9): which of REMAN's families each emotion is called."""
    named = resources.table("emotions.toml")["plutchik"]
    return np.array([[float(f in named[e]) for f in FAMILIES] for e in EMOTIONS], np.float32)


def likeliest(signals: Signals, i: int) -> tuple[Emotion, ...]:
    """The emotions that fit token ``i``, the likeliest first: each family's probability, shared among its emotions."""
    family, fine = signals.family[i].astype(np.float32), signals.emotion[i].astype(np.float32) + 1e-3
    shares = _table() * fine[:, None]
    score = (shares / shares.sum(0)) @ (family / family.sum())
    order = np.argsort(-score, kind="stable")
    return tuple(_EMOTIONS[k] for k in order if score[k] >= 0.5 * score[order[0]])


def weighed(signals: Signals, cue: Cue) -> bool:
    """Whether a cue of the lists stands: a word that names a feeling elsewhere may name none here."""
    return cue.channel != "named" or _seen(signals, cue.first, cue.last) >= LEAST


def seen_cues(page: Page, signals: Signals, listed: Sequence[Cue]) -> Iterator[Cue]:
    """Cues by the network alone, in text order, where no cue of the lists is near; words side by side are one."""
    near = {i for cue in listed for i in range(cue.first - NEAR, cue.last + NEAR + 1)}
    taken = {i for cue in listed for i in range(cue.first, cue.last + 1)}
    for first, last in _runs(signals):
        sure = _seen(signals, first, last)
        inside = range(first, last + 1)
        ruled_out = any(i in taken or _known(page, i) for i in inside)
        if not ruled_out and (sure >= ANYWAY or not any(i in near for i in inside)):
            yield _cue(page, signals, first, last, sure)


def _known(page: Page, i: int) -> bool:
    """A word of the lists: if it was no cue by them, its grammar spoke against it."""
    return find(page.lower[i], page.lemma[i], page.pos[i]) is not None


def _runs(signals: Signals) -> Iterator[tuple[int, int]]:
    """First and last of the likely tokens that stand side by side."""
    likely = np.flatnonzero(signals.cue >= ENOUGH)
    for run in np.split(likely, np.flatnonzero(np.diff(likely) > 1) + 1) if len(likely) else ():
        yield int(run[0]), int(run[-1])


def _seen(signals: Signals, first: int, last: int) -> float:
    return float(signals.cue[first : last + 1].max())


def _cue(page: Page, signals: Signals, first: int, last: int, sure: float) -> Cue:
    anchor = first + int(signals.cue[first : last + 1].argmax())
    emotions = likeliest(signals, anchor)
    kind = KINDS.get(page.pos[anchor], "noun")
    found, target = bearers.bearer(page, anchor, Word(page.lemma[anchor], kind, emotions[0], emotions[1:], 0.5))
    who = found if found is not None and found.state != "thing" else None
    return Cue(
        first=first,
        last=last,
        anchor=anchor,
        channel="inferred",
        emotions=emotions,
        intensity=0.5,
        who=who.who if who else None,
        settled=who is not None and who.state in ("known", "unresolved"),
        target=None if who and target == who.who else target,
        modality=modality(page, anchor),
        sure=sure * 0.7,
    )
