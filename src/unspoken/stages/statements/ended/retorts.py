"""Hearers who do not believe what they are told: "I don't hate you." "You do!"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Statement
from unspoken.stages.statements.ended.hearing import around
from unspoken.stages.statements.reader import Reader

NEXT = 250  # code points between what is said and what is answered
MARKS = "“”‘\"' "


def retorts(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements of distrust, while it is said, of those who contradict it at once.

    Args:
        reader: has the text and its quotations.
        statements: what was found so far.
    """
    for s in statements:
        said = reader.spoken.at(s.start) if s.kind in ("own", "say") else None
        answer = _answer(reader, said) if said is not None else None
        if answer is not None and answer.speaker in s.to and _denies(reader, answer, s.claim.affirmed):
            yield around(s, "distrust", answer.speaker or "", s.start)
            yield around(s, "trust", answer.speaker or "", s.end)


def _answer(reader: Reader, said: Quote) -> Quote | None:
    """What is said next, by another, right after."""
    following = (q for q in reader.spoken.touching(said.end, said.end + NEXT) if q.start >= said.end)
    first = min(following, key=lambda q: q.start, default=None)
    return first if first is not None and first.speaker not in (None, said.speaker) else None


def _denies(reader: Reader, answer: Quote, affirmed: bool) -> bool:
    words = reader.text[answer.start : answer.end].lstrip(MARKS)
    kinds = ("either", "affirmed" if affirmed else "denial")
    return any(_patterns()[kind].match(words) for kind in kinds)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = resources.table("hedges.toml")["retort"]
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in table.items()}
