"""Quarrels by their heat: accusations, exclamations and shouting between two people in one scene."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
ANGER = 1.0  # an angry feeling of one at the other, as heat
HOT = frozenset({"anger", "contempt"})


@cache
def signs() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Patterns with their heat."""
    return tuple((re.compile(row["pattern"], re.I), row["weight"]) for row in resources.table(TABLE)["heat"])


def quarrels(people: People, feelings: Iterable[Feeling]) -> Iterator[Happening]:
    """One quarrel for each pair and scene that is hot enough, at the hottest words.

    Each sign counts once for each speaker and scene, so that a long scene is no hotter than a short one.
    """
    heat: dict[tuple[Pair, str], dict[tuple[str, str], float]] = defaultdict(dict)
    peak: dict[tuple[Pair, str], tuple[float, int, int]] = {}
    for voice in people.voices.records:
        scene = people.scene(voice.start)
        if scene is None or len(voice.hearers) != 1 or voice.written:
            continue
        key = (pair_of(voice.speaker, voice.hearers[0]), scene.id)
        found = dict(_signs(people, voice))
        for name, weight in found.items():
            heat[key][voice.speaker, name] = weight
        total = sum(found.values())
        if total and total > peak.get(key, (0.0, 0, 0))[0]:
            peak[key] = (total, voice.start, voice.end)
    for feeling in feelings:
        who, whom = feeling.experiencer, feeling.target
        if feeling.emotion in HOT and counts(feeling) and who and whom:
            key = (pair_of(who, whom), feeling.scene or "")
            if key in heat:
                heat[key][who, "anger"] = ANGER
    for (pair, scene_id), signs_found in heat.items():
        total = sum(signs_found.values())
        if total >= THRESHOLD and (pair, scene_id) in peak:
            _, start, end = peak[pair, scene_id]
            yield Happening("quarrel", *pair, True, start, end, min(0.8, round(0.3 + 0.1 * total, 3)))


def _signs(people: People, voice: Voice) -> Iterator[tuple[str, float]]:
    words = people.text[voice.start : voice.end]
    for pattern, weight in signs():
        if pattern.search(words):
            yield pattern.pattern, weight
    if voice.cue:
        cues = resources.table(TABLE)["heat_cues"]
        if set(people.text[voice.cue.start : voice.cue.end].lower().split()) & set(cues["words"].split()):
            yield "cue", cues["weight"]
