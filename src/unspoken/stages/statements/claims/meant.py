"""Whom the phrases of clauses mean: people of the story, who writes a letter, who thinks or speaks."""

from __future__ import annotations

import re
from collections.abc import Callable

from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span
from unspoken.stages.scenes.people import Whom

NAMED = 160  # code points before "that man" in which he is named
THAT_ONE = re.compile(r"that (?:\w+ )?(?:man|woman|girl|boy|fellow|lad|lass|chap|creature|child)")
SURE = 0.66  # of who a phrase means, below which it is not claimed what is said of them


class Meant:
    """Whom phrases mean; ``thinker`` and ``speaker``: who thinks or says what stands at an offset."""

    def __init__(self, text: str, whom: Whom, letters: SpanIndex[StoryDocument], people: frozenset[str]) -> None:
        self.text, self.whom, self.letters, self.people = text, whom, letters, people
        self.thinker: Callable[[int], str | None] = lambda at: None
        self.speaker: Callable[[int], str | None] = lambda at: None
        self._known: dict[tuple[int, int], str | None] = {}

    def voiced(self, thinker: Callable[[int], str | None], speaker: Callable[[int], str | None]) -> None:
        """Give it what it needs to know of voices, once they are found."""
        self.thinker, self.speaker = thinker, speaker
        self._known.clear()

    def who(self, span: Span | Oblique | None) -> str | None:
        """The person whom a phrase means; inside a letter "I" is its author and "you" the one it is written to."""
        if span is None:
            return None
        key = span.start, span.end
        if key in self._known:
            return self._known[key]
        found = self._who(span)
        if found is not None or self.whom.at(span.start, span.end) is not None:  # else whose thought it is may come out
            self._known[key] = found
        return found

    def _who(self, span: Span | Oblique) -> str | None:
        word = self.text[span.start : span.end].lower()
        if word == "it":
            return None
        found = self.whom.at(span.start, span.end)
        if found is None and THAT_ONE.fullmatch(word):
            found = self._just_named(span.start)
        letter = self.letters.at(span.start) if word in ("i", "me", "you") else None
        if letter is not None:
            if word in ("i", "me") and (letter.author is not None or found is None):
                found = letter.author  # whoever tells the story in which it is read
            elif word == "you" and found is None:
                found = letter.addressee
        elif found is None and word in ("i", "me"):
            found = self.thinker(span.start)  # "He hates me, she thought"
        if found not in self.people and word in ("we", "us"):
            found = self.speaker(span.start)  # "He despises us": the speaker among others
        return found if found in self.people else None

    def _just_named(self, at: int) -> str | None:
        """ "Marry Albert Lomax? That man ...": whom somebody named right before, where that is one person."""
        near = self.whom.index.inside(max(0, at - NAMED), at)
        named = {self.whom.at(m.start, m.end) for m in near if m.form == "name"}
        return named.pop() if len(named) == 1 else None

    def sure(self, clause: Clause) -> bool:
        """Whether it is well known who the subject and the object of a clause are."""
        ends = (clause.subject, clause.object, *(Span(o.start, o.end) for o in clause.obliques))
        meant = (s for s in ends if s is not None and self.whom.at(s.start, s.end) is not None)
        return all(self.whom.surely(s.start, s.end, SURE) is not None for s in meant)

    def owner(self, span: Span | None) -> str | None:
        """The person whose something a phrase means ("his voice")."""
        found = None if span is None else self.whom.owner(span.start, span.end)
        return found if found in self.people else None

    def whose(self, span: Span) -> str | None:
        """The person whom a phrase means, or whose something it is ("him", "her meaning")."""
        return self.who(span) or self.owner(span)
