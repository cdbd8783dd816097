"""Misunderstandings of two drafts: which are the same by people and by words, and which open, close, come and go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.views.comparison.alignment import Alignment, plain
from unspoken.views.comparison.cast import Cast
from unspoken.views.comparison.passages import Which, passage
from unspoken.views.comparison.records import GapChange, GapKind, Passage

Key = Callable[[Gap], Hashable]


class _Side:
    """The gaps of a draft, with what they rest on. ``ids`` goes to the ids of the new draft."""

    def __init__(self, story: Story, draft: Which, ids: Callable[[str], str]) -> None:
        self.story, self.draft, self.ids = story, draft, ids
        self.names = {c.id: c.name for c in story.characters}
        self._beliefs = {b.id: b for b in story.beliefs}

    def belief(self, gap: Gap) -> Belief | None:
        """The belief that is wrong."""
        return self._beliefs.get(gap.belief) if gap.belief else None

    def pair(self, gap: Gap) -> tuple[str, str]:
        """Who is wrong about whom."""
        return self.ids(gap.holder), self.ids(gap.about)

    def truth(self, gap: Gap) -> Hashable:
        """The words of the truth, with the two."""
        return (*self.pair(gap), plain(self.story.text[gap.truth.start : gap.truth.end]))

    def believed(self, gap: Gap) -> Hashable:
        """The words of the belief, with the two; nothing where there is none."""
        found = self.belief(gap)
        return (*self.pair(gap), plain(self.story.text[found.start : found.end])) if found else None

    def held(self, gap: Gap) -> Hashable:
        """What is believed, whatever the words, with the two; nothing where there is no belief."""
        found = self.belief(gap)
        if found is None:
            return None
        said = found.proposition
        what = said.predicate, said.subject and self.ids(said.subject), said.object and self.ids(said.object)
        return (*self.pair(gap), *what, said.value, found.polarity)

    def change(self, kind: GapKind, gap: Gap, old: str | None, new: str | None) -> GapChange:
        """A change with the words of what is believed, of what is so, and of what closes it."""
        names = self.names.get(gap.holder, gap.holder), self.names.get(gap.about, gap.about)
        belief = self.belief(gap)
        spans = [Span(belief.start, belief.end)] if belief else []
        spans += [gap.truth, *([gap.closed_by] if gap.closed_by else [])]
        return GapChange(kind, old, new, *names, gap.type, self._passages(spans))

    def _passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        return tuple(passage(self.story, self.draft, span) for span in dict.fromkeys(spans))


def gap_changes(old: Story, new: Story, people: Cast, alignment: Alignment) -> tuple[GapChange, ...]:
    """What became of the misunderstandings, the gravest first: of the new draft, then what is gone."""
    a = _Side(old, "old", lambda id: people.get(id, f"gone {id}"))
    b = _Side(new, "new", lambda id: id)
    pairs = _pairs(a, b, alignment)
    found: list[GapChange] = []
    for now in _gravest(new.gaps):
        was = pairs.get(now.id)
        if was is None:
            found.append(b.change("new", now, None, now.id))
        elif _closed(was) != _closed(now):
            side, gap = (b, now) if _closed(now) else (a, was)  # the words that close it, in the draft that has them
            found.append(side.change("closes" if _closed(now) else "no_longer_closes", gap, was.id, now.id))
    same = {was.id for was in pairs.values()}
    found += [a.change("gone", was, was.id, None) for was in _gravest(old.gaps) if was.id not in same]
    return tuple(found)


def _pairs(a: _Side, b: _Side, alignment: Alignment) -> dict[str, Gap]:
    """For gaps of the new draft, by id, the same of the old one: by the surest likeness first."""

    def place(gap: Gap) -> Hashable:
        number = alignment.old.at(gap.truth.start)
        there = None if number is None else alignment.to_new.get(number)
        return None if there is None else (*a.pair(gap), there)

    def there(gap: Gap) -> Hashable:
        return (*b.pair(gap), alignment.new.at(gap.truth.start))

    both: list[tuple[Key, Key]] = [
        (lambda g: _joined(a.truth(g), a.believed(g)), lambda g: _joined(b.truth(g), b.believed(g))),
        (a.believed, b.believed),
        (a.truth, b.truth),
        (place, there),
        (a.held, b.held),
    ]
    pairs: dict[str, Gap] = {}
    olds, news = [*_gravest(a.story.gaps)], [*_gravest(b.story.gaps)]
    for of_old, of_new in both:
        waiting: dict[Hashable, list[Gap]] = defaultdict(list)
        for gap in olds:
            if (key := of_old(gap)) is not None:
                waiting[key, gap.type].append(gap)
        for gap in news:
            if (key := of_new(gap)) is not None and waiting.get((key, gap.type)):
                pairs[gap.id] = waiting[key, gap.type].pop(0)
        news = [gap for gap in news if gap.id not in pairs]
        same = {gap.id for gap in pairs.values()}
        olds = [gap for gap in olds if gap.id not in same]
    return pairs


def _joined(one: Hashable, other: Hashable) -> Hashable:
    return None if other is None else (one, other)


def _gravest(gaps: Iterable[Gap]) -> Iterator[Gap]:
    yield from sorted(gaps, key=lambda g: (-g.severity, g.reader_from, g.id))


def _closed(gap: Gap) -> bool:
    return gap.closes_scene is not None or gap.closed_by is not None
