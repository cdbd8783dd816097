"""Addressed: whom words mean by which somebody is called in speech ("Yes, sir"): the one who is spoken to."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import IDENTITIES, TOKENS, TURNS
from unspoken.stages.called import OWNED, SHOWN, Phrase
from unspoken.stages.mentions import AFTER_CALL, BEFORE_CALL, CALLING

LONGEST = 2  # words of a call: "my boy"
OTHERS = SHOWN | OWNED - {"my"}


class Addressed:
    """Who is spoken to, and where, if it is one."""

    def __init__(self, document: Document) -> None:
        self._text, self._tokens = document.text, document[TOKENS]
        self._spoken = SpanIndex([part for turn in document[TURNS] for part in turn.parts])
        one = document[IDENTITIES].character_of
        self._to = {
            part.start: one.get(turn.addressees[0])
            for turn in document[TURNS]
            if len(turn.addressees) == 1
            for part in turn.parts
        }

    def member(self, phrase: Phrase, first: int, last: int) -> str | None:
        """The member that a phrase calls, or None.

        Args:
            phrase: what is written.
            first: its first token.
            last: its last token, inclusive.
        """
        short = phrase.kind == "PER" and phrase.form == "NOM" and len(phrase.words) <= LONGEST
        if not short or phrase.indefinite or phrase.words[0] in OTHERS:
            return None
        part = self._spoken.at(int(self._tokens.start[first]))
        called = self._word(first - 1) in BEFORE_CALL | CALLING and self._word(last + 1) in AFTER_CALL
        return self._to.get(part.start) if part is not None and called else None

    def _word(self, token: int) -> str:
        inside = 0 <= token < len(self._tokens)
        return self._text[self._tokens.start[token] : self._tokens.end[token]].lower() if inside else ""
