"""Quotation marks that are never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unspoken import resources
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.note import Found

WORD = re.compile(r"[^\W\d_]+")
PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you", "it"})
ENDS = ".!?…—"

CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "»": "«", "„": "“”", "‹": "›", "「": "」"}
APOSTROPHES = "‘'"
AFTER = "_*)]"  # what may stand after a closing mark


def marks(guide: Guide) -> Iterator[Found]:
    """Speech whose last mark is missing.

    A quotation that goes on in the next paragraph opens again there and needs no closing mark before; the format has
    it as one quotation. It is doubted where the names beside its pieces are two, and where a paragraph of it is
    too short for a speech to run over its end. One in which verses or a letter stand may be closed further on.
    """
    for quote in guide.story.quotes:
        mark = guide.text[quote.start]
        if quote.kind != "speech" or mark not in CLOSING or guide.documents.touching(quote.start, quote.end + 2):
            continue
        formal = any(_address(guide, part) for part in quote.parts)
        for part, following in pairwise(quote.parts):
            if not formal and _ended(guide, part, following, mark) and (confidence := _of_two(guide, part, following)):
                yield _told(guide, quote, part, mark, confidence)
        last = quote.parts[-1]
        ended = guide.text[last.end - 1] in ENDS
        if ended and not _closed(guide, last, mark) and _opens_next(guide, quote.end, mark):
            name = "confidence_apostrophe" if mark in APOSTROPHES else "confidence"
            yield _told(guide, quote, last, mark, bounds("marks")[name])


def _address(guide: Guide, part: Span) -> bool:
    """Whether a piece is a line by itself that ends in a comma: "Sir," at the head of a letter or a formal speech."""
    paragraph = _paragraph(guide, part)
    return paragraph == part and guide.text[part.end - 1] == ","


def _ended(guide: Guide, part: Span, following: Span, mark: str) -> bool:
    """Whether a piece without a closing mark ends its paragraph, and its sentence."""
    between = guide.text[part.end : following.start]
    return "\n\n" in between and not _closed(guide, part, mark) and guide.text[part.end - 1] in ENDS


def _of_two(guide: Guide, part: Span, following: Span) -> float | None:
    """How sure it is that two pieces in two paragraphs are speeches of two people; None: they need not be."""
    limits = bounds("marks")
    one, other = _paragraph(guide, part), _paragraph(guide, following)
    if "\n" in guide.text[one.start : one.end] or "\n" in guide.text[other.start : other.end]:
        return None  # verse, whose stanzas are short
    named, named_next = _cue(guide, one), _cue(guide, other)
    if named and named_next and named != named_next:
        return float(limits["confidence"])
    words = len(guide.text[one.start : one.end].split())
    return float(limits["confidence_short"]) if words <= limits["short"] else None


def _paragraph(guide: Guide, part: Span) -> Span:
    start = guide.text.rfind("\n\n", 0, part.start)
    end = guide.text.find("\n\n", part.end)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(guide.text))


def _cue(guide: Guide, paragraph: Span) -> str | None:
    """The name beside a verb of saying in the narration of a paragraph."""
    say = resources.words("speech.toml", "say")
    words = [m for m in WORD.finditer(guide.text, paragraph.start, paragraph.end) if guide.narrated(m.start(), m.end())]
    for a, b in pairwise(words):
        for verb, name in ((a.group(), b.group()), (b.group(), a.group())):
            if verb in say and name[0].isupper() and name.lower() not in PRONOUNS:
                return name
    return None


def _closed(guide: Guide, last: Span, mark: str) -> bool:
    """Whether a closing mark ends a piece."""
    end = guide.text[last.start + 1 : last.end].rstrip(AFTER + " \n")[-1:]
    return end in CLOSING[mark] and bool(end)


def _opens_next(guide: Guide, end: int, mark: str) -> bool:
    """Whether the next mark opens another quotation, so that none is left for this one."""
    text = guide.text
    for i in range(end, min(len(text), end + bounds("marks")["far"])):
        if text[i] == mark and (mark not in CLOSING[mark] or _opening(text, i)):
            return True
        if text[i] in CLOSING[mark] and not (mark in APOSTROPHES and text[i + 1 : i + 2].isalnum()):
            return False
    return True


def _opening(text: str, i: int) -> bool:
    return (i == 0 or text[i - 1].isspace() or text[i - 1] in "(—-[_") and text[i + 1 : i + 2].isalnum()


def _told(guide: Guide, quote: Quote, part: Span, mark: str, confidence: float) -> Found:
    shown = Span(max(part.start, part.end - bounds("marks")["shown"]), part.end)
    return Found(
        f"The speech that opens with {mark} here is never closed. Is the mark missing at its end?",
        (shown,),
        (quote.speaker,) if quote.speaker else (),
        confidence,
    )
