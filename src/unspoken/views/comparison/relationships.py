"""Relationships of two drafts: which are new, which are gone, and which end otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.relationships import Moment, Relationship
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.views.comparison.alignment import Sentences
from unspoken.views.comparison.cast import Cast
from unspoken.views.comparison.passages import Which, passage
from unspoken.views.comparison.records import Passage, RelationshipChange


class _Side:
    """The relationships of a draft, those in which most happens first."""

    def __init__(self, story: Story, draft: Which, sentences: Sentences) -> None:
        self.story, self.draft, self._sentences = story, draft, sentences
        self.names = {c.id: c.name for c in story.characters}
        self._mentioned = {
            c.id: {n for m in c.mentions if (n := sentences.at(m.start)) is not None} for c in story.characters
        }
        ranked = sorted(story.relationships, key=lambda r: (-3 * len(r.events) - len(r.timeline), r.id))
        self.by_pair = {frozenset(r.pair): r for r in ranked}

    def people(self, relationship: Relationship) -> tuple[str, str]:
        """The names of the two."""
        a, b = relationship.pair
        return self.names.get(a, a), self.names.get(b, b)

    def passage(self, relationship: Relationship, moment: Moment | None = None) -> tuple[Passage, ...]:
        """The words of its first event, or of the one at a moment; else the first sentence from there on with both."""
        start = moment.start if moment else 0
        for event in relationship.events:
            if moment is None or event.start == start:
                return (passage(self.story, self.draft, Span(event.start, event.end)),)
        one, other = (self._mentioned.get(id, ()) for id in relationship.pair)
        both = [n for n in sorted({*one} & {*other}) if self._sentences.spans[n].end > start]
        where = (
            both[0]
            if both
            else self._sentences.at(start)
            if moment
            else max(min(one, default=0), min(other, default=0))
        )
        return () if where is None else (passage(self.story, self.draft, self._sentences.spans[where]),)


def relationship_changes(
    old: Story, new: Story, people: Cast, sentences: tuple[Sentences, Sentences]
) -> tuple[RelationshipChange, ...]:
    """What became of the relationships, those in which most happens first: of the new draft, then what is gone."""
    a, b = _Side(old, "old", sentences[0]), _Side(new, "new", sentences[1])
    before = {frozenset(people.get(id, f"gone {id}") for id in pair): r for pair, r in a.by_pair.items()}
    found: list[RelationshipChange] = []
    for pair, now in b.by_pair.items():
        if (was := before.get(pair)) is None:
            kind = now.kinds[0] if now.kinds else None
            found.append(RelationshipChange("new", None, now.id, b.people(now), None, kind, b.passage(now)))
        else:
            found += _otherwise(a, b, was, now)
    for pair, was in before.items():
        if pair not in b.by_pair:
            kind = was.kinds[0] if was.kinds else None
            found.append(RelationshipChange("gone", was.id, None, a.people(was), kind, None, a.passage(was)))
    return tuple(found)


def _otherwise(a: _Side, b: _Side, was: Relationship, now: Relationship) -> Iterator[RelationshipChange]:
    ids, who = (was.id, now.id), b.people(now)
    kinds = was.kinds[:1], now.kinds[:1]
    if kinds[0] != kinds[1]:
        shown = (*a.passage(was), *b.passage(now))
        yield RelationshipChange("kind", *ids, who, next(iter(kinds[0]), None), next(iter(kinds[1]), None), shown)
    before, after = _last(was), _last(now)
    ends = before.status if before else None, after.status if after else None
    if ends[0] != ends[1]:
        shown = (*(a.passage(was, before) if before else ()), *(b.passage(now, after) if after else ()))
        yield RelationshipChange("status", *ids, who, *ends, shown)


def _last(relationship: Relationship) -> Moment | None:
    """The moment since which the last status that is told holds."""
    told = [moment for moment in relationship.timeline if moment.status]
    since = None
    for moment in reversed(told):
        if moment.status != told[-1].status:
            break
        since = moment
    return since
