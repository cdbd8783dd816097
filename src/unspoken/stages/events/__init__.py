"""Events: what the text asserts to have happened, with who did it and to whom (Sims, Park and Bamman 2019)."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.events import Event
from unspoken.layers.keys import CHARACTERS, CLAUSES, EVENTS, SIGNALS, STRIKES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage
from unspoken.stages.events.people import People
from unspoken.stages.struck import event, kept

SURE = 0.5  # probability of a trigger from which it is taken; the best on LitBank's dev part


def find_events(document: Document) -> tuple[Event, ...]:
    """The words that the network takes for triggers, in text order.

    Agent and patient are the characters that a verb's subject and object mean, turned round in the passive. What a
    correction strikes out is not among them.
    """
    return kept(events_in(document), document[STRIKES], "events", event)


def events_in(document: Document) -> tuple[Event, ...]:
    """All that are found, before any is struck out."""
    tokens, syntax, clauses = document[TOKENS], document[SYNTAX], document[CLAUSES]
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    clause_at = _clauses_at(starts, syntax, clauses)
    people = People(document[CHARACTERS])
    out = []
    for i, sure in enumerate(document[SIGNALS].event.tolist()):
        if sure >= SURE:
            number = clause_at[i]
            agent, patient = people.of(clauses[number]) if number is not None else (None, None)
            lemma = syntax.lemma[i] if syntax.lemma else document.text[starts[i] : ends[i]].lower()
            out.append(Event(starts[i], ends[i], lemma, agent, patient, realis=True))
    return tuple(out)


STAGE = Stage("events", "3", (SIGNALS, CLAUSES, CHARACTERS, TOKENS, SYNTAX, STRIKES), EVENTS, find_events)


def _clauses_at(starts: Sequence[int], syntax: Syntax, clauses: Sequence[Clause]) -> list[int | None]:
    """The clause of which each token is the verb, or what a copula joins to the subject."""
    at = {c.verb.start: n for n, c in enumerate(clauses)}
    out = [at.get(s) for s in starts]
    for i, (relation, head) in enumerate(zip(syntax.deprel or (), syntax.head or (), strict=True)):
        if relation == "cop" and head >= 0 and out[head] is None:
            out[head] = out[i]
    return out
