"""The people over the scenes: what they are called, how much they say, where they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import accumulate

from unspoken.layers.characters import Character
from unspoken.layers.quotations import Quote
from unspoken.story import Story
from unspoken.views import known
from unspoken.views.network.records import Node, NodeTrack, Spell, Step
from unspoken.views.scenes import Scenes, runs


def words_of(text: str, quote: Quote) -> int:
    """How many words a quotation has, without what narration says between its parts."""
    return sum(len(text[part.start : part.end].split()) for part in quote.parts)


def spoken(story: Story, scenes: Scenes) -> tuple[int, ...]:
    """The words said aloud by anybody up to the end of each scene."""
    by_scene = [0] * scenes.count
    for quote in story.quotes:
        if quote.kind == "speech":
            by_scene[scenes.told(known.quote(quote))] += words_of(story.text, quote)
    return tuple(accumulate(by_scene))


def node_tracks(story: Story, scenes: Scenes) -> tuple[NodeTrack, ...]:
    """All characters in the order of the cast."""
    said: dict[str, Counter[int]] = defaultdict(Counter)
    for quote in story.quotes:
        if quote.kind == "speech" and quote.speaker is not None:
            said[quote.speaker][scenes.told(known.quote(quote))] += words_of(story.text, quote)
    return tuple(_track(story, scenes, character, said[character.id]) for character in story.characters)


def _track(story: Story, scenes: Scenes, character: Character, said: Counter[int]) -> NodeTrack:
    mentions = Counter(scenes.told(m.end) for m in character.mentions)
    present = scenes.of.get(character.id, [])
    names = _Names(story, scenes, character)
    pronouns = scenes.told(known.pronouns(character))
    since = min((*mentions, *present, *said), default=scenes.told(character.first))
    changes = sorted({since, *mentions, *present, *said, *(s for s in (*names.scenes, pronouns) if s > since)})
    steps: list[Step[Node]] = []
    words, seen, met = 0, 0, 0
    for scene in changes:
        words, seen, met = words + said[scene], seen + mentions[scene], bisect_right(present, scene)
        steps.append(Step(scene, Node(
            character.id, names.at(scene), character.kind, character.pronouns if pronouns <= scene else None,
            character.narrator, words, None, met, seen,
        )))  # fmt: skip
    spells = tuple(Spell(*run) for run in runs(present))
    return NodeTrack(character.id, character.name, since, spells, tuple(steps))


class _Names:
    """What a character is called by the end of each scene: its own name once that is told, until then the last one."""

    def __init__(self, story: Story, scenes: Scenes, character: Character) -> None:
        told = known.names(character, story.text)
        self.names = [*told]
        self.scenes = [scenes.told(end) for end in told.values()]
        self.own = next(((s, n) for s, n in zip(self.scenes, told, strict=True) if n == character.name), None)

    def at(self, scene: int) -> str | None:
        if self.own and self.own[0] <= scene:
            return self.own[1]
        found = bisect_right(self.scenes, scene)
        return self.names[found - 1] if found else None
