"""Annotated texts with their people recast: other genders, other names, the annotation moved with the words.

Novels mostly have one woman and one man in talk, so that gender alone tells whom a pronoun means, and a network that
learns from them alone learns little else. Where both are women, it has to look at what is told (after Zhao and others
2018, Gender bias in coreference resolution, who swap genders for another purpose).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from unspoken.corpora.gold import SPANS, Gold
from unspoken.stages.mentions.names import particles, titles

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
TURNED = {"he": "she", "him": "her", "himself": "herself", "she": "he", "hers": "his", "herself": "himself"}
ALL_ONE = 0.4  # share of texts in which everybody gets one gender
OTHER = 0.5  # share of people who get the other one elsewhere
RENAMED = 0.8  # share of names that change
CLEAR = 0.8  # share of a person's gendered words above which the gender is told
UNLIKELY = 0.1  # share of new given names that tell nothing of a gender

Mention = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """A cluster: what it means the same as, its mentions, and the gender that its words tell, m or f."""

    mentions: tuple[Mention, ...]
    gender: str


def recast(gold: Gold, possessives: frozenset[int], chance: Random) -> Gold:
    """Give people other genders and names.

    Args:
        gold: a text with its mentions.
        possessives: where each "her" and "his" begins that stands before what is owned.
        chance: draws.

    Returns:
        The text as it reads then, with all spans that it had.
    """
    people = _people(gold)
    one = chance.choice("mf") if chance.random() < ALL_ONE else None
    new = {
        name: one or (_other(p.gender) if chance.random() < OTHER else p.gender)
        for name, p in people.items()
        if not _fixed(gold.text, p)
    }
    words: dict[int, tuple[int, str]] = {}
    for name, person in people.items():
        if new.get(name, person.gender) != person.gender:
            for mention in person.mentions:
                words.update(_turned(gold, mention, possessives))
    words.update(_renamed(gold, people, new, chance))
    return _written(gold, words)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _pairs() -> Mapping[str, str]:
    found = _table()["pairs"]["words"].split()
    both = [*zip(found[::2], found[1::2], strict=True)]
    return {b: a for a, b in reversed(both)} | dict(both)


@cache
def _titles() -> Mapping[str, str]:
    found = _table()["titles"]["words"].split()
    both = [*zip(found[::2], found[1::2], strict=True)]
    return {b: a for a, b in reversed(both)} | dict(reversed(both)) | {"Miss": "Mr."}


def _other(gender: str) -> str:
    return "m" if gender == "f" else "f"


def _people(gold: Gold) -> dict[str, Person]:
    """Everybody of whom pronouns or nouns tell a gender, with what is said to be them ("she was a widow")."""
    clusters: dict[str, list[Mention]] = defaultdict(list)
    for m in gold.mentions or ():
        if m["type"] == "PER":
            clusters[m.get("attr_of") or m["cluster"]].append(m)
    out = {}
    for name, mentions in clusters.items():
        told = Counter(g for m in mentions if (g := _gender(gold, m)))
        gender, times = (told.most_common(1) or [("", 0)])[0]
        if times > CLEAR * told.total():
            out[name] = Person(tuple(mentions), gender)
    return out


def _gender(gold: Gold, mention: Mention) -> str | None:
    words = gold.text[mention["start"] : mention["end"]].split()
    if mention["form"] == "PRON":
        return PRONOUNS.get(words[0].lower())
    if mention["form"] == "NOM":
        pairs = _table()["pairs"]["words"].split()
        at = next((pairs.index(w) for _, _, w in _own(gold, mention) if w in pairs), None)
        return None if at is None else "mf"[at % 2]
    return None


def _fixed(text: str, person: Person) -> bool:
    kept = set(_table()["pairs"]["kept"].split())
    return any(kept & set(text[m["start"] : m["end"]].lower().split()) for m in person.mentions if m["form"] == "NOM")


def _own(gold: Gold, mention: Mention) -> Iterator[tuple[int, int, str]]:
    """The words of a mention outside the mentions within it."""
    a, b = mention["start"], mention["end"]
    inner = [(m["start"], m["end"]) for m in gold.mentions or () if a <= m["start"] and m["end"] <= b]
    inner = [span for span in inner if span != (a, b)]
    for found in re.finditer(r"[\w-]+\.?", gold.text[a:b]):
        start, end = a + found.start(), a + found.end()
        if not any(x <= start < y for x, y in inner):
            yield start, end, found[0].rstrip(".") if found[0] not in _titles() else found[0]


def _turned(gold: Gold, mention: Mention, possessives: frozenset[int]) -> Iterator[tuple[int, tuple[int, str]]]:
    """The words of a mention that tell a gender, each with its place and what it becomes."""
    start, end = mention["start"], mention["end"]
    if mention["form"] == "PRON":
        word = gold.text[start:end]
        low = word.lower()
        new = TURNED.get(low)
        if low == "his":
            new = "her" if start in possessives else "hers"
        elif low == "her":
            new = "his" if start in possessives else "him"
        if new is not None:
            yield start, (end, _cased(word, new))
        return
    for a, _, word in _own(gold, mention):
        new = _titles().get(word) if mention["form"] == "PROP" else None
        new = new or _pairs().get(word) or _pairs().get(word.lower())
        if new is not None:
            yield a, (a + len(word), _cased(word, new))


def _cased(word: str, new: str) -> str:
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if word[0].isupper() else new


def _renamed(
    gold: Gold, people: Mapping[str, Person], new: Mapping[str, str], chance: Random
) -> Iterator[tuple[int, tuple[int, str]]]:
    """New words for names: one for a word throughout; a given name by the gender of the one who alone has it."""
    has: dict[str, set[str]] = defaultdict(set)
    after_title: Counter[str] = Counter()
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for m in gold.mentions or ():
        if m["type"] == "PER" and m["form"] == "PROP":
            before = ""
            for a, _, word in _own(gold, m):
                low = word.lower().rstrip(".")
                if word[0].isupper() and low not in titles() and low not in particles() and len(word) > 1:
                    has[word].add(m["cluster"])
                    after_title[word] += before in titles()
                    where[word].append((a, a + len(word.rstrip("."))))
                before = low
    taken = set(re.findall(r"\w+", gold.text))
    for word, places in where.items():
        owners = has[word]
        owner = next(iter(owners)) if len(owners) == 1 else ""
        surname = not owner or after_title[word] > 0
        was = people[owner].gender if owner in people else None
        gender = new.get(owner) or was
        flipped = was is not None and gender != was
        if not (flipped and not surname) and chance.random() > RENAMED:
            continue
        name = _name(None if surname else gender, surname, taken, chance)
        taken.add(name)
        for a, b in places:
            yield a, (b, name.upper() if gold.text[a:b].isupper() else name)


def _name(gender: str | None, surname: bool, taken: set[str], chance: Random) -> str:
    given = _table()["given"]
    while True:
        if surname:
            pool = given["surnames"].split()
        elif gender is None or chance.random() < UNLIKELY:
            pool = given["any"].split()
        elif chance.random() < 0.5:
            pool = given[gender].split()
        else:
            pool = [name.capitalize() for name in given[f"old_{gender}"].split()]
        name: str = chance.choice(pool)
        if name not in taken or chance.random() < 0.05:
            return name


def _written(gold: Gold, words: Mapping[int, tuple[int, str]]) -> Gold:
    """The text with words put in the place of others, and every span where it is then."""
    parts, moved, at, size = [], [0] * (len(gold.text) + 1), 0, 0
    for start in sorted(words):
        end, new = words[start]
        if start < at:
            continue
        for k in range(at, start):
            moved[k] = size + k - at
        parts += [gold.text[at:start], new]
        size += start - at
        for k in range(start, end):
            moved[k] = size
        size += len(new)
        at = end
    for k in range(at, len(gold.text) + 1):
        moved[k] = size + k - at
    parts.append(gold.text[at:])
    spans: dict[str, Any] = {
        kind: tuple({**r, "start": moved[r["start"]], "end": moved[r["end"]]} for r in getattr(gold, kind))
        for kind in SPANS
        if getattr(gold, kind) is not None
    }
    return replace(gold, text="".join(parts), **spans)
