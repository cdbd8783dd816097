"""Tokens: words and punctuation marks, contractions split as in Universal Dependencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.keys import TOKENS
from unspoken.layers.tokens import Tokens
from unspoken.pipeline import Stage

LETTER = r"[^\W_\u0300-\u036f][\u0300-\u036f\u00ad\u200c\u200d\u2060]*"
EMOJI = r"[\u2600-\u27bf\U0001f000-\U0001faff\u2190-\u21ff\u2b00-\u2bff][\ufe0f\U0001f3fb-\U0001f3ff]*"
PARTS = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]",
    r"[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|[@#]\w+",
    r"[\U0001f1e6-\U0001f1ff]{{2}}|{EMOJI}(?:\u200d{EMOJI})*|[0-9#*]\ufe0f?\u20e3",
    r"(?:{abbreviations}|[ap]\.m|e\.g|i\.e)\.|(?:{numbered})\.(?=\s?\d)",
    r"(?:[A-Z]\.){{2,}}|(?!I)[A-Z]\.(?=\s+[A-Z]|[,;:]|\s*$|\n)",
    r"['’](?:{straight})\b|’(?:{elided})\b(?!['’])|['’]\d\ds?\b",
    r"\d+(?:[.,:]\d+)*(?:{LETTER})*",
    r"(?:{LETTER})+(?:[-‐‑'’](?:{LETTER})+)*(?:(?:(?<=[b-df-hj-np-tv-z]in)|(?<=[dg]oin)|(?<=eein))['’](?=\s[a-z]))?",
    r"\.{{2,}}|\.(?:[ \u00a0]\.){{2,}}|…+|-{{2,}}|[—–―]+|\*+|=+|~+|\S",
)


@cache
def pattern() -> re.Pattern[str]:
    """What a token looks like; first match wins, contractions not yet split."""

    def any_of(name: str, key: str) -> str:
        return "|".join(sorted(resources.words(name, key), key=lambda w: (-len(w), w)))

    return re.compile(
        "|".join(PARTS).format(
            LETTER=LETTER,
            EMOJI=EMOJI,
            abbreviations=any_of("tokens.toml", "abbreviations"),
            numbered=any_of("tokens.toml", "numbered"),
            straight="|".join(f"{w}|{w.capitalize()}" for w in sorted(resources.words("tokens.toml", "elided"))),
            elided=any_of("quotations.toml", "elided"),
        )
    )


def find_tokens(document: Document) -> Tokens:
    """Cut the text into tokens.

    Words with an apostrophe are split (did|n't, he|'ll, Pell|'s, d'|you, 't|is), hyphenated words, abbreviations with
    their full stop, numbers, addresses and emoji are whole; every other mark is a token, runs of dots and dashes one.
    """
    spans = [cut for m in pattern().finditer(document.text) for cut in _cuts(m)]
    columns = np.array(spans, np.int32).reshape(-1, 2)
    return Tokens(columns[:, 0].copy(), columns[:, 1].copy())


STAGE = Stage("tokens", "2", (), TOKENS, find_tokens)


def _cuts(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The match in pieces, where it holds a contraction."""
    start, end = match.span()
    word = match.group()
    if end - start > 2 and ("'" in word or "’" in word):
        for cut in pieces(word):
            yield start, start + cut
            start += cut
    else:
        yield start, end


@cache
def pieces(word: str) -> tuple[int, ...]:
    """The lengths of the pieces of a word with an apostrophe."""
    low = word.lower().replace("’", "'")
    if low in resources.words("tokens.toml", "whole"):
        return (len(word),)
    ends: list[int] = []
    rest = low
    while clitic := _clitic(rest):
        ends.insert(0, len(clitic))
        rest = rest[: -len(clitic)]
    if rest.startswith("d'y") or (rest.startswith("'t") and rest[2:] in ("is", "was", "were", "will", "would")):
        return (2, len(rest) - 2, *ends)
    return (len(rest), *ends)


def _clitic(word: str) -> str | None:
    if word.endswith("n't") and len(word) > 3:
        return "n't"
    found = word[word.rfind("'") :]
    return found if found in resources.words("tokens.toml", "clitics") and len(found) < len(word) else None
