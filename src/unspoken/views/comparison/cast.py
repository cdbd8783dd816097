"""People of two drafts: who is who by what they are called and by what is said of them, and what became of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from unspoken.layers.characters import Character
from unspoken.story import Story
from unspoken.views.comparison.alignment import Alignment, Sentences, plain
from unspoken.views.comparison.passages import Which, passage
from unspoken.views.comparison.records import CastChange, Passage

ENOUGH = 0.5  # of the sum of likeness in name, up to 1, and in mentions, up to 1
SAME_NAME, OTHER_NAME, SHARED_NAME = 1.0, 0.7, 0.3
CLEARLY = 0.05  # of all words said aloud: so much more or less is worth telling

Cast = Mapping[str, str]


def same_people(old: Story, new: Story, alignment: Alignment) -> Cast:
    """From ids of the old draft to ids of the new one. Nobody is two people, nor lightly another."""
    votes = _votes(old, new, alignment)
    olds, news = {c.id: c for c in old.characters}, {c.id: c for c in new.characters}
    scores = {(a, b): _likeness(olds[a], news[b], votes[a, b]) for a, b in {*votes, *_namesakes(old, new)}}
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -votes[item[0]], olds[item[0][0]].first, item[0]))
    pairs: dict[str, str] = {}
    taken = set[str]()
    for (a, b), score in ranked:
        if score >= ENOUGH and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _votes(old: Story, new: Story, alignment: Alignment) -> Counter[tuple[str, str]]:
    """How many words that mean somebody of the old draft stand in the new one and mean somebody there."""
    meant = {(m.start, m.end): c.id for c in new.characters for m in c.mentions}
    votes: Counter[tuple[str, str]] = Counter()
    for character in old.characters:
        for mention in character.mentions:
            there = alignment.moved(mention)
            other = meant.get((there.start, there.end)) if there else None
            if other is not None:
                votes[character.id, other] += 1
    return votes


def _names(character: Character) -> set[str]:
    return {plain(name) for name in (character.name, *character.aliases)} - {""}


def _named(character: Character) -> bool:
    """Whether somebody has a name; who has none is described, and each time otherwise."""
    return any(mention.form == "name" for mention in character.mentions)


def _namesakes(old: Story, new: Story) -> Iterator[tuple[str, str]]:
    called: dict[str, list[str]] = defaultdict(list)
    for character in new.characters:
        for name in sorted(_names(character)):
            called[name].append(character.id)
    for character in old.characters:
        for name in sorted(_names(character)):
            yield from ((character.id, other) for other in called.get(name, ()))


def _likeness(a: Character, b: Character, votes: int) -> float:
    if plain(a.name) == plain(b.name):
        name = SAME_NAME
    elif plain(a.name) in _names(b) or plain(b.name) in _names(a):
        name = OTHER_NAME
    else:
        name = SHARED_NAME if _names(a) & _names(b) else 0
    return name + votes / max(1, min(len(a.mentions), len(b.mentions)))


def called_now(old: Story, new: Story, people: Cast) -> dict[str, str]:
    """From words of the names of those who are called otherwise to the words of their new names, one for one."""
    news = {c.id: plain(c.name).split() for c in new.characters}
    found: dict[str, str] = {}
    for character in old.characters:
        was, now = plain(character.name).split(), news.get(people.get(character.id, ""), [])
        if len(was) == len(now):
            found |= {a: b for a, b in zip(was, now, strict=True) if a != b and a not in found}
    kept = {word for c in new.characters for name in _names(c) for word in name.split()}
    return {a: b for a, b in found.items() if a not in kept}  # a word that still names somebody is not a new name's


class _Side:
    """A draft with what is asked of it: the share of speech of each, and passages."""

    def __init__(self, story: Story, draft: Which, sentences: Sentences) -> None:
        self.story, self.draft, self._sentences = story, draft, sentences
        self.shares = _shares(story)
        self.people = {c.id: c for c in sorted(story.characters, key=lambda c: (-len(c.mentions), c.first, c.id))}

    def first(self, id: str) -> tuple[Passage, ...]:
        """The sentence that mentions somebody first."""
        number = self._sentences.at(self.people[id].first)
        return () if number is None else (passage(self.story, self.draft, self._sentences.spans[number]),)

    def voice(self, id: str) -> tuple[Passage, ...]:
        """The longest thing that somebody says at a stretch."""
        parts = [p for q in self.story.quotes if q.speaker == id and q.kind == "speech" for p in q.parts]
        return (passage(self.story, self.draft, max(parts, key=len)),) if parts else ()


def cast_changes(old: Story, new: Story, people: Cast, alignment: Alignment) -> tuple[CastChange, ...]:
    """What became of the people: who is new, who is gone, then who is called or speaks otherwise; foremost first."""
    a, b = _Side(old, "old", alignment.old), _Side(new, "new", alignment.new)
    back = {new_id: old_id for old_id, new_id in people.items()}
    found = [
        CastChange("new", None, c.id, None, c.name, None, b.shares.get(c.id), b.first(c.id))
        for c in b.people.values()
        if c.id not in back
    ]
    found += [
        CastChange("gone", c.id, None, c.name, None, a.shares.get(c.id), None, a.first(c.id))
        for c in a.people.values()
        if c.id not in people
    ]
    for c in b.people.values():
        if c.id in back:
            found += _otherwise(a, b, a.people[back[c.id]], c)
    return tuple(found)


def _otherwise(a: _Side, b: _Side, was: Character, now: Character) -> Iterator[CastChange]:
    before, after = a.shares.get(was.id), b.shares.get(now.id)
    if _named(was) and _named(now) and not (plain(was.name) in _names(now) and plain(now.name) in _names(was)):
        yield CastChange("renamed", was.id, now.id, was.name, now.name, before, after, b.first(now.id))
    if before is not None and after is not None and abs(after - before) >= CLEARLY:
        shown = b.voice(now.id) if after > before else a.voice(was.id)
        yield CastChange("speech", was.id, now.id, was.name, now.name, before, after, shown)


def _shares(story: Story) -> dict[str, float]:
    """Of all words said aloud, the share of each; of nobody, where nothing is said."""
    spoken: Counter[str | None] = Counter()
    for quote in story.quotes:
        if quote.kind == "speech":
            spoken[quote.speaker] += sum(len(story.text[p.start : p.end].split()) for p in quote.parts)
    total = spoken.total()
    return {c.id: spoken[c.id] / total for c in story.characters} if total else {}
