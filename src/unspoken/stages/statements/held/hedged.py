"""What is only guessed, or said for whenever it may be so: "Perhaps he wants her", "any time you want him"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from unspoken import resources
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

KINDS = ("think", "say", "own")
AFTER = 16  # code points behind a claim in which "perhaps" may stand


def hedged(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements; who only guesses wonders, and what is said of whenever it may be so nobody holds.

    Args:
        reader: has the text and its sentences.
        statements: that were found.
    """
    for s in statements:
        if _pattern("idle").match(reader.text, s.start):
            continue
        clause = reader.at(s.claim.start) if s.kind in KINDS and not s.verdict else None
        if clause is None:
            yield s
            continue
        sentence = reader.minds.sentences[clause.sentence]
        if s.claim.end > sentence.end:  # "Did he love her? He did"
            yield s
            continue
        before = reader.text[sentence.start : s.claim.start]
        subject = clause.subject.start if clause.subject is not None else clause.verb.start
        words = reader.text[s.claim.start : max(s.claim.start, subject)]
        if _pattern("open").search(before + words) or (s.kind == "own" and _pattern("imagined").search(before)):
            continue
        after = reader.text[s.claim.start : min(s.end + AFTER, sentence.end)]
        guessed = _pattern("guess").search(before + reader.text[s.claim.start : s.claim.end])
        if s.kind != "own" and (guessed or _pattern("guessed").search(after)):
            if s.claim.proposition.subject != s.holder:
                yield replace(s, kind="stance", stance="wonders")
            continue
        yield s


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("hedges.toml")[name], re.IGNORECASE)
