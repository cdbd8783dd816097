"""Unfit: which corrections of the story's reader do not fit this text, or were not followed; none is dropped unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from unspoken.document import Document
from unspoken.layers.corrections import Anchors
from unspoken.layers.keys import ANCHORS, IDENTITIES, MENTIONS, TURNS, UNFIT
from unspoken.pipeline import Stage
from unspoken.stages.cast.wishes import Called


def find_unfit(document: Document) -> tuple[str, ...]:
    """Sentences about the corrections that have no place here, and about those that the result contradicts."""
    return (*document[ANCHORS].unfit, *_unfollowed(document))


STAGE = Stage("unfit", "1", (ANCHORS, IDENTITIES, MENTIONS, TURNS), UNFIT, find_unfit)


def _unfollowed(document: Document) -> Iterator[str]:
    anchors, identities = document[ANCHORS], document[IDENTITIES]
    mentions, turns = document[MENTIONS], document[TURNS]
    if anchors == Anchors(unfit=anchors.unfit):
        return
    called = Called(document.text, mentions, ((m.id, m.names) for m in identities.members), identities.link)
    for group in anchors.same:
        for name in group:
            if called(name) is None or called(name) != called(group[0]):
                yield f"a correction was not followed: {name!r} and {group[0]!r} are not one person here"
    for group in anchors.apart:
        for a, b in combinations(group, 2):
            if called(a) is not None and called(a) == called(b):
                yield f"a correction was not followed: {a!r} and {b!r} are one person here"
    yield from (
        f"a correction was not followed: {name!r} is still somebody" for name in sorted(anchors.nobody) if called(name)
    )
    for i, who in anchors.meant.items():
        if called(who) is None or identities.link[i] != called(who):
            word = document.text[mentions[i].start : mentions[i].end]
            yield f"a correction was not followed: {word!r} does not mean {who!r} here"
    speaker = {q.id: identities.character_of.get(q.speaker or "") for q in turns}
    for quotation, who in anchors.speakers.items():
        if called(who) is None or speaker.get(quotation) != called(who):
            yield f"a correction was not followed: nobody called {who!r} says the words that you gave to {who!r}"
