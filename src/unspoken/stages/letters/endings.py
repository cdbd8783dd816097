"""Where writing that has paragraphs of its own ends: closing words, a name, a break, another voice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.openings import Opening
from unspoken.stages.letters.page import WORD, Page

LONGEST = 60  # paragraphs that a letter may run over
POSTSCRIPT = re.compile(r"[\W_]*(?:(?:P\. ?)+S\b|P+S\b|(?i:postscript)\b)")  # "P.P.S." too
FEW = 6  # words up to which a paragraph may be anybody's


@dataclass(frozen=True)
class Ending:
    """Where a block ends: its last paragraph, that of its closing words, and the weight of these."""

    last: int
    closed: int | None
    weight: float


def ending_of(page: Page, i: int, opening: Opening) -> Ending:
    """Walk on from the opening while the writing goes on."""
    last = i
    for k in range(i, min(i + LONGEST, len(page))):
        if k == opening.first and page.quoted(k) and not page.wholly_quoted(k):
            break
        if k > opening.first and not _goes_on(page, k, opening):
            break
        if k > opening.first and not (opening.greeting or opening.dated) and frames.replied(page, k + 1):
            break
        if k <= opening.first or page.quoted(k) or page.italic(k) or page.addresses(k):
            last = max(last, k)
        p = page.paragraphs[k]
        closes = forms.closing(page.text, p.start, p.end) is not None and (k > opening.first or _lines(page, k) > 2)
        if closes or (k > opening.first and forms.name_alone(page.text, p.start, p.end)):
            return _foot(page, k, 2.0 if closes else 1.0)
    weight = 0.5 if last > opening.first and page.quoted(i) else 0.0
    p = page.paragraphs[last]
    if forms.signature(page.text, p.start, p.end):
        weight += 0.5 if last > i else 1.0 if opening.greeting and _lines(page, i) > 2 else 0.0
    return Ending(last, None, weight)


def _lines(page: Page, k: int) -> int:
    words = page.words(k)
    return words.count("\n") + 1 + 2 * len(re.findall(r"[.!?]\s", words))


def _goes_on(page: Page, k: int, opening: Opening) -> bool:
    """Whether paragraph ``k`` still is writing: no break, the same marks or italics, the voice of a writer."""
    if page.parted(k) or page.paragraphs[k].start - page.paragraphs[k - 1].end > 3:
        return False
    p = page.paragraphs[k]
    first = opening.first
    if page.quoted(first):
        held = page.quotation(first)
        if held is not None and p.start < held.end:
            return True
        if page.quoted(k):
            return page.wholly_quoted(k)
        return held is not None and not held.closed and (page.addresses(k) or _brief(page, k))
    if page.italic(first) or page.quoted(k):
        return page.italic(k) and not page.quoted(k)
    if opening.dated and not opening.greeting and forms.heading(page.text, p.start, p.end):
        return False
    closes = forms.closing(page.text, p.start, p.end) is not None or forms.name_alone(page.text, p.start, p.end)
    return closes or (
        (opening.greeting or opening.dated or opening.personal) and (page.addresses(k) or _brief(page, k))
    )


def _brief(page: Page, k: int) -> bool:
    """A few words, which may be anybody's; they belong to a letter that goes on after them."""
    words = page.words(k)
    return len(WORD.findall(words)) <= FEW and words != words.upper() and words.rstrip(forms.MARKS)[-1:] in ".!?,;:—-…"


def _foot(page: Page, k: int, weight: float) -> Ending:
    """From the closing words on: further ones, the name, a postscript."""
    closed = last = k
    signed = forms.name_alone(page.text, page.paragraphs[k].start, page.paragraphs[k].end)
    while last + 1 < len(page) and not page.parted(last + 1):
        p = page.paragraphs[last + 1]
        name = forms.name_alone(page.text, p.start, p.end)
        few = len(WORD.findall(page.words(last + 1))) <= 8 and forms.closing(page.text, p.start, p.end) is not None
        if not signed and (name or few):
            closed = last = last + 1
            signed = name
        elif POSTSCRIPT.match(page.words(last + 1)):
            last += 1
        else:
            break
    return Ending(last, closed, weight)
