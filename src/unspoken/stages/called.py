"""What people, places and things are called: the same words, or the bare noun of some, mean the same again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from unspoken.layers.entities import EntityForm, EntityType

SHOWN = frozenset(("the", "this", "that"))
OWNED = frozenset(("his", "her", "my", "your", "their", "its", "our"))
INDEFINITE = frozenset(("a", "an", "some", "any", "every", "each", "no", "another", "such", "many", "several", "few"))
POINTING = frozenset(("here", "there"))  # as little told by the word alone as by a pronoun


@dataclass(frozen=True)
class Phrase:
    """Words for an entity, in lower case, and the one of them on which the others hang."""

    kind: EntityType
    form: EntityForm
    words: tuple[str, ...]
    head: str

    @property
    def indefinite(self) -> bool:
        """Whether it brings in somebody or something, as "a man" does."""
        return self.words[0] in INDEFINITE

    @cached_property
    def tells(self) -> bool:
        """Whether the words alone say what is meant: a name, a place, "the captain"; not "she", "there", "sir"."""
        if self.form == "PRON" or self.indefinite or self.words in {(word,) for word in POINTING}:
            return False
        return self.kind != "PER" or self.form == "PROP" or self.words[0] in SHOWN | OWNED

    @property
    def thing(self) -> bool:
        """Whether it is a common noun for anything but people."""
        return self.form == "NOM" and self.kind != "PER" and self.words[0] not in POINTING

    @property
    def own(self) -> str:
        """The words without an article."""
        return " ".join(self.words[1:] if len(self.words) > 1 and self.words[0] in SHOWN else self.words)


class Called:
    """Of which cluster phrases were so far; they are settled in text order."""

    def __init__(self) -> None:
        self._by_words: dict[str, str] = {}
        self._by_noun: dict[str, str] = {}

    def cluster(self, phrase: Phrase) -> str | None:
        """The cluster of what was last called so; "the house" may have been "a large house" before."""
        if not phrase.tells:
            return None
        bare = phrase.thing and phrase.own == phrase.head and phrase.words[0] in SHOWN
        return self._by_words.get(phrase.own) or (self._by_noun.get(phrase.head) if bare else None)

    def settle(self, phrase: Phrase, cluster: str) -> None:
        """A phrase is of a cluster."""
        if phrase.tells:
            self._by_words[phrase.own] = cluster
        if phrase.thing:
            self._by_noun[phrase.head] = cluster
