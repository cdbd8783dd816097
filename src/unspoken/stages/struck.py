"""Struck: what the stages leave out because a correction says that it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.characters import Character
from unspoken.layers.corrections import Claim, Strike, Strikes
from unspoken.layers.events import Event
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.index import Spanned
from unspoken.layers.relationships import Relationship, RelationshipEvent
from unspoken.layers.spans import Span
from unspoken.stages.cast.wishes import Called

T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """What a strike looks at in a record: its words, whose it is, towards or about whom, of which kinds."""

    evidence: tuple[Spanned, ...]
    who: frozenset[str | None]
    about: frozenset[str | None]
    kinds: frozenset[str | None] = frozenset()


def kept(records: Iterable[T], strikes: Strikes, claim: Claim, seen: Callable[[T], Seen]) -> tuple[T, ...]:
    """The records that no correction strikes out.

    Args:
        records: what a stage found.
        strikes: all that is struck out.
        claim: the layer that the records are for.
        seen: what is to be looked at in one of them.
    """
    own = of_claim(strikes, claim)
    return tuple(r for r in records if not any(hits(s, seen(r)) for s in own))


def of_claim(strikes: Strikes, claim: Claim) -> Sequence[Strike]:
    """The strikes that are meant for one layer."""
    return [strike for strike in strikes.strikes if strike.claim == claim]


def hits(strike: Strike, seen: Seen) -> bool:
    """Whether a strike means a record: all that it names is so of it."""
    return (
        (strike.who is None or strike.who in seen.who)
        and (strike.about is None or strike.about in seen.about)
        and (strike.kind is None or strike.kind in seen.kinds)
        and (strike.passage is None or any(_at(strike, span) for span in seen.evidence))
    )


def _at(strike: Strike, span: Spanned) -> bool:
    """Whether words lie in the passage, or it in them."""
    passage, core = strike.passage, strike.core
    if passage is not None and passage.start <= span.start and span.end <= passage.end:
        return True
    return core is not None and span.start <= core.start and core.end <= span.end


def called_in(text: str, characters: Sequence[Character]) -> Called:
    """Whom each name means among the characters."""
    mentions = [(m, c.id) for c in characters for m in c.mentions]
    names = ((c.id, (c.name, *c.aliases)) for c in characters)
    return Called(text, [m for m, _ in mentions], names, [who for _, who in mentions])


def feeling(record: Feeling) -> Seen:
    """Of a feeling: its cue, who feels, towards whom, the emotion."""
    return _seen((record,), record.experiencer, record.target, record.emotion)


def attitude(record: Attitude) -> Seen:
    """Of an attitude: all its evidence, its two people, emotion and value."""
    return _seen(record.evidence, record.holder, record.target, record.emotion, record.value)


def event(record: Event) -> Seen:
    """Of an event: its word, who does it, to whom."""
    return _seen((record,), record.agent, record.patient, record.lemma)


def belief(record: Belief) -> Seen:
    """Of a belief: its words, who holds it, of whom it is, the stance."""
    return _seen((record,), record.holder, record.proposition.subject, record.stance)


def gap(record: Gap) -> Seen:
    """Of a gap: the words that show what is so, who is wrong about whom, the type."""
    return _seen((record.truth,), record.holder, record.about, record.type)


def relationship(record: Relationship) -> Seen:
    """Of a relationship: its events' words; each of the two may be named first."""
    pair = frozenset(record.pair)
    return Seen(tuple(Span(e.start, e.end) for e in record.events), pair, pair, frozenset(record.kinds))


def happened(record: Relationship, event: RelationshipEvent) -> Seen:
    """Of something that happens to a relationship: its words, the two people, what it is."""
    pair = frozenset(record.pair)
    return Seen((event,), pair, pair, frozenset((event.type,)))


def _seen(evidence: tuple[Spanned, ...], who: str | None, about: str | None, *kinds: str | None) -> Seen:
    return Seen(evidence, frozenset((who,)), frozenset((about,)), frozenset(kinds))
