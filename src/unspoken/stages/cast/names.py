"""Names taken apart, and the persons whom they make up: titles, given names, surnames, initials.

Names come from the text: lists of given names only lend a gender and short forms where the text says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from unspoken import resources
from unspoken.stages.mentions.given import hints, listed, long_forms
from unspoken.stages.mentions.names import particles, plural_titles, saints, titles

SURE = 6  # votes by which a gender counts as told
HINT = 2  # votes of a name that women and men bear
LEANING = 3.0  # log odds from which it does where votes do not tell


@dataclass(frozen=True)
class NameType:
    """One way to write a name: the words in lower case without titles, and the titles."""

    words: tuple[str, ...]
    titles: frozenset[str]

    @property
    def given(self) -> str | None:
        return self.words[0] if len(self.words) > 1 else None

    @property
    def last(self) -> str:
        return self.words[-1]


@cache
def name_type(surface: str) -> NameType:
    """Take a name as written apart; small words inside a surname belong to it ("van der luyden")."""
    plain = _words(surface)
    heads = 0
    while heads < len(plain) - 1 and plain[heads] in titles():
        heads += 1
    said = (_spoken().get(word, (word,)) for word in plain[:heads])
    return NameType(tuple(w for w in plain[heads:] if w), frozenset(title for meant in said for title in meant))


@cache
def _spoken() -> dict[str, tuple[str, ...]]:
    """Titles as dialect says them ("Mester"), each with those that it is said for."""
    return {said: tuple(meant.split()) for said, meant in resources.table("people.toml")["spoken_titles"].items()}


def whole(names: Sequence[str]) -> list[str]:
    """Names as written, without the hyphens at which lines once ended: "Hes-ter" where there is talk of Hester too."""
    known = {word.strip("._*") for name in names for word in name.split()}

    def joined(word: str) -> str:
        first, _, rest = word.partition("-")
        return first + rest if rest[:1].islower() and (first + rest).strip("._*") in known else word

    return [" ".join(map(joined, name.split())) if "-" in name else name for name in names]


def _words(surface: str) -> list[str]:
    out, held = [], ""
    for word in surface.split():
        plain = word.strip("._*")
        held += plain.lower()
        if plain in particles() or plain in saints():
            held += " "
        else:
            out.append(held)
            held = ""
    return [*out, held.strip()] if held else out


def counted(surface: str, before: str) -> bool:
    """Whether a number shows that a name is of several people ("two Normans").

    Args:
        surface: the name as written.
        before: the word before it.
    """
    return surface.endswith("s") and before.lower() in resources.words("people.toml", "counts")


def names_place(text: str, end: int) -> bool:
    """Whether a name that ends there is the first part of a place's ("Orrick's Ferry")."""
    return _placed().match(text, end) is not None


def is_family(surface: str, before: str, known: Collection[str]) -> bool:
    """Whether a name means several people: "the Crofts", "Captains Harville and Wentworth".

    Args:
        surface: the name as written.
        before: the word before it.
        known: last words of the names of this text, in lower case.
    """
    first, last = surface.split()[0].lower(), surface.split()[-1].lower()
    several = (last.endswith("s") and last[:-1] in known) or (last.endswith("es") and last[:-2] in known)
    many = first in plural_titles() or several
    return many and (
        first in plural_titles()
        or before.lower() in resources.words("people.toml", "several")
        or first.rstrip(".") in titles()
    )


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a known short form."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    short = long_forms()
    return a in short.get(b, ()) or b in short.get(a, ())


@dataclass
class Person:
    """A person while names are gathered.

    ``votes`` counts pronouns that mean the name; ``leaning``: log odds of a woman, by all pronouns at once; ``family``:
    the name is a bare surname, which tells no gender; ``junior``: an elder man is called by the surname; ``calling``: a
    doctor and another man of this surname are told apart by their titles.
    """

    types: list[NameType] = field(default_factory=list)
    surfaces: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    leaning: float = 0.0
    first: int = 0
    family: bool = False
    junior: bool = False
    calling: bool = False

    @property
    def count(self) -> int:
        return self.surfaces.total()

    def givens(self) -> set[str]:
        return {t.given for t in self.types if t.given}

    def titles(self) -> set[str]:
        return {title for t in self.types for title in t.titles}

    def surnames(self) -> set[str]:
        return {t.last for t in self.types if t.given or t.titles}

    def told(self) -> str | None:
        """m or f by title; None where titles do not tell or contradict each other."""
        alone = {t.last for t in self.types if len(t.words) == 1}  # "the Master"
        found = {g for title in self.titles() or alone if (g := titles().get(title))}
        return found.pop() if len(found) == 1 else None

    def listed(self) -> str | None:
        """m or f by the given name, where a list knows it."""
        words = [] if self.family else [t.words[0] for t in self.types if t.given or not t.titles]
        found = {listed(word) for word in words} - {None}
        return found.pop() if len(found) == 1 else None

    def _tells(self) -> bool:
        """Whether a given name is of women alone, or of men."""
        return not all(hints(t.words[0]) for t in self.types if t.given or not t.titles)

    def gender(self) -> str | None:
        """m or f by title, by the pronouns that follow, by the given name; None where they do not tell."""
        if told := self.told():
            return told
        votes = Counter(self.votes)
        if listed := self.listed():
            votes[listed] += SURE if self._tells() else HINT
        (best, n), (_, less) = [*votes.most_common(), ("m", 0), ("m", 0)][:2]
        if n > 1 and n >= 2 * less:
            return best
        return None if abs(self.leaning) < LEANING else "f" if self.leaning > 0 else "m"

    def opposed(self, other: Person) -> bool:
        """Whether both are known for a man and a woman; a title outweighs pronouns, which are of others at times."""
        pairs = (self.gender(), other.gender()), (self.told(), other.listed()), (self.listed(), other.told())
        return any(a and b and a != b for a, b in pairs)

    def absorb(self, other: Person) -> None:
        self.types.extend(t for t in other.types if t not in self.types)
        self.surfaces.update(other.surfaces)
        self.votes.update(other.votes)
        self.leaning = max(self.leaning, other.leaning, key=abs)
        self.first = min(self.first, other.first)
        self.junior = self.junior or other.junior


@cache
def _placed() -> re.Pattern[str]:
    nouns = resources.table("people.toml")["places"]["nouns"].split()
    return re.compile(rf"['’]s? (?:{'|'.join(noun.capitalize() for noun in nouns)})\b")
