"""Letters: writing inside the story, told by its form and by the narration that announces it."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.document import Document
from unspoken.layers.documents import Letter
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, LETTERS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.letters import frames, headed
from unspoken.stages.letters.aloud import aloud_in
from unspoken.stages.letters.bare import bare_at
from unspoken.stages.letters.blocks import block_at
from unspoken.stages.letters.chats import chat_at, email_at
from unspoken.stages.letters.entries import entries_in
from unspoken.stages.letters.envelopes import completed
from unspoken.stages.letters.found import Found
from unspoken.stages.letters.inline import inline_at
from unspoken.stages.letters.page import Page
from unspoken.stages.letters.quoted import quoted_at
from unspoken.stages.letters.standing import standing_at


def find_letters(document: Document) -> tuple[Letter, ...]:
    """Find embedded documents by their form; who wrote and read them is told once the people are known.

    Evidence adds up: a greeting, a date, closing words, a name at the foot, a line in capitals or typed carelessly, a
    sender before a colon, narration that announces writing. Where it is not enough, nothing is found.

    Returns:
        Letters, messages, notes, ... in text order, not overlapping.
    """
    page = Page(document)
    found = sorted(_headed(page, list(_all(page))), key=lambda f: f.start)
    return tuple(completed(page, f.letter(f"d{n}")) for n, f in enumerate(found))


STAGE = Stage("letters", "13", (PARAGRAPHS, CHAPTERS, BREAKS, QUOTATIONS, EMPHASIS), LETTERS, find_letters)


def _headed(page: Page, found: list[Found]) -> list[Found]:
    """In a novel in letters the letters of all but its teller are whole, and those of its teller are the narration, in
    which only writing that is announced, with a name over it or under it, is somebody else's."""
    headings = headed.headings(page)
    if not headings:
        return found
    whole, narrated = headed.letters(page, headings), headed.told(page, headings)
    heads = {page.paragraphs[h.paragraph].start for h in headings}
    taken = SpanIndex([Span(f.start, f.end) for f in whole])
    own = SpanIndex(narrated)
    kept = [f for f in found if not any(taken.touching(f.start, f.end)) and f.start not in heads]
    return [*whole, *(f for f in kept if _named(f) or not any(own.touching(f.start, f.end)))]


def _named(found: Found) -> bool:
    """Whether writing is announced and names somebody."""
    return found.frame is not None and any((found.sender, found.signature, found.salutation))


def _all(page: Page) -> Iterator[Found]:
    i = 0
    before: Found | None = None
    while i < len(page):
        found = _at(page, i, before if before is not None and _joins(page, before, i) else None)
        yield from found
        before = found[-1] if found else before
        i = found[-1].last + 1 if found else i + 1


def _joins(page: Page, before: Found, i: int) -> bool:
    """Whether a message stands right before paragraph ``i``, or nothing between but a sentence that an answer comes."""
    return before.last == i - 1 or (before.last == i - 2 and frames.replied(page, i) is not None)


def _at(page: Page, i: int, before: Found | None) -> list[Found]:
    """What begins with paragraph ``i``, or stands inside it."""
    if (mail := email_at(page, i)) is not None:
        return [mail]
    if lines := chat_at(page, i, before):
        return lines
    follows = before if before is not None and before.kind in ("message", "note", "diary") else None
    if (block := block_at(page, i, follows)) is not None:
        return [block]
    if (quoted := quoted_at(page, i)) is not None:
        return [quoted]
    if entries := entries_in(page, i):
        return entries
    if (standing := standing_at(page, i, follows)) is not None:
        return [standing]
    p = page.paragraphs[i]
    inside = sorted((*page.quotations_in(p), *page.italics_in(p)), key=lambda q: q.start)
    return sorted((*(f for q in inside for f in _marked(page, q, p, i)), *bare_at(page, i)), key=lambda f: f.start)


def _marked(page: Page, q: Quotation, p: Span, i: int) -> list[Found]:
    """The writing that a quotation or italics are, or that is read out in it."""
    found = inline_at(page, q, p, i)
    return [found] if found is not None else aloud_in(page, q, i)
