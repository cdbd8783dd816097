"""Whom narration also calls by a common noun all through a text: Drouet, "the drummer"; Isabel, "his mother".

One person goes by a name in one sentence and by a noun in the next, and seldom by both in one; two people who are often
together stand in one sentence now and then, and answer each other. So a noun and a name that are much side by side and
hardly ever together are one, the more so where the name is rare elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.mentions.words import Words

AGES = frozenset(("old", "young", "little", "big", "older", "younger", "elder", "elderly"))
DEFINITE = frozenset(("the", "this", "that"))
BESIDE = 6  # sentences before and after within which a name stands beside a noun
ASIDE, TOGETHER = 0.18, -1.6  # log odds for one person, at .04 against .2 of mentions in one sentence
LIFT, FULL = 0.5, 6  # what the rareness of a name elsewhere counts for, in full from so many times on
APART, ENOUGH, MARGIN = 1.4, 1.9, 0.8  # the least of the first of these, of all, and of the distance from the next


@dataclass(frozen=True)
class Score:
    """How much speaks for a noun and a name as one person: that they are apart, and all in all."""

    apart: float
    total: float


@dataclass(frozen=True)
class Sides:
    """Where mentions stand: ``sentence`` has the number of each one's sentence, ``speaks`` that of the paragraph of
    each that stands beside a verb of saying; ``length``: how many sentences there are."""

    sentence: Sequence[int]
    speaks: Mapping[int, int]
    length: int

    def score(self, nouns: Sequence[int], names: Sequence[int]) -> Score:
        """How likely mentions by a noun and mentions by a name tell of one person.

        Args:
            nouns: the numbers of mentions of the narration.
            names: the same.

        Returns:
            Log odds.
        """
        said = {self.sentence[i] for i in names}
        beside = {s + k for s in said for k in range(-BESIDE, BESIDE + 1)}
        near = sum(self.sentence[i] in beside and self.sentence[i] not in said for i in nouns)
        same = sum(self.sentence[i] in said for i in nouns)
        replies = {self.speaks[i] for i in names if i in self.speaks}
        same += sum(bool({self.speaks[i] - 1, self.speaks[i] + 1} & replies) for i in nouns if i in self.speaks)
        if not near:
            return Score(-1.0, -1.0)
        apart = ASIDE * near + TOGETHER * same
        lift = log((near + same) * self.length / (len(nouns) * min(self.length, len(beside))))
        return Score(apart, apart + LIFT * lift * min(1.0, near / FULL))


def sides(words: Words, mentions: Sequence[Mention], sentence: Sequence[int], paragraphs: Sequence[int]) -> Sides:
    """The sides of a text; ``paragraphs``: where each begins."""
    token = {offset: k for k, offset in enumerate(words.start)}
    say, speaks = resources.words("speech.toml", "say"), {}
    for i, m in enumerate(mentions):
        k, last = token.get(m.start, 0), token.get(m.head_start, 0)
        beside = {words.text[k - 1].lower() if k else "", *(w.lower() for w in words.text[last + 1 : last + 2])}
        if not m.quotation and not m.letter and beside & say:
            speaks[i] = bisect_right(paragraphs, m.start)
    return Sides(sentence, speaks, sentence[-1] + 1 if sentence else 0)


def noun_key(words: Iterable[str], noun: str) -> str:
    """A noun with the age that goes with it: "old man" is another than "young man"."""
    return " ".join([*(w for w in words if w in AGES), noun])


def epithets(
    text: str,
    mentions: Sequence[Mention],
    named: Sequence[tuple[str, ...]],
    gender: Mapping[str, str | None],
    at: Sides,
) -> Mapping[str, frozenset[str]]:
    """The common nouns that mean people with names.

    Args:
        text: the whole text.
        mentions: all mentions.
        named: for each mention the ids of those whom it may name.
        gender: of each of these, as far as it is known.
        at: the sides of the text.

    Returns:
        For each noun, with its age, the ids of those whom it means where they are in view.
    """
    names, nouns = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for i, (m, ids) in enumerate(zip(mentions, named, strict=True)):
        if m.quotation or m.letter:
            continue
        words = text[m.start : m.end].lower().split()
        if m.form == "name" and len(ids) == 1:
            names[ids[0]].append(i)
        elif m.form == "nominal" and not m.plural and words[0] in DEFINITE:
            nouns[noun_key(words[1:-1], text[m.head_start : m.head_end].lower())].append(i)
    out: dict[str, frozenset[str]] = {}
    for noun, told in nouns.items():
        tells = mentions[told[0]].gender
        fits = [who for who in names if None in (tells, gender.get(who)) or gender[who] == tells]
        scores = {who: at.score(told, names[who]) for who in fits} if len(told) * ASIDE > APART else {}
        if found := firm(scores):
            out[noun] = found
    return out


def firm(scores: Mapping[str, Score]) -> frozenset[str]:
    """Who is meant by scores: all who are beside a noun and hardly ever together with it, if one leads the rest."""
    ranked = sorted((s.total for s in scores.values()), reverse=True)
    if len(ranked) > 1 and ranked[0] - ranked[1] < MARGIN:
        return frozenset()
    return frozenset(who for who, s in scores.items() if s.apart >= APART and s.total >= ENOUGH)
