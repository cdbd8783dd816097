"""Unfit: which corrections of the story's reader do not fit this text, or were not followed; none is dropped unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from unspoken.document import Document
from unspoken.layers.corrections import Anchors, Claim, Strikes
from unspoken.layers.keys import ANCHORS, IDENTITIES, MENTIONS, STRIKES, TURNS, UNFIT
from unspoken.pipeline import Stage
from unspoken.stages import attitudes, beliefs, events, feelings, gaps, relationships, struck
from unspoken.stages.cast.wishes import Called
from unspoken.stages.struck import Seen


def find_unfit(document: Document) -> tuple[str, ...]:
    """Sentences about the corrections that have no place here, and about those that the result contradicts."""
    return (*document[ANCHORS].unfit, *_unfollowed(document), *document[STRIKES].unfit, *_needless(document))


CLAIMS: dict[Claim, tuple[Stage, Callable[[Document], Iterable[Seen]]]] = {
    "feelings": (feelings.STAGE, lambda d: map(struck.feeling, feelings.feelings_in(d))),
    "attitudes": (attitudes.STAGE, lambda d: map(struck.attitude, attitudes.attitudes_in(d))),
    "events": (events.STAGE, lambda d: map(struck.event, events.events_in(d))),
    "relationships": (relationships.STAGE, relationships.seen_in),
    "beliefs": (beliefs.STAGE, lambda d: map(struck.belief, beliefs.beliefs_in(d))),
    "gaps": (gaps.STAGE, lambda d: map(struck.gap, gaps.gaps_in(d))),
}
READS = dict.fromkeys((ANCHORS, IDENTITIES, MENTIONS, TURNS, *(layer for s, _ in CLAIMS.values() for layer in s.reads)))
STAGE = Stage("unfit", "2", tuple(READS), UNFIT, find_unfit)


def _needless(document: Document) -> Iterator[str]:
    """Strikes that strike nothing: seen in what there would be without the strikes of their claim."""
    strikes = document[STRIKES]
    for claim in dict.fromkeys(strike.claim for strike in strikes.strikes):
        stage, found = CLAIMS[claim]
        others = Strikes(tuple(s for s in strikes.strikes if s.claim != claim))
        seen = [*found(document.only(stage.reads).attach(STRIKES, others))]
        for strike in struck.of_claim(strikes, claim):
            if not any(struck.hits(strike, one) for one in seen):
                yield f"a correction does not fit ({strike.described}): nothing of that kind is claimed there"


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
    for name in anchors.shown:
        if called(name) is None:
            yield f"a correction was not followed: nobody is called {name!r} here"
    speaker = {q.id: identities.character_of.get(q.speaker or "") for q in turns}
    for quotation, who in anchors.speakers.items():
        if called(who) is None or speaker.get(quotation) != called(who):
            yield f"a correction was not followed: nobody called {who!r} says the words that you gave to {who!r}"
