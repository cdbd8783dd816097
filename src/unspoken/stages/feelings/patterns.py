"""Rows of words with gaps: the small pattern language of the tables of signs, compiled once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.feelings import Channel, Emotion
from unspoken.stages.feelings.page import Page, word_set

GAP = 4
HARD = set(".!?;:—–…")
NOT_NEXT = {"to", "for", "out"}
IRREGULAR = {"tooth": "teeth", "foot": "feet", "knife": "knives", "handkerchief": "handkerchieves", "scarf": "scarves"}
PRONOUNS = {"they", "it"}  # take up the thing named before ("his eyes opened, and they were shining")


@dataclass(frozen=True)
class Element:
    """One place of a pattern: its words, and whether a gap may stand before it, it may be missing, it is whose."""

    words: frozenset[str]
    gap: bool = False
    optional: bool = False
    owned: bool = False
    person: str = ""  # "@" somebody else, "^" somebody else's
    pos: str = ""


@dataclass(frozen=True)
class Sign:
    """A row of the table: what it looks like, what it may mean, and who feels."""

    channel: Channel
    who: str
    emotions: tuple[Emotion, ...]
    intensity: float
    elements: tuple[Element, ...]
    bare: bool  # not as a cue of speech, nor with a complement
    weak: bool = False  # shows nothing alone

    def says(self, words: str) -> bool:
        """Whether the row itself has a word of a closed list: its own "not" denies nothing, its "would" is meant."""
        return any(not element.words.isdisjoint(word_set(words)) for element in self.elements)


@dataclass(frozen=True)
class Match:
    """A sign in the text: its tokens from ``first`` to ``last``, the owned thing, and the other person."""

    sign: Sign
    first: int
    last: int
    owned: int | None
    target: str | None


@cache
def table() -> Mapping[str, tuple[Sign, ...]]:
    """All signs, by each word that they may begin with."""
    by_word: dict[str, list[Sign]] = defaultdict(list)
    for line in resources.text("emotion_signs.tsv").splitlines():
        if line and not line.startswith("#"):
            sign = compiled(line)
            for word in sorted(sign.elements[0].words):
                by_word[word].append(sign)
    return {word: tuple(signs) for word, signs in by_word.items()}


def compiled(line: str) -> Sign:
    """A row of the table as a sign."""
    channel, who, emotions, intensity, pattern = line.split("\t")
    weak, pattern = pattern.endswith(" ~"), pattern.removesuffix(" ~")
    elements, gap = [], False
    for part in pattern.removesuffix("!").split():
        if part == "...":
            gap = True
            continue
        mark, words = (part[0], part[1:]) if part[0] in "?*@^" else ("", part)
        words, _, pos = words.partition("/")
        person = mark if mark in "@^" else ""
        forms = frozenset(form for word in words.split("|") for form in inflected(word))
        elements.append(Element(forms, gap, mark == "?", mark == "*", person, pos))
        gap = False
    felt, bare = tuple(emotions.split(",")), pattern.endswith("!")
    return Sign(channel, who, felt, float(intensity), tuple(elements), bare, weak)  # type: ignore[arg-type]


def inflected(word: str) -> Iterator[str]:
    """A word with its regular forms, so that a sign is found even where its lemma is not."""
    yield word
    if word in IRREGULAR:
        yield IRREGULAR[word]
    if len(word) > 3 and word.isalpha():
        stem = word.removesuffix("e")
        doubled = word + word[-1] if word[-1] in "bdgklmnprt" else word
        plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeou" else word + "s"
        yield from (plural, word + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing")


def matches(page: Page) -> Iterator[list[Match]]:
    """Signs in the text, in order of their first token; of those that begin at one token the ones with most words
    first."""
    signs = table()
    for i in range(len(page)):
        found: list[Match] = []
        for sign in _beginning(signs, page, i):
            if (match := _match(page, sign, i)) is not None:
                found.append(match)
        if found:
            yield sorted(found, key=lambda m: (len(m.sign.elements), m.sign.intensity), reverse=True)


def _beginning(signs: Mapping[str, tuple[Sign, ...]], page: Page, i: int) -> tuple[Sign, ...]:
    lower, lemma = page.lower[i], page.lemma[i]
    return signs.get(lower, ()) if lower == lemma else (*signs.get(lower, ()), *signs.get(lemma, ()))


def _match(page: Page, sign: Sign, first: int) -> Match | None:
    i, last, owned, target = first, first, None, None
    for element in sign.elements:
        if element.owned and i > first and page.lower[i : i + 1] and page.lower[i] in word_set("possessives"):
            i += 1  # "couldn't believe [his] eyes"
        at = i if not element.gap else _seek(page, element, i)
        if at is None or not _fits(page, element, at):
            if element.optional:
                continue
            return None
        if element.person == "@":
            end, target = page.other_at(at)
            at = end
        elif element.person == "^":
            at, target = page.owner_until(at)
        if element.owned and owned is None:
            owned = at
        last, i = at, at + 1
    if sign.bare and _complemented(page, sign, first, last):
        return None
    if owned is not None and owned < last and page.lower[last + 1 : last + 2] in (["it"], ["him"], ["her"], ["them"]):
        return None  # "his hands, shaking it": what is done with them
    return Match(sign, first, last, owned, target)


def _fits(page: Page, element: Element, i: int) -> bool:
    if i >= len(page):
        return False
    if element.person == "@":
        last, who = page.other_at(i)
        return who is not None and page.lower[last + 1 : last + 2] != ["'s"]  # not "at [Ben]'s dog"
    if element.person == "^":
        return page.owner_until(i)[1] is not None
    if element.pos and element.pos != page.pos[i]:
        return False
    return page.lower[i] in element.words or page.lemma[i] in element.words


def _seek(page: Page, element: Element, start: int) -> int | None:
    """The first place after a gap where the element fits, in the same sentence and before another's deeds."""
    for i in range(start, min(len(page), start + GAP + 5)):
        if _fits(page, element, i):
            return i
        if (
            page.lower[i] in HARD
            or page.sentence[i] != page.sentence[start - 1]
            or page.speech[i] != page.speech[start - 1]
        ):
            return None
        if page.lower[i] in ("and", "but") and PRONOUNS.isdisjoint(page.lower[i + 1 : i + 2]):
            return None
        if i - start >= GAP and PRONOUNS.isdisjoint(page.lower[start : i + 2]):
            return None
    return None


def _complemented(page: Page, sign: Sign, first: int, last: int) -> bool:
    after = page.lower[last + 1] if last + 1 < len(page) else ""
    if after in NOT_NEXT or after.endswith("ing"):
        return True
    return sign.channel == "bodily" and page.beside_speech(first)
