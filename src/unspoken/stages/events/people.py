"""Who does and who undergoes what a clause tells."""

from __future__ import annotations

from collections.abc import Iterable

from unspoken.layers.characters import Character
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span

LEAD = 40  # how far before a phrase its mention may begin ("the Countess of Fife" for "Fife")


class People:
    """Characters by the words that mean them."""

    def __init__(self, characters: Iterable[Character]) -> None:
        self._at: dict[tuple[int, int], str] = {}
        self._ending: dict[int, tuple[int, str]] = {}
        for character in characters:
            for m in character.mentions:
                self._at[m.start, m.end] = character.id
                known = self._ending.get(m.end)
                if known is None or m.start < known[0]:
                    self._ending[m.end] = (m.start, character.id)

    def of(self, clause: Clause) -> tuple[str | None, str | None]:
        """The ids of agent and patient, None where it is nobody known."""
        subject, target = self.who(clause.subject), self.who(clause.object)
        if not clause.passive:
            return subject, target
        by = next((o for o in clause.obliques if o.preposition == "by"), None)
        return (self.who(Span(by.start, by.end)) if by else None), subject

    def who(self, phrase: Span | None) -> str | None:
        """Whom a noun phrase means: the mention with its bounds, else the longest one that ends with it."""
        if phrase is None:
            return None
        if (phrase.start, phrase.end) in self._at:
            return self._at[phrase.start, phrase.end]
        found = self._ending.get(phrase.end)
        return found[1] if found is not None and found[0] >= phrase.start - LEAD else None
