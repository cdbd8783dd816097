"""Clauses: who does what to whom, as far as word order and closed-class words tell it.

An inner layer, not in the public format. Feelings, beliefs, events and relationships are read off clauses.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Tense = Literal["past", "present", "future", "pluperfect", "perfect", "infinitive", "participle", "imperative"]


class Oblique(msgspec.Struct, frozen=True):
    """A prepositional phrase: the preposition in lower case and the span of its noun phrase."""

    preposition: str
    start: int
    end: int


class Clause(msgspec.Struct, frozen=True):
    """One predicate with its nearest arguments. All spans are offsets into the text.

    ``start``..``end`` reaches from the first to the last of its own words. ``verb`` is the main verb ("been" and "had"
    are left out; the copula where there is no other verb), ``lemma`` its base form; ``subject`` and ``object`` are noun
    phrases without what follows their head (``object`` of a copula is None; a question word is no subject);
    ``complement`` is the predicate after a copula or verb of seeming (adjective, noun or participle phrase).
    ``obliques`` are all phrases with a preposition among its words, in text order; whom something is given or told to
    is one with "to", unless it is the only object. ``governor`` is the index, in the layer, of the clause that this one
    is an argument of ("he thought [she knew]"), or whose verb an infinitive depends on; ``marker`` its conjunction,
    question word or relative pronoun in lower case (that, if, because, when, who, ...). ``subject_shared``: the subject
    was taken over from another clause ("He stood and wept"; "She asked him to go"). ``quotation`` is the id of the
    quotation that the clause lies in.
    """

    start: int
    end: int
    sentence: int
    verb: Span
    lemma: str
    subject: Span | None
    object: Span | None
    complement: Span | None
    obliques: tuple[Oblique, ...]
    tense: Tense
    negated: bool
    modal: str | None
    conditional: bool
    question: bool
    passive: bool
    marker: str | None
    governor: int | None
    subject_shared: bool
    quotation: str | None
