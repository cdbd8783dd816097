"""Events: what the text asserts to have happened, with who did it and to whom."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.events import Event
from unspoken.layers.keys import CHARACTERS, CLAUSES, EVENTS, SYNTAX, TOKENS
from unspoken.pipeline import Stage
from unspoken.stages.events.people import People
from unspoken.stages.events.triggers import Triggers


def find_events(document: Document) -> tuple[Event, ...]:
    """Find the triggers of events, in text order.

    Agent and patient are the characters that a verb's subject and object mean, turned round in the passive.
    """
    tokens, syntax, clauses = document[TOKENS], document[SYNTAX], document[CLAUSES]
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    triggers = Triggers(words, starts, syntax, clauses)
    people = People(document[CHARACTERS])
    out = []
    for i in triggers.found():
        number = triggers.clause_at[i]
        agent, patient = people.of(clauses[number]) if number is not None else (None, None)
        out.append(Event(starts[i], ends[i], triggers.lemmas[i], agent, patient, realis=True))
    return tuple(out)


STAGE = Stage("events", "1", (CLAUSES, CHARACTERS, TOKENS, SYNTAX), EVENTS, find_events)
