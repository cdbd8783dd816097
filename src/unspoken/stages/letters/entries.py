"""Entries of a diary that run on within a paragraph of the narration: "She kept a diary. March 4th. He came." """

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.found import Found
from unspoken.stages.letters.page import FIRST, SECOND, WORD, Page
from unspoken.stages.letters.sentences import sentences
from unspoken.stages.letters.voice import NAMED, THIRD


def entries_in(page: Page, i: int) -> list[Found]:
    """The entries in paragraph ``i``, if a diary is spoken of in it or right before it, and a date follows that."""
    p = page.paragraphs[i]
    if forms.pattern("dated").search(page.text, p.start, p.end) is None or page.spoken_in(p):
        return []
    told = sentences(page.text, p.start, p.end)
    heads = [n for n, s in enumerate(told) if _dated(page, s)]
    if not heads:
        return []
    frame = _spoken_of(page, i, told[0].start, told[heads[0]].start)
    if frame is None or not (heads[0] or len(heads) > 1):
        return []
    ends = [*heads[1:], _returns(page, told, heads[-1])]
    pairs = [(n, stop) for n, stop in zip(heads, ends, strict=True) if told[stop - 1].end - told[n].start > SHORTEST]
    return [Found("diary", told[n].start, told[stop - 1].end, i, 3.0, frame=frame) for n, stop in pairs]


SHORTEST = 12  # code points that an entry has at least


def _dated(page: Page, s: Span) -> bool:
    """Whether a sentence is a date or a weekday, or opens with one and a mark: "4 March: he came"."""
    if forms.heading(page.text, s.start, s.end):
        return True
    stop = forms.date(page.text, s.start, s.end) or forms.day(page.text, s.start, s.end)
    return stop is not None and page.text[stop : stop + 1] in (":", ".", "—")


def _spoken_of(page: Page, i: int, start: int, end: int) -> Span | None:
    """The words about a diary before the first date, in the paragraph or at the end of the one before."""
    for span in ([Span(start, end)] if end > start else []) + (
        [page.paragraphs[i - 1]] if i and not page.parted(i) else []
    ):
        if frames.kind_of([w.lower() for w in WORD.findall(page.text[span.start : span.end])]) == "diary":
            return Span(span.start, span.end)
    return None


def _returns(page: Page, told: list[Span], head: int) -> int:
    """After the last entry, the number of the sentence in which somebody puts the book away."""
    for n in range(head + 1, len(told)):
        words = page.text[told[n].start : told[n].end]
        spoken = not page.told_by_one and (FIRST.search(words) or SECOND.search(words))
        if _handles().match(words) and not spoken:
            return n
    return len(told)


@cache
def _handles() -> re.Pattern[str]:
    verbs = "|".join(sorted(resources.words("letters.toml", "handles")))
    return re.compile(rf"(?:Then |And )?(?:{THIRD}|{NAMED}|I) (?:\w+ly )?(?:{verbs})\b")
