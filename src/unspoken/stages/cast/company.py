"""Company, which tells people apart: which ways to write a name stand together, who says a name to somebody, and of
whose mother or father there is talk."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, product

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.keys import ANCHORS, ANTECEDENTS, MENTIONS, PARAGRAPHS
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.distinct import Company, Pairs
from unspoken.stages.cast.memory import Memory
from unspoken.stages.cast.names import NameType, name_type
from unspoken.stages.cast.relations import KIN_BASE
from unspoken.stages.cast.wishes import kept_apart
from unspoken.stages.mentions.words import Words

APART = 1_000_000  # sentences that show two people, where a correction says so
LIKELY = 0.5  # share of the votes from which a pronoun counts for a name
AT_ALL = 0.1  # probability below which it counts for none
MANY = 7  # names in one place from which it is a list
Place = tuple[int, str]


def company(
    document: Document,
    words: Words,
    names: Sequence[tuple[int, str]],
    sentence: Sequence[int],
    token_at: Mapping[int, int],
) -> Company:
    """Where names stand together; a sentence's quotations are apart from what is told in it.

    Args:
        document: with mentions, paragraphs and corrections.
        words: its words.
        names: mentions (their index) by name, as written.
        sentence: the sentence of each mention.
        token_at: the token that begins at an offset.
    """
    mentions, starts = document[MENTIONS], [p.start for p in document[PARAGRAPHS]]
    kinds = [(name_type(surface), mentions[i], i) for i, surface in names]
    sentences = _together([(kind, (sentence[i], m.quotation or "")) for kind, m, i in kinds])
    sentences.update(dict.fromkeys(kept_apart(document[ANCHORS]), APART))
    placed = [(kind, m, bisect_right(starts, m.start)) for kind, m, _ in kinds]
    told = [(kind, (place, "")) for kind, m, place in placed if not m.quotation and not m.letter]
    parents = Counter(_parents(document, dict(names)))
    return Company(sentences, _together(told), Counter(_addressed(words, placed, token_at)), parents)


def _together(names: list[tuple[NameType, Place]]) -> Pairs:
    """In how many places two types of name both stand."""
    out: Pairs = Counter()
    for _, group in groupby(sorted(names, key=lambda pair: pair[1]), key=lambda pair: pair[1]):
        kinds = sorted({kind for kind, _ in group}, key=lambda k: k.words)
        if len(kinds) < MANY:
            out.update(frozenset(pair) for pair in combinations(kinds, 2))
    return out


def _addressed(
    words: Words, placed: Sequence[tuple[NameType, Mention, int]], token_at: Mapping[int, int]
) -> Iterator[frozenset[NameType]]:
    """For each paragraph the one who is said to speak in it, with each name that is called out in its speech."""
    speaks: dict[int, set[NameType]] = defaultdict(set)
    called: dict[int, set[NameType]] = defaultdict(set)
    for kind, mention, place in placed:
        if mention.quotation and mention.vocative:
            called[place].add(kind)
        elif not mention.quotation and _says(words, token_at[mention.start], mention.end):
            speaks[place].add(kind)
    for place, kinds in called.items():
        if len(speaks[place]) == 1:
            yield from (frozenset(pair) for pair in product(speaks[place], kinds - speaks[place]))


def _says(words: Words, first: int, end: int) -> bool:
    """Whether a verb of saying stands right before or after a name that begins at a token and ends at an offset."""
    last = first
    while last + 1 < len(words) and words.start[last + 1] < end:
        last += 1
    beside = (words.text[k].lower() for k in (first - 1, last + 1) if 0 <= k < len(words) and not words.quotation[k])
    return not resources.words("speech.toml", "say").isdisjoint(beside)


def _parents(document: Document, names: Mapping[int, str]) -> Iterator[tuple[NameType, str]]:
    """For each "her mother" of the narration, or "Katharine's mother", by which name the child is called."""
    memory, mentions = Memory(document[ANTECEDENTS]), document[MENTIONS]
    for i, m in enumerate(mentions):
        if i in names:
            memory.settle(i, names[i])
        elif m.owner is not None and not m.quotation and not m.letter:
            noun = document.text[m.head_start : m.head_end].lower()
            kin, child = KIN_BASE.get(noun, noun), _called(m.owner, names, memory)
            if child is not None and kin in ("mother", "father", "husband"):
                yield name_type(child), kin


def _called(i: int, names: Mapping[int, str], memory: Memory) -> str | None:
    """The name of whom a mention means, where that is likely."""
    if i in names:
        return names[i]
    votes = memory.votes(i)
    name = max(votes, key=lambda n: votes[n], default="")
    alike = sum(mass for other, mass in votes.items() if set(other.split()) & set(name.split()))
    return name if alike >= max(AT_ALL, LIKELY * sum(votes.values())) else None
