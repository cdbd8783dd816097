"""Rows of words with gaps: the small pattern language of the tables of signs, compiled once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.feelings import Channel, Emotion
from unspoken.stages.feelings.page import Page, word_set

GAP = 4
HARD = set(".!?;:—–…")
NOT_NEXT = {"to", "for", "out"}
IRREGULAR = {"tooth": "teeth", "foot": "feet", "knife": "knives", "handkerchief": "handkerchieves", "scarf": "scarves"}
SOMEBODY = {"him", "her", "them", "me", "us", "you"}  # objects that need not be known to be somebody else
HELPERS = {"have", "has", "had", "been", "'ve"}  # what may stand before the verb of a sign
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

    @property
    def asks(self) -> bool:
        """Whether the row itself is a question that asks for nothing: "What have I done?"."""
        return not self.elements[0].words.isdisjoint(word_set("question_words"))

    def says(self, words: str) -> bool:
        """Whether the row itself has a word of a closed list: its own "not" denies nothing, its "would" is meant."""
        return any(not element.words.isdisjoint(word_set(words)) for element in self.elements)


@dataclass(frozen=True)
class Match:
    """A sign in the text: its tokens from ``first`` to ``last``, the owned thing, the other person, and how many of its
    places are filled."""

    sign: Sign
    first: int
    last: int
    owned: int | None
    target: str | None
    filled: int


@dataclass(frozen=True)
class Table:
    """All signs, and their numbers by each word with which one may begin and by each of what else it needs; "" where it
    needs nothing else."""

    signs: tuple[Sign, ...]
    begun: Mapping[str, frozenset[int]]
    needing: Mapping[str, frozenset[int]]


@cache
def table() -> Table:
    """The table of signs, compiled."""
    rows = [line for line in resources.text("emotion_signs.tsv").splitlines() if line and not line.startswith("#")]
    signs = tuple(map(compiled, rows))
    return Table(signs, _numbers([sign.elements[0].words for sign in signs]), _numbers([needed(s) for s in signs]))


def _numbers(words: Sequence[frozenset[str]]) -> dict[str, frozenset[int]]:
    out: dict[str, set[int]] = defaultdict(set)
    for number, several in enumerate(words):
        for word in several:
            out[word].add(number)
    return {word: frozenset(numbers) for word, numbers in out.items()}


def needed(sign: Sign) -> frozenset[str]:
    """The words of which one has to stand in the sentence, beside that with which a sign begins: the longest, as
    these are rare; "" where there are none."""
    others = [e.words for e in sign.elements[1:] if e.words and not (e.optional or e.person)]
    return max(others, key=lambda words: min(map(len, words)), default=frozenset(("",)))


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
    sentence, near = -1, set[int]()
    for i in range(len(page)):
        if page.sentence[i] != sentence:
            sentence, near = page.sentence[i], _possible(page, i)
        found = [match for sign in _beginning(page, i, near) if (match := _match(page, sign, i)) is not None]
        if found:
            yield sorted(found, key=lambda m: (m.filled, not m.sign.weak, m.sign.intensity), reverse=True)


def _possible(page: Page, first: int) -> set[int]:
    """The numbers of the signs whose other words stand in the sentence that begins at a token."""
    inside, needing = range(first, bisect_right(page.sentence, page.sentence[first])), table().needing
    words = {"", *(page.lower[k] for k in inside), *(page.lemma[k] for k in inside)}
    return set[int]().union(*(needing[word] for word in words & needing.keys()))


def _beginning(page: Page, i: int, near: set[int]) -> list[Sign]:
    """The signs that may begin at a token, as they stand in the table."""
    begun, none = table().begun, frozenset[int]()
    numbers = begun.get(page.lower[i], none) | begun.get(page.lemma[i], none)
    return [table().signs[number] for number in sorted(numbers & near)]


def _match(page: Page, sign: Sign, first: int) -> Match | None:
    i, last, owned, target, filled = first, first, None, None, 0
    for element in sign.elements:
        if element.owned and i > first and page.lower[i : i + 1] and page.lower[i] in word_set("possessives"):
            i += 1  # "couldn't believe [his] eyes"
        at = i if not element.gap else _seek(page, element, i)
        if at is None or not _fits(page, element, at):
            if element.optional:
                continue
            at = _past_helpers(page, element, i) if i > first else None
            if at is None:
                return None
        if element.person == "@":
            end, target = page.other_at(at)
            at = end
        elif element.person == "^":
            at, target = page.owner_until(at)
        if element.owned and owned is None:
            owned = at
        last, i, filled = at, at + 1, filled + 1
    if sign.bare and _complemented(page, sign, first, last):
        return None
    if owned is not None and owned < last and page.lower[last + 1 : last + 2] in (["it"], ["him"], ["her"], ["them"]):
        return None  # "his hands, shaking it": what is done with them
    return Match(sign, first, last, owned, target, filled)


def _fits(page: Page, element: Element, i: int) -> bool:
    if i >= len(page):
        return False
    if element.person == "@":
        last, who = page.other_at(i)
        if who is None and last == i:
            return _unknown(page, i)
        return who is not None and page.lower[last + 1 : last + 2] != ["'s"]  # not "at [Ben]'s dog"
    if element.person == "^":
        return page.owner_until(i)[1] is not None
    if element.pos and element.pos != page.pos[i]:
        return False
    return page.lower[i] in element.words or page.lemma[i] in element.words


def _unknown(page: Page, i: int) -> bool:
    """Whether a pronoun means somebody else of whom it is not known who it is: "kissed [him]", not "[her] hand"."""
    lower = page.lower[i]
    owns = lower == "her" and page.pos[i + 1 : i + 2] in (["NOUN"], ["ADJ"], ["PROPN"], ["NUM"], ["ADV"], ["VERB"])
    return lower in SOMEBODY and not owns


def _past_helpers(page: Page, element: Element, start: int) -> int | None:
    """The place after helping verbs of the perfect and adverbs of manner, where the element fits: "her chin [had
    slowly] begun to go"."""
    for i in range(start, min(len(page), start + 3)):
        if i > start and _fits(page, element, i):
            return i
        perfect = page.lower[i] in HELPERS and page.pos[i] in ("AUX", "VERB", "PART")
        manner = page.pos[i] == "ADV" and page.lower[i].endswith("ly") and page.lower[i] not in word_set("negations")
        if not perfect and not manner:
            return None
    return None


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
        if page.lower[i] in ("and", "but", "as", "while", "when") and PRONOUNS.isdisjoint(page.lower[i + 1 : i + 2]):
            return None
        if i - start >= GAP and PRONOUNS.isdisjoint(page.lower[start : i + 2]):
            return None
    return None


def _complemented(page: Page, sign: Sign, first: int, last: int) -> bool:
    after = page.lower[last + 1] if last + 1 < len(page) else ""
    if after in NOT_NEXT or after.endswith("ing"):
        return True
    return sign.channel == "bodily" and page.beside_speech(first) and not _going_on(page, first)


def _going_on(page: Page, i: int) -> bool:
    """Whether something is said to go on, which tells no way of saying something: "She was [crying] outright now"."""
    return page.lower[i].endswith("ing") and "be" in page.lemma[max(0, i - 2) : i]
