"""Writing in paragraphs of its own without marks, where no one thing but many together say so."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.documents import DocumentKind
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames, told
from unspoken.stages.letters.apart import formed, voiced
from unspoken.stages.letters.found import ENOUGH, Found
from unspoken.stages.letters.page import FIRST, SECOND, TO_READER, WORD, Page

TELLS = re.compile(
    r"(?:He|She|They)(?: \w+ly)? (?:had|was|were|\w+ed|took|went|came|got|put|sat|stood|read|gave|found|held)\b"
)
TOLD, ASIDE = 3.0, 2.0  # what narration before and after a paragraph counts at most
THREAD = 2.0  # what it counts that a message stands right before
TYPED = 0.5  # the least that the form of the next message weighs, unless it speaks to a "you"
ANY, APART = 0.2, 0.75  # the least that the narration and the words themselves have to weigh
FULL = 2.5  # what its form weighs where nothing need be told of it: a greeting and a name at the foot
SUM = 3.0  # the least that all together has to weigh
LETTER = 40  # words from which writing of no named kind is a letter
HEADING = re.compile(r"(?:CHAPTER\b|(?i:chapter|book|volume|part|act|canto)\b.{0,12}$|[IVXLC]+\.?$)")
MOST = 24  # paragraphs that it runs over
FEWEST, LONGEST = 2, 150  # words that a paragraph of it has


def standing_at(page: Page, i: int, follows: Found | None) -> Found | None:
    """The writing that begins with paragraph ``i``; ``follows`` is a message in the paragraph before."""
    answer = frames.replied(page, i) if follows is not None else None
    form = formed(page, i)
    if not _may(page, i, 1 if follows is not None else FEWEST, answer is not None and form >= TYPED):
        return None
    words = form + voiced(page, i)
    if words < APART or _anybody(page, i, form):
        return None
    last = i if follows is not None else _last(page, i)
    before, later = None if follows is not None else told.before(page, i), told.after(page, last + 1)
    if follows is None and not later and _titles(page, i):
        return None
    thread = THREAD * _answers(page, i, follows, form)
    around = max(thread, min(TOLD, before[0] if before else 0.0)) + min(ASIDE, later)
    if (around < ANY and form < FULL) or around + words < SUM:
        return None
    frame = answer.span if answer else before[1] if before else None
    return _found(page, i, last, frame, follows, around + words)


def _anybody(page: Page, i: int, form: float) -> bool:
    """Whether who tells the story may only say "you" of anybody there."""
    words = page.words(i)
    you = SECOND.search(words) is not None and FIRST.search(words) is None
    return page.told_by_one and form < TYPED and you


def _titles(page: Page, i: int) -> bool:
    """Whether a paragraph in capitals without an end may be a title: nothing before it leads up to it."""
    words = page.words(i)
    ends = words.rstrip("_*\"”’')")[-1:] in ".!?" or page.words(i - 1).rstrip()[-1:] in ":,—"
    return words == words.upper() and not ends


def _answers(page: Page, i: int, follows: Found | None, form: float) -> bool:
    """Whether a paragraph is typed or speaks to somebody, after a message."""
    told_to = form >= TYPED or SECOND.search(page.words(i)) is not None
    return follows is not None and follows.kind == "message" and told_to


def _may(page: Page, i: int, fewest: int = 1, typed: bool = False) -> bool:
    """Whether a paragraph has neither speech nor italics, is no heading and stands under none, and does not open with
    what somebody did, unless it is ``typed`` and answers."""
    p, words = page.paragraphs[i], page.words(i)
    if i == 0 or page.told_as_play or page.parted(i) or page.spoken_in(p) or page.italic(i) or page.italics_in(p):
        return False
    count = len(WORD.findall(words))
    heads = words == words.upper() and (page.parted(i - 1) or HEADING.match(words) is not None)
    under = HEADING.match(page.words(i - 1)) is not None
    leads = words.endswith(":") or (not typed and TELLS.match(words) is not None)
    return fewest <= count <= LONGEST and not (heads or under or leads) and TO_READER.search(words) is None


def _last(page: Page, i: int) -> int:
    """The last of its paragraphs: those after the first that sound as it does, up to a name at the foot."""
    k = i
    while k + 1 < min(len(page), i + MOST) and _may(page, k + 1) and not _signed(page, k):
        p = page.paragraphs[k + 1]
        alone = forms.name_alone(page.text, p.start, p.end)
        if frames.replied(page, k + 2) is not None:
            break
        if not alone and (voiced(page, k + 1) + formed(page, k + 1) < APART or told.after(page, k + 1) >= 1.0):
            break
        k += 1
    return k


def _signed(page: Page, k: int) -> bool:
    p = page.paragraphs[k]
    return forms.signature(page.text, p.start, p.end) is not None


def _found(page: Page, i: int, last: int, frame: Span | None, follows: Found | None, weight: float) -> Found:
    start, end = forms.body(page.text, page.paragraphs[i].start, page.paragraphs[last].end)
    foot = page.paragraphs[last]
    many = len(WORD.findall(page.text[start:end])) > 2
    greeting = forms.salutation(page.text, start, end)
    greeted = greeting[0] if greeting else forms.called(page.text, start, end)
    signed = forms.signature(page.text, foot.start, foot.end) if many else None
    return Found(
        _kind(page, Span(start, end), frame, follows), start, end, last, ENOUGH + weight - SUM,
        signature=signed or forms.sent_by(page.text, start, end),
        salutation=greeted or forms.directed(page.text, start, end), frame=frame,
    )  # fmt: skip


def _kind(page: Page, body: Span, frame: Span | None, follows: Found | None) -> DocumentKind:
    words = [w.lower() for w in WORD.findall(page.text[frame.start : frame.end])] if frame else []
    if (named := frames.kind_of(words) or (follows.kind if follows else None)) is not None:
        return named
    if not resources.words("letters.toml", "phone").isdisjoint(words) or page.text[body.start].islower():
        return "message"
    return "letter" if len(WORD.findall(page.text[body.start : body.end])) > LETTER else "note"
