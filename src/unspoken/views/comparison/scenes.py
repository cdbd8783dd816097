"""Scenes of two drafts: which is which by the sentences that they share, and what became of each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from unspoken.story import Story
from unspoken.views.comparison.alignment import Alignment, Sentences, rising
from unspoken.views.comparison.passages import Which, passage
from unspoken.views.comparison.records import Passage, SceneChange

SHARED = 0.3  # of the words of the shorter scene: so much in common, and two scenes are one
PART = 0.5  # of its words: so much in a scene that is another's already, and it was split off or joined to it
ALIKE = 0.5  # words in common of two scenes at the same place without one sentence in common: one is the other anew
HEADING = 3  # words: as long may be what stands above a chapter
NEAR = 12  # scenes at the same place that are compared word by word


class _Side:
    """The scenes of a draft, by number from 0, with their sentences."""

    def __init__(self, story: Story, sentences: Sentences, draft: Which) -> None:
        self.story, self.sentences, self.draft = story, sentences, draft
        self.inside = [sentences.within(scene.start, scene.end) for scene in story.scenes]
        self.words = [sum(sentences.sizes[n] for n in inside) for inside in self.inside]
        self._starts = [scene.start for scene in story.scenes]

    def scene(self, sentence: int) -> int | None:
        """The scene that a sentence begins in."""
        number = bisect_right(self._starts, self.sentences.spans[sentence].start) - 1
        return number if number >= 0 else None

    def opening(self, scene: int) -> tuple[Passage, ...]:
        """The first sentence of a scene that is no heading."""
        inside = self.inside[scene]
        return self.sentence([n for n in inside if self.sentences.sizes[n] > HEADING] or inside)

    def sentence(self, numbers: Sequence[int]) -> tuple[Passage, ...]:
        """The first of some sentences."""
        return tuple(passage(self.story, self.draft, self.sentences.spans[n]) for n in numbers[:1])

    def bag(self, scene: int) -> Counter[str]:
        """The words of a scene, each as often as it comes."""
        return Counter(word for n in self.inside[scene] for word in self.sentences.keys[n].split())


def scene_changes(old: Story, new: Story, alignment: Alignment) -> tuple[SceneChange, ...]:
    """What became of the scenes, in the order of the new draft, then what is gone."""
    a, b = _Side(old, alignment.old, "old"), _Side(new, alignment.new, "new")
    shared = _shared(a, b, alignment)
    pairs = _pairs(a, b, shared)
    pairs |= _anew(a, b, pairs)
    still = rising([pairs[n] for n in sorted(pairs)])
    moved = {n for place, n in enumerate(sorted(pairs)) if place not in still}
    alone = [*_added(a, b, {*pairs.values()}, shared), *_removed(a, b, {*pairs}, shared)]
    family = {(x, y) for c in alone if c.old and c.new for x, y in ((c.old - 1, c.new - 1),)} | {*pairs.items()}
    found = [*alone, *_moved(a, b, pairs, moved), *_reworded(a, b, pairs, family, alignment)]
    return tuple(sorted(found, key=lambda c: (c.new is None, c.new or 0, c.old or 0, c.change)))


def _shared(a: _Side, b: _Side, alignment: Alignment) -> Counter[tuple[int, int]]:
    """How many words in whole sentences each two scenes share."""
    shared: Counter[tuple[int, int]] = Counter()
    for sentence, other in alignment.to_new.items():
        x, y = a.scene(sentence), b.scene(other)
        if x is not None and y is not None:
            shared[x, y] += a.sentences.sizes[sentence]
    return shared


def _pairs(a: _Side, b: _Side, shared: Counter[tuple[int, int]]) -> dict[int, int]:
    """Scenes that are the same, those that share most first; no scene is the same as two."""
    pairs: dict[int, int] = {}
    taken = set[int]()
    for (x, y), words in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if x not in pairs and y not in taken and words >= SHARED * min(a.words[x], b.words[y]):
            pairs[x] = y
            taken.add(y)
    return pairs


def _anew(a: _Side, b: _Side, pairs: dict[int, int]) -> dict[int, int]:
    """Scenes without a sentence in common, at the same place among the others, with much the same words."""
    made: dict[int, int] = {}
    taken, low = set(pairs.values()), -1
    for x in range(len(a.words)):
        if x in pairs:
            low = pairs[x]
            continue
        for y in range(low + 1, min(low + 1 + NEAR, len(b.words))):
            if y in taken:
                break
            if _alike(a.bag(x), b.bag(y)):
                made[x] = low = y
                taken.add(y)
                break
    return made


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    return (one & other).total() >= ALIKE * max(one.total(), other.total(), 1)


def _moved(a: _Side, b: _Side, pairs: dict[int, int], moved: set[int]) -> Iterator[SceneChange]:
    for x in sorted(moved):
        y = pairs[x]
        yield SceneChange("moved", x + 1, y + 1, a.words[x], b.words[y], b.opening(y))


def _reworded(
    a: _Side, b: _Side, pairs: dict[int, int], family: set[tuple[int, int]], alignment: Alignment
) -> Iterator[SceneChange]:
    """Scenes with sentences that are new or gone; ``family`` has what was split off and joined, which are neither."""
    to_new, to_old = alignment.to_new, alignment.to_old
    for x, y in pairs.items():
        gone = [n for n in a.inside[x] if n not in to_new or (x, b.scene(to_new[n])) not in family]
        come = [n for n in b.inside[y] if n not in to_old or (a.scene(to_old[n]), y) not in family]
        if gone or come:
            shown = (*a.sentence(gone), *b.sentence(come))
            yield SceneChange("reworded", x + 1, y + 1, a.words[x], b.words[y], shown)


def _alone(side: _Side, others: set[int], shared: Counter[tuple[int, int]]) -> Iterator[tuple[int, int | None]]:
    """Scenes that are no other's same, each with the scene of the other draft that most of its words are in.

    ``shared`` begins with scenes of this side; ``others`` are those that have their same.
    """
    most: dict[int, tuple[int, int]] = {}
    for (own, other), words in shared.items():
        most[own] = max(most.get(own, (0, 0)), (words, -other))
    for own in range(len(side.words)):
        if own not in others:
            words, other = most.get(own, (0, 0))
            yield own, -other if words and words >= PART * side.words[own] else None


def _added(a: _Side, b: _Side, paired: set[int], shared: Counter[tuple[int, int]]) -> Iterator[SceneChange]:
    for y, x in _alone(b, paired, Counter({(y, x): words for (x, y), words in shared.items()})):
        if x is None:
            yield SceneChange("added", None, y + 1, None, b.words[y], b.opening(y))
        else:
            yield SceneChange("split", x + 1, y + 1, a.words[x], b.words[y], b.opening(y))


def _removed(a: _Side, b: _Side, paired: set[int], shared: Counter[tuple[int, int]]) -> Iterator[SceneChange]:
    for x, y in _alone(a, paired, shared):
        if y is None:
            yield SceneChange("removed", x + 1, None, a.words[x], None, a.opening(x))
        else:
            yield SceneChange("joined", x + 1, y + 1, a.words[x], b.words[y], a.opening(x))
