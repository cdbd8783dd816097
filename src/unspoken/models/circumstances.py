"""What tells how likely a claim of hearts is right: what it claims, and where in the work it stands.

Of claims that were judged, those on long sentences, of people of whom little is told, whose names stand far away, were
wrong more often than others. Each such circumstance is a number; `unspoken.training.claims` weighs them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from unspoken import resources
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Relationship, RelationshipEvent
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span

LIST = "doubts.toml"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NEAR, BEHIND = 160, 60  # code points before and after the words of a claim within which people are looked for
LONG = 80  # words, from which on a sentence is as long as any
MANY = 2  # words for "not", or for "might", beyond which more tell nothing
LEAST_SHARE = 1e-5
HUNDRED = 100
USUAL = 2.5  # added to the decimal logarithm of a share, so that it is near 0 for people who are told of in passing
MEANT = 0.75  # how sure it usually is whom words mean

Facts = Mapping[str, float]


@dataclass(frozen=True)
class Claimed:
    """A claim of hearts: its ``kind``, the people whom it is about (ids, the first is the one who feels, believes or
    does not know), the words that it rests on, and what it says, as marks."""

    kind: str
    people: tuple[str, ...]
    words: Span
    marks: tuple[str, ...]


def feeling(told: Feeling) -> Claimed:
    """A feeling as a claim."""
    people = tuple(who for who in (told.experiencer, told.target) if who)
    return Claimed("feeling", people, Span(told.start, told.end), ())


def relationship(told: Relationship) -> Claimed:
    """That a relationship is of its main kind, as a claim."""
    begins = next((moment.start for moment in told.timeline), 0)
    marks = ("acquaintance",) if told.kinds[:1] == ("acquaintance",) else ()
    return Claimed("relationship", told.pair, told.evidence or Span(begins, begins), marks)


def event(told: RelationshipEvent, pair: tuple[str, str]) -> Claimed:
    """That something happens to a relationship, as a claim."""
    return Claimed("relationship", pair, Span(told.start, told.end), ())


def belief(told: Belief) -> Claimed:
    """A belief as a claim."""
    of = told.proposition
    people = (told.holder, *(who for who in (of.subject, of.object) if who))
    said = {"believes": told.stance == "believes", "denied": told.polarity == "-", "heart": of.predicate == "feels"}
    return Claimed("belief", people, Span(told.start, told.end), tuple(mark for mark, so in said.items() if so))


def gap(told: Gap) -> Claimed:
    """A gap as a claim."""
    return Claimed("gap", (told.holder, told.about), told.truth, ("closes",) if told.closes_scene is not None else ())


class Circumstances:
    """Looks up in what circumstances claims stand; built once for a work.

    Args:
        text: the whole text.
        sentences: in text order.
        characters: all of the work.
        scenes: all of the work.
    """

    def __init__(
        self, text: str, sentences: Sequence[Span], characters: Iterable[Character], scenes: Sequence[Scene]
    ) -> None:
        self._text, self._sentences = text, sentences
        self._starts = [s.start for s in sentences]
        self._mentions = {c.id: sorted(c.mentions, key=lambda m: m.start) for c in characters}
        self._at = {who: [m.start for m in found] for who, found in self._mentions.items()}
        self._all = sum(map(len, self._mentions.values()))
        self._first = sum(s.person == "first" for s in scenes) / max(1, len(scenes))

    def of(self, claim: Claimed) -> Facts:
        """The facts about a claim, by name; what is not there is 0."""
        shares = [self._share(who) for who in claim.people]
        facts = {"any": 1.0, claim.kind: 1.0, "first person": self._first}
        facts |= dict.fromkeys(claim.marks, 1.0)
        facts["told of"] = USUAL + min(shares, default=log10(LEAST_SHARE))
        return facts | self._sentence(claim.words.start) | self._near(claim)

    def _share(self, who: str) -> float:
        return log10(len(self._mentions.get(who, ())) / max(1, self._all) + LEAST_SHARE)

    def _sentence(self, at: int) -> dict[str, float]:
        i = bisect_right(self._starts, at) - 1
        span = self._sentences[i] if i >= 0 else Span(0, 0)
        words = [word.lower().replace("’", "'") for word in WORD.findall(self._text[span.start : span.end])]
        denied, open_ = resources.words(LIST, "denied"), resources.words(LIST, "open")
        return {
            "long": min(len(words), LONG) / LONG,
            "not": min(MANY, sum(word in denied or word.endswith("n't") for word in words)) / MANY,
            "might": min(MANY, sum(word in open_ for word in words)) / MANY,
        }

    def _near(self, claim: Claimed) -> dict[str, float]:
        """How far away the words are that mean the first two people, of what form they are, and how sure that is."""
        out, sure = dict[str, float](), list[float]()
        for who, name in zip(claim.people, ("one", "other"), strict=False):
            distance, mention = self._nearest(who, claim.words)
            out[f"{name} far"] = distance / HUNDRED
            if mention is not None:
                out[f"{name} named"] = float(mention.form == "name")
                sure.append(mention.confidence)
        return out | {"meant": min(sure, default=MEANT) - MEANT}

    def _nearest(self, who: str, words: Span) -> tuple[int, CharacterMention | None]:
        at = self._at.get(who, [])
        low, high = bisect_left(at, words.start - NEAR), bisect_left(at, words.end + BEHIND)
        near = self._mentions[who][low:high] if at else []
        return min(((_distance(m, words), m) for m in near), key=lambda found: found[0], default=(NEAR, None))


def _distance(mention: CharacterMention, words: Span) -> int:
    return max(0, words.start - mention.end, mention.start - words.end)
