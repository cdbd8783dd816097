"""Letters that stand in marks of speech and fill their paragraph: they begin and end as no speech does."""

from __future__ import annotations

import re

from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.found import ENOUGH, Found
from unspoken.stages.letters.page import SECOND, WORD, Page

FEWEST = 12  # words that such a letter has at least
LETTER = 40  # words from which one that nothing names is a letter
BACK = 3  # paragraphs before it in which writing may be spoken of
NAMED = re.compile(rf"(?P<name>{forms.NAME})[.!:—–]\s+(?=[A-Z\"'“‘])")
INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}(?:[A-Z][\w'’-]+)?$")


def quoted_at(page: Page, i: int) -> Found | None:
    """The letter that paragraph ``i`` is, in marks and without a cue: someone is called and a name stands at the foot.

    A speech may call somebody, and may end on a name; none does both and ends on a name without a mark, on initials
    or on the closing words of letters, and says "you".
    """
    if not page.wholly_quoted(i):
        return None
    p = page.paragraphs[i]
    words = page.words(i)
    greeting = forms.salutation(page.text, p.start, p.end)
    greeted = greeting[0] if greeting else forms.called(page.text, p.start, p.end) or _named(page, i)
    signed = forms.signature(page.text, p.start, p.end)
    if greeted is None or signed is None or len(WORD.findall(words)) < FEWEST or SECOND.search(words) is None:
        return None
    if signed.start <= greeted.end or not _foot(page, i, page.text[signed.start : signed.end]):
        return None
    start, end = forms.body(page.text, p.start, p.end)
    frame = _frame(page, i)
    told = [w.lower() for w in WORD.findall(page.text[frame.span.start : frame.span.end])] if frame else []
    kind = frames.kind_of(told) or ("letter" if len(WORD.findall(words)) > LETTER else "note")
    return Found(kind, start, end, i, ENOUGH + 1.0, None, signed, greeted, frame.span if frame else None)


def _named(page: Page, i: int) -> Span | None:
    """A name of the story with a full stop or a dash behind it: "Ida. They say that ..."."""
    start, end = forms.body(page.text, page.paragraphs[i].start, page.paragraphs[i].end)
    m = NAMED.match(page.text, start, end)
    if m is None or re.findall(r"[\w-]+", m.group("name"))[-1] not in page.names | page.hailed:
        return None
    return Span(m.start("name"), m.end("name"))


def _foot(page: Page, i: int, name: str) -> bool:
    """Whether the name at the end signs: closing words before it, initials, or no mark behind it."""
    p = page.paragraphs[i]
    _, end = forms.body(page.text, p.start, p.end)
    bare = page.text[end - 1].isalnum()
    return bare or forms.closing(page.text, p.start, p.end) is not None or INITIALS.match(name) is not None


def _frame(page: Page, i: int) -> frames.Frame | None:
    """Narration shortly before that announces writing."""
    for k in range(i, max(0, i - BACK), -1):
        if page.parted(k):
            return None
        if (frame := frames.before(page, k)) is not None:
            return frame
    return None
