"""What somebody owns up to before one who did not know it, or is reproached with: "It was me", "I was going to tell
you", "Why did you never tell me?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.55
NAME = 8  # words by which the fact is called
ANSWER = 400  # code points before a reproach in which it is told what was not
OWN = re.compile(r"\b(?:I|I['’]\w+|my|mine|me)\b")
BEFORE = 30  # code points before the words in which they may be only supposed


def owned_up(reader: Reader) -> Iterator[Statement]:
    """Ignorance that ends where somebody owns up to it, or complains of it.

    Args:
        reader: has the text, who speaks and who writes.
    """
    for quote in reader.quotes.values():
        others = tuple(w for w in quote.addressees if w in reader.people and w != quote.speaker)
        if quote.kind == "speech" and quote.speaker in reader.people and len(others) == 1:
            yield from _said(reader, quote.start, quote.end, quote.speaker or "", others, quote.confidence)
    for letter in reader.documents.records:
        others = tuple(w for w in reader.readers(letter) if w in reader.people and w != letter.author)
        if letter.author in reader.people and others and letter.addressee in (None, *others):
            yield from _said(reader, letter.start, letter.end, letter.author or "", others, letter.confidence)


def _said(reader: Reader, start: int, end: int, who: str, to: tuple[str, ...], sure: float) -> Iterator[Statement]:
    for name, owns in (("owning", True), ("reproach", False)):
        for m in _pattern(name).finditer(reader.text, start, end):
            if _pattern("supposed").search(reader.text, max(start, m.start() - BEFORE), m.start()):
                continue
            if not owns and reader.crowded and not _told_now(reader, start, m.start(), who, to):
                continue
            for other in to:
                lacks, about = (other, who) if owns else (who, other)
                yield _ignorant(reader, lacks, about, m, round(SURE * sure, 3))


def _told_now(reader: Reader, start: int, at: int, who: str, to: tuple[str, ...]) -> bool:
    """Whether it is their own heart or deed that whoever is reproached has told right before ("I am engaged." "Why did
    you not tell me?"), and nothing that the one who complains finds out of themselves or of a third."""
    if OWN.search(reader.text, start, at):
        return False
    for quote in reader.spoken.touching(max(0, start - ANSWER), start):
        if quote.end <= start and quote.speaker in to and who in quote.addressees:
            return OWN.search(reader.text, quote.start, quote.end) is not None
    return False


def _ignorant(reader: Reader, lacks: str, about: str, m: re.Match[str], sure: float) -> Statement:
    words = few_words(m[0], NAME)
    claim = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, m.start(), m.end())
    return Statement("ignorant", lacks, claim, "knows", (lacks,), None, m.start(), reader.evidence(m.end()), sure)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = resources.table("awareness.toml")["owned"]
    return re.compile("|".join(f"(?:{p})" for p in table[name]), re.IGNORECASE)
