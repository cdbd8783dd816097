"""A text as finders of letters look at it: paragraphs, what is quoted or in italics, who tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span

FIRST = re.compile(r"\b(?:I|I['’]\w+|my|me|we|our|us)\b")
SECOND = re.compile(r"\b(?:you|your|yours|u|ur|you['’]\w+)\b", re.IGNORECASE)
TO_READER = re.compile(
    r"\b[Rr]eaders?\b(?=[,.;:!?]| mine| of mine)|\b(?:[Dd]ear|[Gg]entle|[Ff]air|[Yy]oung|[Mm]y) [Rr]eaders?\b"
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
NAMED = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}:\s")
TELLING = 80  # code points of narration from which a paragraph tells who tells
SPLIT = 60  # code points of narration at most that split one piece of writing in italics
ENDS = re.compile(r"[.!?…]\s")
READS = frozenset(("said", "says", "read", "ran"))  # "it said"
AMID = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]*[\w-]")
HAILED = re.compile(r"\b[A-Z][\w'’-]*\w(?=[,?!])")
PLAIN = re.compile(r"\b[a-z]{2,}\b")
WAS, IS = re.compile(r"\b(?:was|were|had|did)\b"), re.compile(r"\b(?:is|are|has|does)\b")
WORDY = 3  # words in italics from which they may be writing
FEWEST = 6  # paragraphs for which narration is taken at least, where the question is whether it says "you"
SELF_TELLING = 0.4  # share of such paragraphs with an "I" from which a text is told by one


def _tags(between: str) -> bool:
    """Whether what stands between two pieces says only who writes: "_Come,_ he wrote. _Come now._"."""
    told = between.strip("_* ")
    writing = resources.words("letters.toml", "typing") | READS
    one = told[:1].islower() and ENDS.search(told) is None
    return one and not writing.isdisjoint(WORD.findall(told.lower()))


class Page:
    """The paragraphs of a document by number, with lookups that take no longer in a longer text."""

    def __init__(self, document: Document) -> None:
        self.text, self.paragraphs = document.text, document[PARAGRAPHS]
        self.quotations = [q for q in document[QUOTATIONS] if q.kind == "speech"]
        self._starts = [q.start for q in self.quotations]
        self._parts = SpanIndex(part for q in self.quotations for part in q.parts)
        self._italics = SpanIndex(document[EMPHASIS])
        self.chapters = {c.start for c in document[CHAPTERS]}
        self._breaks = {b.offset for b in document[BREAKS]} | self.chapters

    def __len__(self) -> int:
        return len(self.paragraphs)

    @cached_property
    def openings(self) -> Counter[str]:
        """How many paragraphs open with each "Name:"."""
        found = (NAMED.match(self.text, p.start, p.end) for p in self.paragraphs)
        return Counter(m.group().rstrip(": \n") for m in found if m)

    def words(self, i: int) -> str:
        """The text of paragraph ``i``."""
        p = self.paragraphs[i]
        return self.text[p.start : p.end]

    def before(self, offset: int) -> Span | None:
        """The last paragraph that ends before an offset."""
        i = bisect_right(self.paragraphs, offset, key=lambda p: p.end) - 1
        return self.paragraphs[i] if i >= 0 else None

    def parted(self, i: int) -> bool:
        """Whether a break or a new chapter stands before paragraph ``i``, or it is an ornament itself."""
        p = self.paragraphs[i]
        return p.start in self._breaks or not any(c.isalnum() for c in self.text[p.start : p.end])

    def quotation(self, i: int) -> Quotation | None:
        """The speech that paragraph ``i`` opens with."""
        start = self.paragraphs[i].start
        k = bisect_right(self._starts, start + 2) - 1
        found = self.quotations[k] if k >= 0 else None
        return found if found is not None and found.start >= start else None

    def quotations_in(self, p: Span) -> list[Quotation]:
        """The speech that lies inside a paragraph."""
        k = bisect_right(self._starts, p.start - 1)
        out = []
        while k < len(self.quotations) and self.quotations[k].end <= p.end:
            out.append(self.quotations[k])
            k += 1
        return out

    def italics_in(self, p: Span) -> list[Quotation]:
        """What stands in italics in a paragraph, several words outside of speech; pieces of one sentence together."""
        groups: list[list[Span]] = []
        for e in self._italics.touching(p.start, p.end):
            if e.start < p.start or e.end > p.end or any(self._parts.touching(e.start, e.end)):
                continue
            between = self.text[groups[-1][-1].end : e.start] if groups else ""
            if groups and len(between) < SPLIT and (_tags(between) or not ENDS.search(between)):
                groups[-1].append(e)
            else:
                groups.append([e])
        return [Quotation("", g[0].start, g[-1].end, tuple(g), "thought", "_", True) for g in groups if self._many(g)]

    def _many(self, pieces: list[Span]) -> bool:
        return sum(len(WORD.findall(self.text[s.start : s.end])) for s in pieces) >= WORDY

    def quoted(self, i: int) -> bool:
        """Whether paragraph ``i`` begins inside marks of speech, or opens them."""
        p = self.paragraphs[i]
        return any(part.start <= p.start + 2 for part in self._parts.touching(p.start, p.start + 3))

    def narration(self, i: int) -> str:
        """The words of paragraph ``i`` outside of speech."""
        p = self.paragraphs[i]
        out, at = [], p.start
        for part in self._parts.touching(p.start, p.end):
            out.append(self.text[at : max(at, part.start)])
            at = max(at, part.end)
        return " ".join([*out, self.text[at : p.end]])

    def spoken_in(self, p: Span) -> bool:
        """Whether any speech stands in a paragraph."""
        return any(self._parts.touching(p.start, p.end))

    def gaps(self, p: Span) -> list[Span]:
        """The stretches of a paragraph outside of speech and of italics."""
        taken = (*self._parts.touching(p.start, p.end), *self._italics.touching(p.start, p.end))
        out, at = [], p.start
        for start, end in [*sorted((x.start, x.end) for x in taken), (p.end, p.end)]:
            if start > at:
                out.append(Span(at, start))
            at = max(at, end)
        return out

    def wholly_quoted(self, i: int) -> bool:
        """Whether paragraph ``i`` is speech from end to end, without a cue."""
        return self.quoted(i) and not WORD.search(self.narration(i))

    def italic(self, i: int) -> bool:
        """Whether paragraph ``i`` is in italics from end to end."""
        p = self.paragraphs[i]
        held = sum(min(e.end, p.end) - max(e.start, p.start) for e in self._italics.touching(p.start, p.end))
        marked = self.text[p.start] == "_" and self.text[p.end - 1] == "_"
        return marked or held >= 0.9 * (p.end - p.start)

    def addresses(self, i: int) -> bool:
        """Whether paragraph ``i`` speaks to a "you", or of an "I" where the narration has none."""
        told = self.narration(i)
        words = told if WORD.search(told) and not self.told_by_one else self.words(i)
        return SECOND.search(words) is not None or (not self.told_by_one and FIRST.search(words) is not None)

    @cached_property
    def told_as_play(self) -> bool:
        """Whether many paragraphs begin with a name and a colon."""
        named = sum(NAMED.match(self.text, p.start, p.end) is not None for p in self.paragraphs)
        return named > 12 and named > 0.15 * len(self.paragraphs)

    @cached_property
    def told_by_one(self) -> bool:
        """Whether the narration says "I"."""
        return self._share(re.compile(r"\bI\b"), 3) > SELF_TELLING

    @cached_property
    def told_to_you(self) -> bool:
        """Whether the narration says "you" all through."""
        return self._share(SECOND, FEWEST) > SELF_TELLING

    @cached_property
    def told_in_past(self) -> bool:
        """Whether the narration tells of what was."""
        return self._share(WAS, 3) > self._share(IS, 3)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that stand with a capital amid sentences and never without one: names."""
        return self._proper(AMID)

    @cached_property
    def hailed(self) -> frozenset[str]:
        """Words with a capital and a comma or such behind them, and never without a capital: names of who is called."""
        return self._proper(HAILED)

    def _proper(self, pattern: re.Pattern[str]) -> frozenset[str]:
        found = frozenset(pattern.findall(self.text))
        common = frozenset(PLAIN.findall(self.text)) | resources.words("letters.toml", "no_name")
        return frozenset(w for w in found if w.lower() not in common)

    def _share(self, pattern: re.Pattern[str], least: int = 1) -> float:
        """In how many of its paragraphs, taken for at least so many, the narration has such words."""
        step = max(1, len(self.paragraphs) // 300)
        sample = (self.narration(i) for i in range(0, len(self.paragraphs), step))
        told = [pattern.search(words) is not None for words in sample if len(words) > TELLING]
        return sum(told) / max(least, len(told))
