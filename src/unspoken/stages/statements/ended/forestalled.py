"""Who knew all along what another kept from them: "He had never told her of it." "I know," she said. It is the one who
kept it that was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.reader import Reader

SOON = 450  # code points behind what is kept in which it comes out that it was known
VOICE = 0.6  # of who says so, least
NAME = 12  # words by which a fact is called
MARKS = "“”‘’\"' "


def forestalled(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """All statements, but for ignorance in its place the error of the one who kept what was known.

    Args:
        reader: has the text and who speaks.
        statements: what was found so far.
    """
    for s in statements:
        about = s.claim.proposition.subject
        secret = s.kind == "ignorant" and s.stance == "knows" and reader.spoken.at(s.start) is None and not s.to
        knew = _knew(reader, s, about) if secret else None
        yield s if knew is None else _wrong(reader, s, knew, about or "")


def _knew(reader: Reader, s: Statement, about: str | None) -> Quote | None:
    """What the one who is kept from knowing answers, where they are the next to speak and knew it."""
    following = [q for q in reader.spoken.touching(s.end, s.end + SOON) if q.start >= s.end]
    for quote in sorted(following, key=lambda q: q.start):
        if quote.speaker == s.holder:
            known = quote.confidence >= VOICE and about in reader.people and reader.together(s.start, quote.start)
            words = " ".join(reader.text[p.start : p.end].strip(MARKS) for p in quote.parts)
            return quote if known and _pattern().match(words) is not None else None
    return None


def _wrong(reader: Reader, s: Statement, knew: Quote, about: str) -> Statement:
    words = " ".join(reader.text[s.start : s.end].split()[:NAME])
    public = Proposition("knows", s.holder, None, words)
    claim = Claim(public, False, Atom(f"knew {words}", s.holder), True, s.start, s.end)
    start, end = knew.start, min(knew.end, reader.evidence(knew.start + 1))
    return Statement(
        "ignorant",
        about,
        claim,
        "believes",
        (about,),
        None,
        start,
        end,
        min(s.confidence, knew.confidence),
        verdict=True,
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(resources.table("belied.toml")["knew"], re.IGNORECASE)
