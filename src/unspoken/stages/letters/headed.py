"""Letters of a novel in letters: over each stands who writes it to whom ("MR. HALE TO MISS IVORY")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unspoken.layers.spans import Span
from unspoken.stages.letters.forms import NAME
from unspoken.stages.letters.found import ENOUGH, Found
from unspoken.stages.letters.page import Page

FEWEST = 3  # headings from which a text is one in letters
SURE = 2.0  # what such a heading weighs above the least
WORD = r"[A-Z][A-Z.'’-]{0,24}(?![A-Za-z’'])"
LOUD = rf"{WORD}(?:[ ,]{{1,2}}(?:of|de|von|{WORD})){{0,6}}"
CAPITALS = re.compile(rf"(?:FROM )?(?P<by>{LOUD}?)(?: (?:IN CONTINUATION|CONTINUES)\b|,? TO (?P<to>{LOUD}))")
NAMED = re.compile(
    rf"_?(?:Letter|Note|Telegram|Cablegram|Postcard)(?:,| from) (?P<by>{NAME}),? to (?P<to>(?:the )?{NAME})[.,:_]*\s*\Z"
)
CORRESPONDENT = re.compile(r"(?:THE |(?:REV|MR|MRS|MISS|MS|DR|SIR|LADY|LORD|HON)\b\.? ?)+")


@dataclass(frozen=True)
class Heading:
    """The paragraph over a letter and the names in it."""

    paragraph: int
    by: Span
    to: Span | None
    writer: str


def headings(page: Page) -> list[Heading]:
    """The headings of letters, if the text has enough of them to be one in letters."""
    found = [h for i in range(len(page)) if (h := _heading(page, i)) is not None]
    return found if len(found) >= FEWEST else []


def told(page: Page, found: Sequence[Heading]) -> list[Span]:
    """The letters of the one who writes most of them: these are the narration."""
    most = _most(found)
    return [Span(page.paragraphs[h.paragraph].start, end) for h, end in _sections(page, found) if h.writer == most]


def letters(page: Page, found: Sequence[Heading]) -> list[Found]:
    """The letters of all others, whole."""
    most = _most(found)
    whole = ((h, end) for h, end in _sections(page, found) if h.writer != most)
    return [letter for h, end in whole if (letter := _letter(page, h, end)) is not None]


def _heading(page: Page, i: int) -> Heading | None:
    """What paragraph ``i`` says of writer and addressee, where a part of the text begins with it."""
    if page.quoted(i):
        return None
    p = page.paragraphs[i]
    m = CAPITALS.match(page.text, p.start, p.end) or NAMED.match(page.text, p.start, p.end)
    if m is None:
        return None
    to = Span(*m.span("to")) if m.group("to") else None
    return Heading(i, _bare(page.text, Span(*m.span("by"))), to and _bare(page.text, to), _key(m.group("by")))


def _bare(text: str, span: Span) -> Span:
    words = text[span.start : span.end].rstrip(" ,:;_")
    words = words if words.endswith(("MR.", "DR.", "J.")) else words.rstrip(".")
    lead = re.match(r"(?:[Tt]he|THE) ", words)
    return Span(span.start + (lead.end() if lead else 0), span.start + len(words))


def _key(name: str) -> str:
    """A writer without titles, so that "MR VILLARS" and "THE REV. MR. VILLARS" are one."""
    return CORRESPONDENT.sub("", name.upper()).strip(" .,")


def _most(found: Sequence[Heading]) -> str | None:
    return Counter(h.writer for h in found).most_common(1)[0][0] if found else None


def _sections(page: Page, found: Sequence[Heading]) -> list[tuple[Heading, int]]:
    """Every heading with the end of what stands under it: the next heading, or the next chapter."""
    chapters = sorted(page.chapters)
    ends = [page.paragraphs[b.paragraph].start for _, b in pairwise(found)] + [len(page.text)] if found else []
    out = []
    for h, end in zip(found, ends, strict=True):
        at = page.paragraphs[h.paragraph].start
        out.append((h, min([end, *(c for c in chapters if at < c < end)])))
    return out


def _letter(page: Page, h: Heading, end: int) -> Found | None:
    """The paragraphs under a heading."""
    first = last = h.paragraph + 1
    while last + 1 < len(page) and page.paragraphs[last + 1].end <= end:
        last += 1
    if first >= len(page) or page.paragraphs[first].end > end:
        return None
    start, stop = page.paragraphs[first].start, page.paragraphs[last].end
    return Found("letter", start, stop, last, ENOUGH + SURE, sender=h.by, salutation=h.to)
