"""What is left of ties, deeds and kinds when those are gone of which a correction says that they are wrong."""

from __future__ import annotations

from collections.abc import Iterable

from unspoken.layers.corrections import Strikes
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.kinds import SHOWS, Weights
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.ties.tie import Tie
from unspoken.stages.struck import Seen, hits, kept, of_claim


def standing_ties(ties: Iterable[Tie], strikes: Strikes) -> list[Tie]:
    """The ties whose words are not struck out."""
    return list(kept(ties, strikes, "relationships", tied))


def standing_deeds(deeds: Iterable[Happening], strikes: Strikes) -> list[Happening]:
    """The happenings whose words are not struck out."""
    return list(kept(deeds, strikes, "relationships", deed))


def standing_kinds(weights: Weights, strikes: Strikes) -> Weights:
    """The weights of the kinds that nobody calls wrong: two people are no lovers whatever the words, say."""
    whole = [s for s in of_claim(strikes, "relationships") if s.passage is None]
    return {
        pair: {k: w for k, w in of.items() if not any(hits(s, _kind(pair, k)) for s in whole)}
        for pair, of in weights.items()
    }


def standing_pairs(pairs: Iterable[Pair], strikes: Strikes) -> set[Pair]:
    """The pairs of whom nobody says that they have nothing to do with each other at all."""
    whole = [s for s in of_claim(strikes, "relationships") if s.passage is None]
    return {pair for pair in pairs if not any(hits(s, Seen((), frozenset(pair), frozenset(pair))) for s in whole)}


def tied(record: Tie) -> Seen:
    """Of a tie: its words, its two people, what they are to each other."""
    pair = frozenset((record.owner, record.other))
    return Seen((record,), pair, pair, frozenset((record.kind, record.relation, record.inverse)))


def deed(record: Happening) -> Seen:
    """Of a happening: its words, its two people, what happens, and of which kind it makes their relationship."""
    pair = frozenset(record.pair)
    shown = SHOWS[record.type][0] if record.type in SHOWS else record.kind
    return Seen((record,), pair, pair, frozenset((record.type, record.kind, shown)))


def _kind(pair: tuple[str, str], kind: str) -> Seen:
    return Seen((), frozenset(pair), frozenset(pair), frozenset((kind,)))
