"""Errors that are undone without a word of what they were: whoever begs the pardon of one they were cold to was wrong, and
so was who thought themselves disliked, where the other then kisses them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from unspoken.document import Document
from unspoken.layers.beliefs import Belief
from unspoken.layers.keys import BELIEFS, FEELINGS, RELATIONSHIPS, SCENES
from unspoken.layers.relationships import Relationship, RelationshipEvent
from unspoken.layers.spans import Span

NEAR = 6000  # code points between an error and what undoes it, in a work that is no short story
WARM = frozenset(("confess", "kiss", "couple", "reunite", "marry"))
BOTH = frozenset(("kiss", "couple", "reunite", "marry"))  # whoever does them, both are fond of each other
COLD = frozenset(("anger", "contempt", "jealousy"))
HARSH = frozenset(("quarrel", "break_up", "betray"))
FOND = frozenset(("love", "trust", "longing", "positive"))
SURE = 0.5


@dataclass(frozen=True)
class Error:
    """Somebody is wrong about another from ``since`` on, until ``undone`` shows it; ``belief``: the id of what they
    held, where it is told."""

    holder: str
    about: str
    since: int
    undone: Span
    scene: str
    belief: str | None
    confidence: float


def undone(document: Document, small: bool) -> Iterator[Error]:
    """Errors that are undone, the first of each holder about each other.

    Args:
        document: with feelings, relationships and beliefs.
        small: it is a short story, through which hearts last.
    """
    pairs = {frozenset(r.pair): r for r in document[RELATIONSHIPS]}
    starts = [s.start for s in document[SCENES]]
    for pair in pairs.values():
        for holder, about in (pair.pair, pair.pair[::-1]):
            found = chain(_by_words(document, pair, holder, about, small), _by_deeds(document, pair, holder, about))
            first = next((e for e in found if small or e.belief is not None), None)
            if first is not None and (small or bisect_right(starts, first.since) <= bisect_right(starts, first.undone.start)):
                yield first


def _by_words(document: Document, pair: Relationship, holder: str, about: str, small: bool) -> Iterator[Error]:
    """What somebody held of another's heart, who then begs their pardon, or is shown to be dear to them."""
    for b in document[BELIEFS]:
        cold = (b.holder, b.proposition.subject) == (holder, about) and b.stance in ("believes", "knows") and _cold(b)
        undoing = (e for e in pair.events if e.start > b.end and (_sorry(e, holder) or (small and _fond(e, about))))
        event = next(undoing, None) if cold else None
        if event is not None and (small or event.start - b.end <= NEAR):
            sure = round(min(b.confidence, event.confidence), 3)
            yield Error(holder, about, b.start, Span(event.start, event.end), event.scene, b.id, sure)


def _by_deeds(document: Document, pair: Relationship, holder: str, about: str) -> Iterator[Error]:
    """Whoever was angry with another, and begs their pardon in a later scene."""
    scenes = document[SCENES]
    starts = [s.start for s in scenes]
    harsh = [e.start for e in pair.events if e.type in HARSH and e.actor in (holder, None)]
    harsh += [
        f.start for f in document[FEELINGS]
        if (f.experiencer, f.target) == (holder, about) and f.emotion in COLD and not (f.negated or f.hypothetical)
    ]  # fmt: skip
    for event in (e for e in pair.events if _sorry(e, holder)):
        before = [at for at in harsh if bisect_right(starts, at) < bisect_right(starts, event.start)]
        if before and not _hurt(pair.events, about, event):
            yield Error(
                holder, about, min(before), Span(event.start, event.end), event.scene, None,
                round(SURE * event.confidence**0.5, 3),
            )  # fmt: skip


def _sorry(event: RelationshipEvent, who: str) -> bool:
    return event.type == "apologise" and event.actor == who


def _fond(event: RelationshipEvent, who: str) -> bool:
    return event.type in WARM and (event.actor == who or event.type in BOTH)


def _hurt(events: Sequence[RelationshipEvent], about: str, by: RelationshipEvent) -> bool:
    """Whether the other had begged their pardon first, who had wronged them after all."""
    return any(_sorry(e, about) and e.start < by.start for e in events)


def _cold(b: Belief) -> bool:
    """Whether it is to be disliked by somebody, or to be passed over for another."""
    about = b.proposition
    affirmed = b.polarity == "+"
    if about.predicate not in ("feels", "attitude", "status"):
        return False
    mine = about.object in (b.holder, None)
    fond = about.value in FOND or about.value in ("together", "married")
    return (fond is not affirmed) if mine and about.value in (*FOND, "negative", *COLD) else (not mine and fond and affirmed)
