"""Gaps: where belief and truth part, with the words that show both and the reader's interval.

The tracker finds them; what is kept are those that concern a heart and that the story's own words open. Some errors are
only undone: whoever begs the pardon of one they were cold to was wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from unspoken.document import Document
from unspoken.layers.beliefs import Gap
from unspoken.layers.keys import (
    BELIEFS,
    CHARACTERS,
    DOCUMENTS,
    FEELINGS,
    GAPS,
    RELATIONSHIPS,
    SCENES,
    STATEMENTS,
    STRIKES,
)
from unspoken.pipeline import Stage
from unspoken.stages.beliefs.plot import plot_of
from unspoken.stages.beliefs.tracker import track
from unspoken.stages.cast.relations import SHORT, crowded
from unspoken.stages.gaps.maker import Maker
from unspoken.stages.gaps.undone import Error, undone
from unspoken.stages.struck import gap as seen
from unspoken.stages.struck import kept, of_claim

MOST = 60  # the gravest, where a long work has more
APART = 1200  # code points in a scene behind which somebody does not know another thing of the same person
LEAST = 0.3  # below it most are wrong in who does not know
CLOSE = frozenset(("romance", "family", "friendship"))


def find_gaps(document: Document) -> tuple[Gap, ...]:
    """Misbeliefs and ignorance about hearts, the gravest kept, in the order in which they open in the text."""
    sure = _without_echoes([g for g in gaps_in(document) if g.confidence >= LEAST], document)
    found = kept(sure, document[STRIKES], "gaps", seen)  # an echo of what is struck out stays away too
    each = _first_of_each(sorted(found, key=lambda g: (g.reader_from, g.truth.start, g.holder)))
    most = sorted(each, key=lambda g: -g.severity)[:MOST]
    most.sort(key=lambda g: (g.reader_from, g.holder, g.about))
    return tuple(msgspec.structs.replace(gap, id=f"g{n}") for n, gap in enumerate(most))


def gaps_in(document: Document) -> list[Gap]:
    """All that are found, before any is struck out or left out."""
    plot = plot_of(document)
    if not plot.scenes:
        return []
    close = {frozenset(r.pair) for r in document[RELATIONSHIPS] if r.kinds and r.kinds[0] in CLOSE}
    maker = Maker(plot, document[BELIEFS], close, document[STRIKES], crowded(document[CHARACTERS]))
    found = [gap for t in track(plot.acts).gaps() if (gap := maker.tracked(t)) is not None]
    stated = [maker.stated(s) for s in plot.ignorance if s.claim.proposition.subject is not None]
    ended = [g for g in stated if g.type == "misbelief" and g.closes_scene == g.opens_scene]  # "I took you for a thief"
    seen_so = {(g.holder, g.about, g.type) for g in (*found, *(g for g in stated if g not in ended))}
    found += stated
    errors = undone(document) if len(document.text) < SHORT else ()
    more = (maker.error(e) for e in errors if not _misjudged(e, document))
    return found + [g for g in more if (g.holder, g.about, g.type) not in seen_so]


READS = (CHARACTERS, SCENES, DOCUMENTS, FEELINGS, RELATIONSHIPS, STATEMENTS, BELIEFS, STRIKES)
STAGE = Stage("gaps", "17", READS, GAPS, find_gaps)


def _misjudged(error: Error, document: Document) -> bool:
    """Whether a correction says that what somebody holds about another is none of their beliefs."""
    struck = of_claim(document[STRIKES], "beliefs")
    return any(s.who in (error.holder, None) and s.about in (error.about, None) for s in struck)


def _without_echoes(gaps: list[Gap], document: Document) -> list[Gap]:
    """Without what is said at the end of an error about a heart, of which it was a part ("I thought you had gone"), and
    without ignorance of what the same words tell an error of."""
    facts = {b.id for b in document[BELIEFS] if b.proposition.predicate == "fact"}
    order = {scene.id: n for n, scene in enumerate(document[SCENES])}
    errors = [g for g in gaps if g.type == "misbelief"]

    def echoes(gap: Gap, of: Gap) -> bool:
        if (gap.holder, gap.about) != (of.holder, of.about):
            return False
        if gap.type == "ignorance":
            return gap.truth.start < of.truth.end and of.truth.start < gap.truth.end
        ended = order[of.closes_scene or document[SCENES][-1].id]
        heart = gap.belief in facts and of.belief not in facts
        return heart and order[of.opens_scene] <= order[gap.opens_scene] <= ended + 1

    return [g for g in gaps if not any(echoes(g, of) for of in errors)]


def _first_of_each(gaps: list[Gap]) -> Iterator[Gap]:
    """One gap for a holder, a person and a type that open in one scene, or that the same words show: further ones say
    the same, but for ignorance that is told far from it, as in the long scenes of a novel."""
    told: dict[tuple[str, str, str, str | int], int] = {}
    for gap in gaps:
        who, about, kind, at = gap.holder, gap.about, gap.type, gap.truth.start
        in_scene, by_words = (who, about, kind, gap.opens_scene), (who, about, kind, at)
        before = told.get(in_scene)
        apart = before is None or (kind == "ignorance" and abs(at - before) > APART)
        if apart and by_words not in told:
            yield gap
        told[in_scene] = told[by_words] = at
