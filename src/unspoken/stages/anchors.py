"""Anchors: where corrections of who is who belong in this text. Those that belong nowhere are told, not dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from unspoken.corrections import described, folded, folded_words
from unspoken.corrections.places import Words
from unspoken.document import Document
from unspoken.layers.corrections import Anchors, Apart, Correction, Meant, Nobody, Renamed, Same, Speaker, Wrong
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import ANCHORS, CORRECTIONS, MENTIONS, QUOTATIONS
from unspoken.layers.mentions import Mention
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage

ALIKE = 0.8  # share of a quotation that another draft may have left as it was


def find_anchors(document: Document) -> Anchors:
    """Look for the names, quotations and passages that the corrections speak of."""
    corrections, mentions, quotations = document[CORRECTIONS], document[MENTIONS], document[QUOTATIONS]
    corrections = tuple(c for c in corrections if not isinstance(c, Wrong))  # those are for `strikes`
    if not corrections:
        return Anchors()
    finder = Finder(document.text, mentions, quotations)
    for correction in sorted(corrections, key=lambda c: not isinstance(c, Renamed)):
        finder.take(correction)
    return Anchors(
        tuple(finder.same), tuple(finder.apart), frozenset(finder.nobody), finder.speakers, finder.meant,
        finder.shown, finder.given, tuple(finder.unfit),
    )  # fmt: skip


STAGE = Stage("anchors", "2", (CORRECTIONS, MENTIONS, QUOTATIONS), ANCHORS, find_anchors)


@dataclass
class Finder:
    """What is found so far."""

    text: str
    mentions: Sequence[Mention]
    quotations: Sequence[Quotation]
    same: list[tuple[str, ...]] = field(default_factory=list)
    apart: list[tuple[str, ...]] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)
    speakers: dict[str, str] = field(default_factory=dict)
    meant: dict[int, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    unfit: list[str] = field(default_factory=list)

    @cached_property
    def _names(self) -> set[str]:
        return {folded(self.text[m.start : m.end]) for m in self.mentions}

    @cached_property
    def _words(self) -> Words:
        return Words(self.text)

    @cached_property
    def _lines(self) -> SpanIndex[Quotation]:
        return SpanIndex(self.quotations)

    def take(self, correction: Correction) -> None:
        """Find the place of one correction, or tell that it has none."""
        take: dict[type, Callable[..., str | None]] = {
            Same: self._same, Apart: self._apart, Nobody: self._nobody, Speaker: self._speaker, Meant: self._meant,
            Renamed: self._renamed,
        }  # fmt: skip
        problem = take[type(correction)](correction)
        if problem:
            self.unfit.append(f"a correction does not fit ({described(correction)}): {problem}")

    def _own(self, name: str) -> str:
        """A name of the story for one that a correction gave."""
        return name if folded(name) in self._names else self.given.get(folded(name), name)

    def _unknown(self, *names: str) -> str | None:
        lacking = [name for name in names if folded(name) not in self._names]
        return f"nobody is called {' or '.join(map(repr, lacking))} here" if lacking else None

    def _same(self, c: Same) -> str | None:
        return self._group(c.people, self.same)

    def _apart(self, c: Apart) -> str | None:
        return self._group(c.people, self.apart)

    def _group(self, people: Sequence[str], into: list[tuple[str, ...]]) -> str | None:
        own = [self._own(name) for name in people]
        problem = self._unknown(*own)
        if problem is None:
            into.append(tuple(map(folded, own)))
        return problem

    def _nobody(self, c: Nobody) -> str | None:
        own = self._own(c.name)
        problem = self._unknown(own)
        if problem is None:
            self.nobody.append(folded(own))
        return problem

    def _renamed(self, c: Renamed) -> str | None:
        own = self._own(c.name)
        problem = self._unknown(own)
        if problem is None:
            self.shown[folded(own)] = c.shown
            self.given[folded(c.shown)] = folded(own)
        return problem

    def _speaker(self, c: Speaker) -> str | None:
        spans = self._words.places(c.quotation, c.after)
        lines = {q.id for span in spans for q in self._lines.touching(span.start, span.end)}
        lines = lines or self._changed(c.quotation)
        if len(lines) == 1:
            self.speakers[lines.pop()] = self._own(c.who)
            return None
        if lines:
            return f"these words are said {len(lines)} times; add a few words before them as 'after'"
        return "no quotation has these words"

    def _changed(self, words: str) -> set[str]:
        """The one quotation that is nearly so."""
        whole = {" ".join(folded_words(self.text[q.start : q.end])): q.id for q in self.quotations}
        found = get_close_matches(" ".join(folded_words(words)), whole, 2, ALIKE)
        return {whole[found[0]]} if len(found) == 1 else set()

    def _meant(self, c: Meant) -> str | None:
        spans = self._words.places(c.passage, c.after)
        if len(spans) != 1:
            return (
                f"the passage is there {len(spans)} times; add a few words before it as 'after'"
                if spans
                else ("there is no such passage")
            )
        wanted = folded(c.name)
        inside = [i for i, m in self._inside(spans[0]) if folded(self.text[m.start : m.end]) == wanted]
        for i in inside:
            self.meant[i] = self._own(c.who)
        return None if inside else f"{c.name!r} is no name, pronoun or description in that passage"

    def _inside(self, span: Span) -> Iterator[tuple[int, Mention]]:
        return ((i, m) for i, m in enumerate(self.mentions) if span.start <= m.start and m.end <= span.end)
