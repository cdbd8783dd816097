"""The pairs over the scenes: what they are to each other, how they stand, how much they say to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from unspoken.layers.relationships import Mutual, Relationship, RelationshipKind, Status
from unspoken.story import Story
from unspoken.views import known
from unspoken.views.network.kinds import Evidence, gathered, since
from unspoken.views.network.nodes import words_of
from unspoken.views.network.records import Edge, EdgeTrack, Spell, Step
from unspoken.views.scenes import Scenes, runs

Pair = tuple[str, str]
Talk = dict[Pair, dict[int, int]]  # words from the first to the second, by scene


@dataclass
class _State:
    """How it stands while the scenes are walked through; ``told``: whether there is anything between them yet."""

    kinds: set[RelationshipKind] = field(default_factory=set)
    role: bool = False
    status: Status | None = None
    contact: Literal["together", "apart"] | None = None
    valence: Mutual = field(default_factory=Mutual)
    trust: Mutual = field(default_factory=Mutual)
    words: tuple[int, int] = (0, 0)
    scenes: int = 0
    told: bool = False


@dataclass
class _Changes:
    """What changes in each scene."""

    kinds: dict[int, list[RelationshipKind]] = field(default_factory=lambda: defaultdict(list))
    role: int | None = None
    moments: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    events: set[int] = field(default_factory=set)


def edge_tracks(story: Story, scenes: Scenes, born: dict[str, int]) -> tuple[EdgeTrack, ...]:
    """All pairs with a relationship, in the order of the layer, then those who only talk, in the order of the text.

    Args:
        story: a finished story.
        scenes: its scenes by number.
        born: the scene since which each character is known; a pair is no earlier than both of its people.
    """
    evidence, talk = gathered(story), _talk(story, scenes)
    pairs: dict[frozenset[str], tuple[Pair, Relationship | None]] = {}
    for relationship in story.relationships:
        pairs.setdefault(frozenset(relationship.pair), (relationship.pair, relationship))
    for pair in talk:
        pairs.setdefault(frozenset(pair), (pair, None))
    there = ((pair, r) for pair, r in pairs.values() if pair[0] != pair[1] and all(who in born for who in pair))
    return tuple(_track(pair, r, scenes, evidence, talk, max(born[who] for who in pair)) for pair, r in there)


def _talk(story: Story, scenes: Scenes) -> Talk:
    talk: Talk = {}
    for quote in story.quotes:
        if quote.kind == "speech" and quote.speaker is not None:
            scene, words = scenes.told(known.quote(quote)), words_of(story.text, quote)
            for hearer in dict.fromkeys(quote.addressees):
                by_scene = talk.setdefault((quote.speaker, hearer), {})
                by_scene[scene] = by_scene.get(scene, 0) + words
    return talk


def _track(
    pair: Pair, relationship: Relationship | None, scenes: Scenes, evidence: Evidence, talk: Talk, born: int
) -> EdgeTrack:
    together = scenes.together(*pair)
    changes = _changes(relationship, scenes, evidence) if relationship else _Changes()
    ways = (talk.get(pair, {}), talk.get((pair[1], pair[0]), {}))
    alone = [scenes.last] if relationship else []  # what is not dated
    alone += [changes.role] if changes.role is not None else []
    walk = sorted({*changes.kinds, *changes.moments, *changes.events, *together, *ways[0], *ways[1], *alone})
    steps: list[Step[Edge]] = []
    state, met = _State(), set(together)
    for scene in walk:
        state.words = (state.words[0] + ways[0].get(scene, 0), state.words[1] + ways[1].get(scene, 0))
        state.scenes += scene in met
        if relationship:
            _take(state, relationship, changes, scene)
        state.told = state.told or sum(state.words) > 0 or bool(state.kinds)
        if state.told:
            edge = _edge(pair, relationship, state, complete=scene == scenes.last)
            _add(steps, Step(max(scene, born), edge))
    id = relationship.id if relationship else None
    return EdgeTrack(pair, id, tuple(Spell(*run) for run in runs(together)), tuple(steps))


def _add(steps: list[Step[Edge]], step: Step[Edge]) -> None:
    if steps and steps[-1].scene == step.scene:
        steps.pop()
    if not steps or steps[-1].value != step.value:
        steps.append(step)


def _changes(relationship: Relationship, scenes: Scenes, evidence: Evidence) -> _Changes:
    out = _Changes()
    kinds, role = since(relationship, evidence)
    for kind, end in kinds.items():
        out.kinds[scenes.last if end is None else scenes.told(end)].append(kind)
    if relationship.role:
        out.role = scenes.last if role is None else scenes.told(role)
    for index, moment in enumerate(relationship.timeline):
        out.moments[max(scenes.at(moment.start), scenes.numbers.get(moment.scene, 0))].append(index)
    out.events = {scenes.told(event.end) for event in relationship.events}
    return out


def _take(state: _State, relationship: Relationship, changes: _Changes, scene: int) -> None:
    state.kinds.update(changes.kinds.get(scene, ()))
    state.role = state.role or changes.role == scene
    state.told = state.told or scene in changes.events
    for index in changes.moments.get(scene, ()):
        moment = relationship.timeline[index]
        state.status = moment.status or state.status
        state.contact = moment.contact or state.contact
        state.valence = _carried(state.valence, moment.valence)
        state.trust = _carried(state.trust, moment.trust)
        felt = (*_sides(moment.valence), *_sides(moment.trust))
        state.told = state.told or moment.status is not None or any(value is not None for value in felt)


def _edge(pair: Pair, relationship: Relationship | None, state: _State, *, complete: bool) -> Edge:
    if relationship is None:
        none: tuple[RelationshipKind, ...] = ()
        id, kinds, role, confidence = None, none, None, None
    else:
        id, kinds = relationship.id, tuple(kind for kind in relationship.kinds if kind in state.kinds)
        role, confidence = relationship.role if state.role else None, relationship.confidence if complete else None
    return Edge(
        pair, id, kinds, role, state.status, state.contact, state.valence, state.trust, state.words, state.scenes,
        confidence,
    )  # fmt: skip


def _sides(value: Mutual) -> Iterator[float | None]:
    yield from (value.a, value.b)


def _carried(before: Mutual, now: Mutual) -> Mutual:
    return Mutual(before.a if now.a is None else now.a, before.b if now.b is None else now.b)
