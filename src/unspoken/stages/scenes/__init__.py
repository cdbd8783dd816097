"""Scenes: place, people, eyes, person and tense of every scene."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from unspoken.document import Document
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import CHARACTERS, CLAUSES, LETTERS, MENTIONS, PLACES, QUOTES, SCENE_SPANS, SCENES
from unspoken.layers.scenes import Scene, SceneSpan
from unspoken.pipeline import Stage
from unspoken.stages.mentions.nominals import nouns
from unspoken.stages.scenes.eyes import AROUND, Look, aches, focal, imagined, look
from unspoken.stages.scenes.people import Whom, subjects
from unspoken.stages.scenes.presence import present
from unspoken.stages.scenes.tense import remembered, tense_of

PREPOSITIONS = ("in ", "at ", "on ", "into ", "to ", "inside ", "outside ", "behind ", "from ")
OPENING = 500  # code points in which a scene says where it is
OFTEN = 3  # times from which a place is the scene's wherever it is spoken of

PERSONS: Mapping[int, Literal["first", "second", "third"]] = {1: "first", 2: "second", 3: "third"}
T = TypeVar("T")


class Spot(NamedTuple):
    """Words that name a place."""

    start: int
    end: int
    place: str


class Kin(NamedTuple):
    """A kin term of the narration ("her mother") and whose kin it is."""

    start: int
    owner: str


def make_scenes(document: Document) -> tuple[Scene, ...]:
    """Fill in who and where for every scene span."""
    view, spans = _View(document), document[SCENE_SPANS]
    looks = [view.look(span) for span in spans]
    around = ([*looks[max(0, n - AROUND) : n], *looks[n + 1 : n + 1 + AROUND]] for n in range(len(spans)))
    found = [view.scene(*one) for one in zip(spans, looks, around, strict=True)]
    return tuple(remembered(scene, found) for scene in found)


STAGE = Stage("scenes", "8", (SCENE_SPANS, CLAUSES, CHARACTERS, QUOTES, LETTERS, PLACES, MENTIONS), SCENES, make_scenes)


class _View:
    """A document's records in order, to be cut by scenes."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.whom = Whom(document[CHARACTERS])
        letters = SpanIndex(document[LETTERS])
        clauses = [c for c in document[CLAUSES] if letters.at(c.start) is None]
        acts = subjects(clauses, self.whom)
        self.imagined = imagined(document[CLAUSES], self.whom)
        self.narrator = next((c.id for c in document[CHARACTERS] if c.narrator), None)
        self.people = frozenset(c.id for c in document[CHARACTERS] if c.kind in ("person", "supernatural"))
        own = [
            m for m in document[MENTIONS]
            if m.person < 3 and not (m.plural or m.quotation or m.letter) and self._narrates(m.start, m.end)
        ]  # fmt: skip
        spots = sorted(Spot(m.start, m.end, place.id) for place in document[PLACES] for m in place.mentions)
        self.clauses, self.quotes = _slicer(clauses, lambda c: c.start), _slicer(document[QUOTES], lambda q: q.start)
        self.acts, self.own = _slicer(acts, lambda a: a[0].start), _slicer(own, lambda m: m.start)
        self.spots = _slicer(spots, lambda s: s.start)
        self.kin = _slicer(list(_kin(document, self.whom)), lambda k: k.start)

    def _narrates(self, start: int, end: int) -> bool:
        return self.narrator is not None and self.whom.at(start, end) == self.narrator

    def scene(self, span: SceneSpan, shown: Look, around: Sequence[Look]) -> Scene:
        clauses, quotes, acts = self.clauses(span), self.quotes(span), self.acts(span)
        tense = tense_of(clauses)
        there = present(self.text, acts, quotes, self.whom, tense)
        own = self.own(span)
        narrator = self.narrator if own else None
        if narrator is not None and narrator not in there:
            there = (narrator, *there)
        place = _place(self.text, span, self.spots(span))
        return Scene(
            id=span.id, start=span.start, end=span.end, chapter=span.chapter, place=place, present=there,
            focal=narrator or self._focal(shown, around, there),
            person=PERSONS[own[0].person if narrator else 3], tense=tense, mode=span.mode, time=span.time,
        )  # fmt: skip

    def look(self, span: SceneSpan) -> Look:
        """What a scene shows of its people."""
        spoken = sum(part.end - part.start for q in self.quotes(span) for part in q.parts)
        told = 1.0 - spoken / max(1, span.end - span.start)
        acts = [(c, who) for c, who in self.acts(span) if c.verb.start not in self.imagined]
        kin = (k.owner for k in self.kin(span))
        return look(acts, aches(self.text, self.clauses(span), self.whom), kin, told)

    def _focal(self, shown: Look, around: Sequence[Look], there: Sequence[str]) -> str | None:
        eyes = focal(shown, around, self.people)
        return there[0] if eyes is None and len(there) == 1 and there[0] in self.people else eyes


def _slicer(records: Sequence[T], start: Callable[[T], int]) -> Callable[[SceneSpan], Sequence[T]]:
    """A function that gives the records which begin in a scene."""
    starts = [start(r) for r in records]
    return lambda span: records[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _kin(document: Document, whom: Whom) -> Iterator[Kin]:
    """Kin terms of the narration with the character that they start from."""
    mentions = document[MENTIONS]
    for m in mentions:
        if m.owner is None or m.quotation or m.letter or m.form != "nominal":
            continue
        noun = nouns().get(document.text[m.head_start : m.head_end].lower())
        owner = mentions[m.owner]
        if noun is not None and noun.kin and (who := whom.at(owner.start, owner.end)):
            yield Kin(m.start, who)


def _place(text: str, span: SceneSpan, spots: Sequence[Spot]) -> str | None:
    """The place of the scene's opening that stands after a preposition, else the one most spoken of (place ids)."""
    for spot in spots:
        before = text[max(span.start, spot.start - 9) : spot.start].lower()
        if spot.start - span.start < OPENING and before.endswith(PREPOSITIONS):
            return spot.place
    often = Counter(spot.place for spot in spots).most_common(1)
    return often[0][0] if often and often[0][1] >= OFTEN else None
