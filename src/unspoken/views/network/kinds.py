"""Since when it is told of what kind a relationship is.

A relationship holds its kinds without the words that show them, so the words are looked for again in what the story
holds: happenings and states that only one kind has (a kiss, a marriage), love, hatred or envy shown twice, talk, and
nouns that say what one is to the other ("her brother", "Joel’s grandfather", "Mum", said by her child). A kind counts
from the first of them on. A kind for which there is none of these is told by the end of the story, and not before.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Relationship, RelationshipKind
from unspoken.story import Story
from unspoken.views import known
from unspoken.views.network.roles import Called, calls, relation

SHOWS: dict[str, RelationshipKind] = {
    "kiss": "romance", "couple": "romance", "marry": "romance", "divorce": "romance", "break_up": "romance",
    "befriend": "friendship", "together": "romance", "broken_up": "romance", "married": "romance", "widowed": "romance",
}  # fmt: skip
TWICE = 2  # a feeling shown once, or one thing said, is not yet a relationship

Pair = frozenset[str]


@dataclass
class Evidence:
    """What the story shows of all pairs: offsets after the words, by pair, in text order."""

    felt: dict[tuple[Pair, RelationshipKind], list[int]] = field(default_factory=lambda: defaultdict(list))
    said: dict[Pair, list[int]] = field(default_factory=lambda: defaultdict(list))
    called: dict[Pair, list[Called]] = field(default_factory=lambda: defaultdict(list))


def gathered(story: Story) -> Evidence:
    """Everything that may show a kind, gathered in one pass over the story."""
    out = Evidence()
    for feeling in story.feelings:
        if (kind := _shown(feeling)) and feeling.experiencer and feeling.target:
            out.felt[frozenset((feeling.experiencer, feeling.target)), kind].append(feeling.end)
    for attitude in story.attitudes:
        hated = attitude.value == "negative" and attitude.emotion in ("anger", "contempt")
        kind = "romance" if attitude.emotion == "love" else "enmity" if hated else None
        if kind and attitude.evidence:
            out.felt[frozenset((attitude.holder, attitude.target)), kind].append(max(s.end for s in attitude.evidence))
    for quote in story.quotes:
        for hearer in quote.addressees if quote.speaker and quote.kind == "speech" else ():
            out.said[frozenset((str(quote.speaker), hearer))].append(known.quote(quote))
    for found in calls(story):
        out.called[frozenset((found.who, found.owner))].append(found)
    for ends in (*out.felt.values(), *out.said.values()):
        ends.sort()
    return out


def since(relationship: Relationship, evidence: Evidence) -> tuple[dict[RelationshipKind, int | None], int | None]:
    """The offsets from which on its kinds, and the role, are told; None: no record says, so by the end."""
    pair = frozenset(relationship.pair)
    kinds: dict[RelationshipKind, int | None] = {
        kind: min(_offsets(relationship, pair, kind, evidence), default=None) for kind in relationship.kinds
    }
    return kinds, min(_of_role(relationship, evidence.called.get(pair, [])), default=None)


def _shown(feeling: Feeling) -> RelationshipKind | None:
    if feeling.negated or feeling.hypothetical or feeling.experiencer == feeling.target:
        return None
    if feeling.emotion == "love" and feeling.channel in ("named", "speech"):
        return "romance"
    return "rivalry" if feeling.emotion == "jealousy" else None


def _offsets(relationship: Relationship, pair: Pair, kind: RelationshipKind, evidence: Evidence) -> list[int]:
    out = [e.end for e in relationship.events if SHOWS.get(e.type) == kind or kind == "acquaintance"]
    out += [m.start + 1 for m in relationship.timeline if SHOWS.get(m.status or "") == kind]
    out += evidence.felt.get((pair, kind), [])[TWICE - 1 :]
    out += [found.end for found in evidence.called.get(pair, []) if kind in found.kinds]
    return out + (evidence.said.get(pair, [])[TWICE - 1 :] if kind == "acquaintance" else [])


def _of_role(relationship: Relationship, called: list[Called]) -> list[int]:
    """Where one of the pair is called what the role says, or a word for the same ("Mum" and "mother")."""
    role = dict(zip(relationship.pair, relationship.role or (None, None), strict=True))
    return [found.end for found in called if (word := role[found.who]) and relation(word) == found.relation]
