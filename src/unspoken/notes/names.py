"""The words that people are called by, and names that are easily confused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from unspoken import resources
from unspoken.layers.characters import Character
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.note import Found
from unspoken.notes.sounds import distance, sound

WORD = re.compile(r"(?:\b[OD]['’](?=[A-Z]))?[^\W\d_]+(?:-[^\W\d_]+)*")
LEADING = ("first", "second", "young", "old", "little", "dear", "poor")


def name_words(guide: Guide, character: Character) -> Counter[str]:
    """How often each word of a name means somebody, titles left out."""
    words: Counter[str] = Counter()
    for mention in character.mentions:
        if mention.form == "name":
            found = WORD.findall(guide.text, mention.start, mention.end)
            words.update(_cased(w) for w in found if w[0].isupper() and len(w) > 1 and w.lower() not in no_names())
    return words


def _cased(word: str) -> str:
    """Shouted names as they are written elsewhere."""
    return word.title() if word.isupper() and len(word) > 2 else word


@cache
def no_names() -> frozenset[str]:
    """Titles, words of kin and others that stand before a name."""
    titles = resources.table("people.toml")["titles"].values()
    kin = resources.table("people.toml")["kin"]
    plural = resources.table("people.toml")["plural_titles"]["words"].split()
    particles = resources.table("people.toml")["particles"]["words"].split()
    words = " ".join([*titles, *(v for v in kin.values() if isinstance(v, str))]).split()
    return frozenset((*words, *plural, *particles, *LEADING))


@cache
def pet_forms() -> tuple[frozenset[str], ...]:
    """Given names, each with the short and pet forms that it has."""
    lines = resources.text("nicknames.txt").splitlines()
    return tuple(frozenset(line.split()) for line in lines if line[:1] != "#")


def alike(guide: Guide) -> Iterator[Found]:
    """Two people, each called often by a name that looks or sounds much like the other's.

    Names that both of them bear, such as the surname of a family, tell nothing; nor is there any harm in two people
    who are never named in one scene. Both have to speak, and to be called so by the narration: what only somebody else
    calls them may be a pet name.
    """
    heard = Counter(quote.speaker for quote in guide.story.quotes)
    people = [c for c in guide.story.characters if c.kind == "person" and heard[c.id] >= bounds("alike")["speeches"]]
    words_of = {c.id: name_words(guide, c) for c in people if _told_of(guide, c)}
    met = {id: _scenes(guide, id) for id in words_of}
    usual = [(id, word, words[word]) for id, words in words_of.items() for word in _usual(words)]
    seen = set[frozenset[str]]()
    for (a, one, _), (b, other, _) in combinations(sorted(usual, key=lambda u: (-u[2], u[0], u[1])), 2):
        pair = frozenset((a, b))
        if a == b or pair in seen or one in words_of[b] or other in words_of[a] or not confusable(one, other):
            continue
        if met[a] & met[b]:
            seen.add(pair)
            yield _told(guide, a, one, b, other)


def _scenes(guide: Guide, id: str) -> set[int | None]:
    """Numbers of the scenes in which somebody is called by name."""
    return {guide.scene(m.start) for m in guide.characters[id].mentions if m.form == "name"}


def _told_of(guide: Guide, character: Character) -> bool:
    """Whether the narration calls somebody by name, and not speech alone."""
    named = [m for m in character.mentions if m.form == "name"]
    told = sum(guide.narrated(m.start, m.end) for m in named)
    return bool(named) and told >= bounds("alike")["told"] * len(named)


def _usual(words: Counter[str]) -> list[str]:
    limits = bounds("alike")
    total = sum(words.values())
    return [w for w, n in sorted(words.items()) if n >= limits["named"] and n >= limits["share"] * total]


def confusable(one: str, other: str) -> bool:
    """Whether a reader may take one name for the other: alike at the beginning, and nearly so in the rest."""
    limits = bounds("alike")
    short = min(len(one), len(other))
    if one == other or short < limits["shortest"] or sound(one)[:1] != sound(other)[:1]:
        return False
    apart = distance(one.lower(), other.lower())
    return apart <= (1 if short <= limits["one_letter"] else 2) or (apart <= 2 and sound(one) == sound(other))


def _told(guide: Guide, a: str, one: str, b: str, other: str) -> Found:
    limits = bounds("alike")
    sexes = {guide.characters[a].pronouns, guide.characters[b].pronouns}
    return Found(
        f"{one} and {other} are two people, and their names are easily confused. Could one of them have another?",
        (called(guide, a, one), called(guide, b, other)),
        (a, b),
        limits["confidence_sexes"] if sexes == {"he", "she"} else limits["confidence"],
    )


def called(guide: Guide, id: str, word: str) -> Span:
    """Where somebody is first called by a name, however its letters are cased."""
    mentions = sorted((m for m in guide.characters[id].mentions if m.form == "name"), key=lambda m: m.start)
    return next(Span(m.start, m.end) for m in mentions if word.lower() in guide.text[m.start : m.end].lower())
