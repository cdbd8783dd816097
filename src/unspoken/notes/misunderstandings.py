"""A misunderstanding that is never put right."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.beliefs import Gap
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.note import Found

RESOLVING = frozenset({"confess", "couple", "marry", "forgive", "reunite", "die"})


def misunderstandings(guide: Guide) -> Iterator[Found]:
    """Gaps that nothing closes.

    In a long work a closing is easily overlooked, so only what opens towards the end of the text is told, and in a
    novel nothing of who merely does not know; nor is anything told of two people who come together afterwards, or of
    whom one dies.
    """
    limits = bounds("misunderstanding")
    for gap in guide.story.gaps:
        open_still = gap.closes_scene is None and gap.closed_by is None
        sure = gap.confidence >= limits["confidence"] and gap.severity >= limits["severity"]
        near = len(guide.text) - gap.truth.end <= limits["rest"]
        near = near and (gap.type == "misbelief" or len(guide.text) <= limits["short"])
        if open_still and sure and near and not _resolved(guide, gap):
            yield _told(guide, gap)


def _resolved(guide: Guide, gap: Gap) -> bool:
    pairs = (r for r in guide.story.relationships if set(r.pair) == {gap.holder, gap.about})
    return any(e.type in RESOLVING and e.start >= gap.truth.start for r in pairs for e in r.events)


def _told(guide: Guide, gap: Gap) -> Found:
    believed = next((b for b in guide.story.beliefs if b.id == gap.belief), None)
    holder, about = guide.name(gap.holder), guide.name(gap.about)
    what = "is wrong about" if gap.type == "misbelief" else "does not know how it is with"
    since = guide.scene(gap.reader_from)
    reader = f" The reader knows better from scene {since} on." if since else ""
    return Found(
        f"{holder} {what} {about}, and nothing in the story puts it right.{reader} If that is meant, all is well.",
        (*((Span(believed.start, believed.end),) if believed else ()), gap.truth),
        (gap.holder, gap.about),
        gap.confidence,
    )
