"""Scenes: place, people, eyes, person and tense of every scene."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.keys import CHARACTERS, CLAUSES, LETTERS, MENTIONS, PLACES, QUOTES, SCENE_SPANS, SCENES
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene, SceneSpan
from unspoken.pipeline import Stage
from unspoken.stages.scenes.people import Whom, focal, present, subjects

PREPOSITIONS = ("in ", "at ", "on ", "into ", "to ", "inside ", "outside ", "behind ", "from ")


class Spot(NamedTuple):
    """Words that name a place."""

    start: int
    end: int
    place: str


def make_scenes(document: Document) -> tuple[Scene, ...]:
    """Fill in who and where for every scene span."""
    whom = Whom(document[CHARACTERS])
    letters = [(x.start, x.end) for x in document[LETTERS]]
    clauses = [c for c in document[CLAUSES] if not _inside(letters, c.start)]
    acts = subjects(clauses, whom)
    narrator = next((c.id for c in document[CHARACTERS] if c.narrator), None)
    own = [m.start for m in document[MENTIONS] if m.person == 1 and not m.plural and not m.quotation and not m.letter]
    quotes = document[QUOTES]
    spots = sorted(Spot(m.start, m.end, place.id) for place in document[PLACES] for m in place.mentions)
    keys = [
        [c.start for c, _ in acts],
        [c.start for c in clauses],
        [q.start for q in quotes],
        [spot.start for spot in spots],
    ]
    out = []
    for span in document[SCENE_SPANS]:
        a, b, c, d = (slice(bisect_left(k, span.start), bisect_left(k, span.end)) for k in keys)
        tells = narrator if bisect_left(own, span.end) > bisect_left(own, span.start) else None
        out.append(_scene(document.text, span, acts[a], clauses[b], quotes[c], spots[d], tells))
    return tuple(out)


STAGE = Stage("scenes", "1", (SCENE_SPANS, CLAUSES, CHARACTERS, QUOTES, LETTERS, PLACES, MENTIONS), SCENES, make_scenes)


def _inside(letters: Sequence[tuple[int, int]], offset: int) -> bool:
    k = bisect_left(letters, (offset + 1,)) - 1
    return k >= 0 and letters[k][0] <= offset < letters[k][1]


def _scene(
    text: str,
    span: SceneSpan,
    acts: Sequence[tuple[Clause, str]],
    clauses: Sequence[Clause],
    quotes: Sequence[Quote],
    spots: Sequence[Spot],
    narrator: str | None,
) -> Scene:
    there = present(span, acts, quotes)
    if narrator is not None and narrator not in there:
        there = (narrator, *there)
    spoken = sum(part.end - part.start for q in quotes for part in q.parts)
    return Scene(
        id=span.id,
        start=span.start,
        end=span.end,
        chapter=span.chapter,
        place=_place(text, span, spots),
        present=there,
        focal=focal(span, acts, narrator, spoken, there),
        person="first" if narrator else "third",
        tense=_tense(clauses),
        mode=span.mode,
        time=span.time,
    )


def _place(text: str, span: SceneSpan, spots: Sequence[Spot]) -> str | None:
    """The place of the scene's opening that stands after a preposition, else the one most spoken of (place ids)."""
    for spot in spots:
        before = text[max(span.start, spot.start - 9) : spot.start].lower()
        if spot.start - span.start < 500 and before.endswith(PREPOSITIONS):
            return spot.place
    often = Counter(spot.place for spot in spots).most_common(1)
    return often[0][0] if often and often[0][1] >= 3 else None


def _tense(clauses: Sequence[Clause]) -> Literal["past", "present", "mixed"]:
    """The tense of the narration's finite verbs."""
    count = Counter(
        c.tense for c in clauses if c.quotation is None and c.modal is None and c.tense in ("past", "present")
    )
    past, now = count["past"], count["present"]
    if past + now == 0 or past >= 3 * now:
        return "past"
    return "present" if now >= 1.5 * past else "mixed"
