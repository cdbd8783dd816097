"""Who tells a novel, by the names to which "I" answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from unspoken.layers.mentions import Cast, Mention
from unspoken.layers.quotations import Quote

NEAR = 1500  # code points within which a line answers another
ANSWERS, ANSWERED = 3, 0.2  # calls from how many on that "I" answers, and their share of all calls by a name


def answered(mentions: Sequence[Mention], cast: Cast, turns: Sequence[Quote]) -> Mapping[str, str]:
    """The members of the cast by whose names others call who tells a novel: "I" speaks next, often, most often of all,
    and the narration seldom tells of them; with these who else is called by a part of the name ("Ned", "Ned Hale"),
    or is never told of and mostly answered so.

    Args:
        mentions: all mentions.
        cast: whom the narration tells of.
        turns: who speaks to whom.

    Returns:
        Member id -> id of the narrator.
    """
    narrator = next((m.id for m in cast.members if m.narrator), None)
    if narrator is None:
        return {}
    after = {q.id: r for q, r in pairwise(turns) if r.start - q.end < NEAR}
    by_quote = {q.id: q for q in turns}
    calls, own, told = Counter[str](), Counter[str](), Counter[str]()
    for mention, member in zip(mentions, cast.link, strict=True):
        quote = by_quote.get(mention.quotation or "")
        if mention.form != "name" or member is None or member == narrator:
            continue
        if quote is None:
            told[member] += not mention.letter
        elif mention.vocative and quote.speaker != narrator:
            calls[member] += 1
            own[member] += quote.id in after and after[quote.id].speaker == narrator
    enough = {m: n for m, n in own.items() if n >= ANSWERS and n >= ANSWERED * calls[m] and 2 * told[m] <= calls[m]}
    if not enough:
        return {}
    words = {m.id: {word for name in m.names for word in name.lower().split()} for m in cast.members}
    best = max(enough, key=lambda m: (enough[m], m))
    mostly = {m for m, n in enough.items() if not told[m] and 2 * n >= calls[m]}
    return {m: narrator for m in enough if m in mostly or words[m] & words[best]}
