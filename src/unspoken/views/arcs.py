"""The arc of feeling: how each person's feelings run from scene to scene, and how many of them stand behind each point.

A feeling counts where it is really felt: not denied, not supposed, and told by the narrator or by the one who feels it,
in speech or in a letter of their own. What others say of somebody's heart is a belief of theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from unspoken.layers.feelings import Emotion, Feeling
from unspoken.story import Story
from unspoken.views.scenes import Scenes

REACH = 1  # scenes before and after that a smoothed point looks at; its own weighs most


class Point(msgspec.Struct, frozen=True):
    """One scene (by its number from 0) with feelings in it.

    ``valence``: their mean, weighted by intensity, in [-1, 1]; None where they have none. ``smoothed``: the same with
    the scenes around, the further the less; ``behind``: how many feelings that rests on.
    """

    scene: int
    count: int
    valence: float | None
    emotions: dict[Emotion, int]
    smoothed: float | None
    behind: int


class Arc(msgspec.Struct, frozen=True):
    """The points of one character, or of everybody together (``character`` None), in the order of the scenes."""

    character: str | None
    points: tuple[Point, ...]


def arcs(story: Story, reach: int = REACH) -> tuple[Arc, ...]:
    """The arc of everybody together, then of each person with a feeling, in the order of the cast.

    Args:
        story: a finished story.
        reach: scenes before and after that a smoothed point looks at; 0: none.

    Returns:
        A scene without feelings has no point: that nothing is told is not that nothing is felt.
    """
    scenes = Scenes(story)
    authors = {document.id: document.author for document in story.documents}
    everybody: dict[int, list[Feeling]] = defaultdict(list)
    of: dict[str, dict[int, list[Feeling]]] = defaultdict(lambda: defaultdict(list))
    for feeling in story.feelings:
        if felt(feeling, authors):
            scene = scenes.numbers.get(feeling.scene or "", scenes.at(feeling.start))
            everybody[scene].append(feeling)
            if feeling.experiencer:
                of[feeling.experiencer][scene].append(feeling)
    people = [Arc(c.id, _points(of[c.id], reach)) for c in story.characters if c.id in of]
    return (Arc(None, _points(everybody, reach)), *people)


def felt(feeling: Feeling, authors: Mapping[str, str | None]) -> bool:
    """Whether somebody really feels it, as the narrator or they themselves say; ``authors``: of documents, by id."""
    if feeling.negated or feeling.hypothetical:
        return False
    voices = {authors.get(voice, voice) for voice in feeling.source if voice != "narrator"}
    return not voices or (feeling.experiencer is not None and voices == {feeling.experiencer})


def _points(by_scene: Mapping[int, Sequence[Feeling]], reach: int) -> tuple[Point, ...]:
    return tuple(_point(scene, by_scene, reach) for scene in sorted(by_scene))


def _point(scene: int, by_scene: Mapping[int, Sequence[Feeling]], reach: int) -> Point:
    here = by_scene[scene]
    around: list[tuple[Feeling, float]] = []
    for other in range(scene - reach, scene + reach + 1):
        around += [(feeling, float(reach + 1 - abs(other - scene))) for feeling in by_scene.get(other, ())]
    emotions = Counter(feeling.emotion for feeling in here)
    counts = dict(sorted(emotions.items(), key=lambda entry: (-entry[1], entry[0])))
    return Point(scene, len(here), _mean((f, 1.0) for f in here), counts, _mean(around), len(around))


def _mean(weighted: Iterable[tuple[Feeling, float]]) -> float | None:
    """The mean valence, weighted by intensity; None where all of the weight is 0."""
    total = weight = 0.0
    for feeling, factor in weighted:
        total += feeling.valence * feeling.intensity * factor
        weight += feeling.intensity * factor
    return round(total / weight, 3) if weight else None
