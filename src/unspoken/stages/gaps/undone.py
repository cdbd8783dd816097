"""Errors that are undone without a word of what they were: whoever begs the pardon of one they were cold to was wrong,
so was who broke with another and comes back, and who thought themselves disliked, where the other then kisses them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from unspoken.document import Document
from unspoken.layers.beliefs import Belief
from unspoken.layers.keys import BELIEFS, FEELINGS, RELATIONSHIPS, SCENES, STATEMENTS
from unspoken.layers.relationships import Relationship, RelationshipEvent
from unspoken.layers.spans import Span

WARM = frozenset(("confess", "kiss", "couple", "reunite", "marry"))
BOTH = frozenset(("kiss", "couple", "reunite", "marry"))  # whoever does them, both are fond of each other
COLD = frozenset(("anger", "contempt", "jealousy"))
HARSH = frozenset(("quarrel", "break_up", "betray"))
FOND = frozenset(("love", "trust", "longing", "positive"))
LOVE = frozenset(("love", "longing"))
MENDED = frozenset(("reunite", "forgive", "kiss", "couple"))
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
    lacks: Span | None = None  # what they do not know, where they are not wrong


def undone(document: Document) -> Iterator[Error]:
    """Errors that are undone in a short story, the first of each holder about each other.

    Args:
        document: with feelings, relationships and beliefs.
    """
    for pair in document[RELATIONSHIPS]:
        for holder, about in (pair.pair, pair.pair[::-1]):
            found = chain(_by_words(document, pair, holder, about), _by_deeds(document, pair, holder, about))
            yield from islice(found, 1)
            yield from islice(_untold(document, pair, holder, about), 1)


def _untold(document: Document, pair: Relationship, holder: str, about: str) -> Iterator[Error]:
    """Love that the narration tells, or one is told to one's face to feel, before it is confessed to whom it is for."""
    starts = [s.start for s in document[SCENES]]
    told = [e for e in pair.events if e.type == "confess" and e.actor == about]
    for s in document[STATEMENTS]:
        heart = s.claim.proposition
        if (heart.subject, heart.object) != (about, holder) or not s.claim.affirmed or heart.value not in LOVE:
            continue
        to_face = s.kind == "say" and about in s.to and holder not in (s.holder, *s.to)
        later = (e for e in told if bisect_right(starts, e.start) > bisect_right(starts, s.start))
        event = next(later, None) if s.kind == "truth" or to_face else None
        paired = any(m.start < s.start and m.status in ("together", "married") for m in pair.timeline)
        if event is not None and not paired:
            sure = round(min(s.confidence, event.confidence), 3)
            undoing = Span(event.start, event.end)
            yield Error(holder, about, s.start, undoing, event.scene, None, sure, Span(s.start, s.end))


def _by_words(document: Document, pair: Relationship, holder: str, about: str) -> Iterator[Error]:
    """What somebody held of another's heart, who then begs their pardon, or is shown to be dear to them."""
    for b in document[BELIEFS]:
        if (
            (b.holder, b.proposition.subject) != (holder, about)
            or b.stance not in ("believes", "knows")
            or not _cold(b)
        ):
            continue
        after = (e for e in pair.events if e.start > b.end and (_sorry(e, holder) or _fond(e, about)))
        if (event := next(after, None)) is not None:
            sure = round(min(b.confidence, event.confidence), 3)
            yield Error(holder, about, b.start, Span(event.start, event.end), event.scene, b.id, sure)


def _by_deeds(document: Document, pair: Relationship, holder: str, about: str) -> Iterator[Error]:
    """Whoever was angry with another and begs their pardon in a later scene, or broke with them and comes back."""
    scenes = document[SCENES]
    starts = [s.start for s in scenes]
    harsh = [e.start for e in pair.events if e.type in HARSH and e.actor in (holder, None)]
    cross = [
        f.start for f in document[FEELINGS]
        if (f.experiencer, f.target) == (holder, about) and f.emotion in COLD and not (f.negated or f.hypothetical)
    ]  # fmt: skip
    for event in (e for e in pair.events if _sorry(e, holder) or e.type in MENDED):
        wrongs = [*harsh, *cross] if _sorry(event, holder) else harsh
        before = [at for at in wrongs if bisect_right(starts, at) < bisect_right(starts, event.start)]
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
    about, affirmed = b.proposition, b.polarity == "+"
    if about.predicate in ("feels", "attitude") and about.object in (b.holder, None):
        return not affirmed if about.value in FOND else affirmed and about.value in ("negative", *COLD)
    return (
        about.object not in (b.holder, None) and affirmed and about.value in ("love", "longing", "together", "married")
    )
