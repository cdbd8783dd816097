"""The text as words with what mentions need to know of each: part of speech, sentence, quotation, letter."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from unspoken.document import Document
from unspoken.layers.keys import LETTERS, QUOTATIONS, SENTENCES, SYNTAX, TOKENS

OPENING = set("“‘\"'«„‹「(—–*_")


@dataclass(frozen=True)
class Words:
    """Columns, one entry a token.

    ``initial``: the token is where a sentence (or speech inside one) begins, so that its capital says nothing.
    ``quotation`` and ``letter``: the id of what it lies in, or None. ``first``: it begins a line. ``head`` and
    ``deprel`` are as in the syntax; -1 and "" where there is none.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    pos: list[str]
    initial: list[bool]
    quotation: list[str | None]
    letter: list[str | None]
    first: list[bool]
    head: list[int]
    deprel: list[str]

    def __len__(self) -> int:
        return len(self.text)


def words_of(document: Document) -> Words:
    """Read the columns off a document's layers."""
    tokens, syntax = document[TOKENS], document[SYNTAX]
    start, end = tokens.start.tolist(), tokens.end.tolist()
    text = [document.text[a:b] for a, b in zip(start, end, strict=True)]
    pos = list(syntax.pos) if syntax.pos is not None else ["X"] * len(text)
    letters = [(letter.start, letter.end, letter.id) for letter in document[LETTERS]]
    quotes = [(part.start, part.end, q.id) for q in document[QUOTATIONS] for part in q.parts]
    sentences = [(s.start, s.end, str(i)) for i, s in enumerate(document[SENTENCES])]
    lines = ["\n" in document.text[a:b] for a, b in zip([0, *end], start, strict=False)]
    return Words(
        text=text,
        start=start,
        end=end,
        pos=pos,
        initial=_initial(text, _inside(start, sentences)),
        quotation=_inside(start, quotes),
        letter=_inside(start, letters),
        first=lines,
        head=list(syntax.head) if syntax.head is not None else [-1] * len(text),
        deprel=list(syntax.deprel) if syntax.deprel is not None else [""] * len(text),
    )


def _inside(starts: list[int], spans: list[tuple[int, int, str]]) -> list[str | None]:
    """For each token the id of the span that holds it; spans do not overlap."""
    out: list[str | None] = [None] * len(starts)
    for low, high, name in sorted(spans):
        first, end = bisect_left(starts, low), bisect_left(starts, high)
        out[first:end] = [name] * (end - first)
    return out


def _initial(text: list[str], sentence: list[str | None]) -> list[bool]:
    out, fresh, last = [], True, None
    headings = _headings(text, sentence)
    for word, number in zip(text, sentence, strict=True):
        if number != last:
            fresh, last = True, number
        is_word = word[0].isalnum() or any(map(str.isalnum, word))
        out.append((fresh or number in headings) and is_word)
        if is_word:
            fresh = False
        elif word[0] in OPENING or word in (".", "!", "?", "…", ":", "...", ";"):
            fresh = True
    return out


def _headings(text: list[str], sentence: list[str | None]) -> set[str]:
    """Sentences of which every longer word has a capital and no mark is at the end."""
    out: set[str] = set()
    for number, group in groupby(zip(text, sentence, strict=True), key=itemgetter(1)):
        words = [word for word, _ in group]
        longer = [word for word in words if len(word) > 3 and word.isalpha()]
        if number and len(longer) > 1 and words[-1][-1].isalnum() and all(word[0].isupper() for word in longer):
            out.add(number)
    return out
