"""Scene by scene: where, when, who, and through whose eyes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from unspoken.exports.outline.guide import Guide, printable
from unspoken.exports.outline.limits import Limits, Part, foremost
from unspoken.layers.scenes import Scene


@dataclass(frozen=True)
class SceneLine:
    """One scene: ``present`` are names, those who speak most first; ``opening`` its first words."""

    number: int
    record: Scene
    chapter: str | None
    place: str | None
    when: str | None
    present: tuple[str, ...]
    focal: str | None
    opening: str
    words: int


def timeline(guide: Guide, limits: Limits) -> Part[SceneLine]:
    """The scenes in reading order; of a long work those in which most happens between people."""
    weight = _weights(guide)
    chosen = foremost(list(enumerate(guide.story.scenes, start=1)), limits.scenes, lambda item: weight[item[1].id])
    return Part(tuple(_line(guide, number, scene) for number, scene in chosen.items), chosen.left_out)


def _weights(guide: Guide) -> Counter[str | None]:
    weight: Counter[str | None] = Counter(e.scene for r in guide.story.relationships for e in r.events)
    for gap in guide.story.gaps:
        weight[gap.opens_scene] += 3
        weight[gap.closes_scene] += 3
    return weight


def _line(guide: Guide, number: int, scene: Scene) -> SceneLine:
    titles = guide.chapter_titles
    text = guide.story.text
    opening = printable(text[scene.start : min(scene.end, scene.start + 120)])
    return SceneLine(
        number, scene, titles.get(scene.chapter or ""), guide.place(scene), guide.when(scene),
        tuple(guide.name(id) for id in scene.present), guide.name(scene.focal) if scene.focal else None,
        _first_words(opening), text.count(" ", scene.start, scene.end) + 1,
    )  # fmt: skip


def _first_words(opening: str, most: int = 60) -> str:
    return opening if len(opening) <= most else opening[:most].rsplit(" ", 1)[0] + " …"
