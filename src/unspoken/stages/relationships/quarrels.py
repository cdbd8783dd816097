"""Quarrels by their heat: accusations, exclamations and shouting between two people close together in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.feelings import Feeling
from unspoken.stages.relationships.happenings import Happening
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.pushes import counts
from unspoken.stages.relationships.voices import Voice

TABLE = "relationship_acts.toml"
THRESHOLD = 2.0
WINDOW = 1500  # code points within which signs add up
TAG = 60  # code points after a speech that say how it is said
ANGER = 0.5  # an angry feeling of one at the other, as heat
HOT = frozenset({"anger", "contempt"})


@dataclass(frozen=True)
class Sign:
    """Heat at a place: ``name`` tells one sign of one person from another; ``heart``: a quarrel may rest on it."""

    start: int
    end: int
    name: tuple[str, str]
    weight: float
    heart: bool


@cache
def patterns() -> tuple[tuple[re.Pattern[str], float, bool], ...]:
    """Patterns with their heat, and whether a quarrel may rest on them."""
    rows = resources.table(TABLE)["heat"]
    return tuple((re.compile(row["pattern"], re.I), row["weight"], row.get("heart", False)) for row in rows)


def quarrels(people: People, feelings: Iterable[Feeling]) -> Iterator[Happening]:
    """A quarrel wherever two people's signs within a window are hot enough, both of them heated, at the hottest words.

    The same sign of the same person counts once in a window, so that a long scene is no hotter than a short one.
    """
    found: dict[Pair, list[Sign]] = defaultdict(list)
    for voice in people.voices.records:
        if len(voice.hearers) == 1 and not voice.written:
            found[pair_of(voice.speaker, voice.hearers[0])].extend(_signs(people, voice))
    for feeling in feelings:
        who, whom = feeling.experiencer, feeling.target
        if feeling.emotion in HOT and counts(feeling) and who and whom:
            sign = Sign(feeling.start, feeling.end, (who, "anger"), ANGER, False)
            if (pair := pair_of(who, whom)) in found:
                found[pair].append(sign)
    for pair in sorted(p for p in found if all(people.has_name(who, 1) for who in p)):
        yield from _of(pair, sorted(found[pair], key=lambda s: (s.start, s.end, s.name)))


def _of(pair: Pair, signs: Sequence[Sign]) -> Iterator[Happening]:
    """Around each sign at the heart, what is near it; windows of quarrels that were told already are passed over."""
    told, low = -WINDOW, 0
    for sign in signs:
        while signs[low].start < sign.start - WINDOW // 2:
            low += 1
        if not sign.heart or sign.start - told < WINDOW:
            continue
        heat: dict[tuple[str, str], float] = {}
        for other in _from(signs, low, sign.start + WINDOW // 2):
            heat[other.name] = max(other.weight, heat.get(other.name, 0.0))
        heated = {who for who, _ in heat}
        if (total := sum(heat.values())) >= THRESHOLD and len(heated) == len(pair):
            told = sign.start
            yield Happening("quarrel", *pair, True, sign.start, sign.end, min(0.8, round(0.3 + 0.1 * total, 3)))


def _from(signs: Sequence[Sign], low: int, end: int) -> Iterator[Sign]:
    for i in range(low, len(signs)):
        if signs[i].start > end:
            return
        yield signs[i]


def _signs(people: People, voice: Voice) -> Iterator[Sign]:
    light = re.compile(resources.table(TABLE)["light"]["pattern"], re.I)
    if light.search(people.text, voice.end, voice.end + TAG):  # "“You never did!” he laughed"
        return
    for pattern, weight, heart in patterns():
        if match := pattern.search(people.text, voice.start, voice.end):
            yield Sign(match.start(), match.end(), (voice.speaker, pattern.pattern), weight, heart)
    if voice.cue:
        cues = resources.table(TABLE)["heat_cues"]
        if set(people.text[voice.cue.start : voice.cue.end].lower().split()) & set(cues["words"].split()):
            yield Sign(voice.cue.start, voice.cue.end, (voice.speaker, "cue"), cues["weight"], False)
