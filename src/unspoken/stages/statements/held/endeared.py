"""What a letter tells by how it greets and how it ends: "My own Ann", "Your loving Bram" are words of love."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.documents import StoryDocument
from unspoken.layers.spans import Span
from unspoken.layers.statements import Statement
from unspoken.stages.statements.claims.propositions import feels
from unspoken.stages.statements.reader import Reader

SURE = 0.6
HEAD, TAIL = 160, 120  # code points of a letter in which it greets, and in which it ends


def endeared(reader: Reader) -> Iterator[Statement]:
    """Statements of love that letters make by their first or their last words.

    Args:
        reader: has the text and its letters.
    """
    for letter in reader.documents.records:
        author, to = letter.author, letter.addressee
        if author not in reader.people or to not in reader.people or author == to:
            continue
        span = _words(reader.text, letter)
        claim = feels(author or "", "love", to, True, span) if span is not None else None
        if span is not None and claim is not None:
            end = min(reader.evidence(span.end), letter.end)
            sure = round(SURE * letter.confidence**0.5, 3)
            yield Statement(
                "write", author or "", claim, "knows", reader.readers(letter), letter.id, span.start, end, sure
            )


def _words(text: str, letter: StoryDocument) -> Span | None:
    """The words of love by which a letter begins, or else ends."""
    greets = _pattern("greeting").search(text, letter.start, min(letter.end, letter.start + HEAD))
    ends = _pattern("closing").search(text, max(letter.start, letter.end - TAIL), letter.end)
    found = greets or ends
    return Span(*found.span()) if found is not None else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["endeared"][name], re.IGNORECASE | re.MULTILINE)
