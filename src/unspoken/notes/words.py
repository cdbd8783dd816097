"""Words that may stand for others: "loose" where "lose" is meant, "he passed the wall" for "past".

They are found by quire-grammar, a checker of English that runs offline, where that is installed; what it says of
style, of marks and of grammar is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from unspoken.errors import MissingLibrary
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.note import Found

LIBRARY = "quire_grammar"
EXTRA = "grammar"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ASKED, MODEL = "confusable", "model:replace"  # a category and a rule of the checker by which a word is another


def words(guide: Guide) -> Iterator[Found]:
    """Words in whose place the sentence needs another that looks or sounds like it.

    Raises:
        MissingLibrary: the checker is not installed.
    """
    for sentence in guide.story.sentences:
        text = guide.text[sentence.start : sentence.end]
        for found in _checked(text):
            meant = found.suggestions[0] if found.suggestions else ""
            word = Span(sentence.start + found.start, sentence.start + found.end)
            if _swapped(found.original, meant) and _asked(guide, found, word):
                yield _told(guide, sentence, word, meant)


def _checked(text: str) -> Sequence[Any]:
    """What the checker says of a sentence, whose curly apostrophes it does not know."""
    try:
        from quire_grammar import check
    except ImportError:
        raise MissingLibrary("quire-grammar", EXTRA) from None
    found: Sequence[Any] = check(text.replace("’", "'").replace("\n", " "), disable=bounds("word")["unasked"])
    return found


def _asked(guide: Guide, found: Any, word: Span) -> bool:
    """Whether one word is taken for another; in speech only where both sound alike, since people speak as they do."""
    return bool(found.category == ASKED or (found.rule_id == MODEL and guide.narrated(word.start, word.end)))


def _swapped(original: str, meant: str) -> bool:
    """Whether one word is to stand for another; a capital or a mark is no other word."""
    both = bool(WORD.fullmatch(original) and WORD.fullmatch(meant))
    return both and original.casefold() != meant.casefold()


def _told(guide: Guide, sentence: Span, word: Span, meant: str) -> Found:
    shown = bounds("word")["shown"]
    start, end = max(sentence.start, word.start - shown), min(sentence.end, word.end + shown)
    while start > sentence.start and not guide.text[start - 1].isspace():
        start -= 1
    while end < sentence.end and not guide.text[end].isspace():
        end += 1
    written = guide.text[word.start : word.end]
    return Found(f"Is {written!r} meant here, or {meant!r}?", (Span(start, end),), (), bounds("word")["confidence"])
