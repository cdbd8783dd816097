"""Entities: mentions of people, places, vehicles and organisations in six types, with the cluster of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.entities import Entity, EntityForm, EntityType
from unspoken.layers.keys import ENTITIES, IDENTITIES, MENTIONS, SIGNALS, SYNTAX, TOKENS
from unspoken.layers.signals import Signals
from unspoken.models.labels import SPANS
from unspoken.pipeline import Stage
from unspoken.stages.characters import ranked

SURE = 0.5  # probability of a span from which it is taken
FORMS: dict[str, EntityForm] = {"name": "PROP", "nominal": "NOM", "pronoun": "PRON"}
INDEFINITE = frozenset(("a", "an", "some", "any", "every", "each", "no", "another", "such", "many", "several", "few"))


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Spans that the network is sure of; each means whom the mention with the same head word means.

    A place's cluster is made of what it is called; whoever no mention means is a cluster alone.
    """
    tokens, signals, identities = document[TOKENS], document[SIGNALS], document[IDENTITIES]
    start, end = tokens.start.tolist(), tokens.end.tolist()
    meant = {m.head_start: k for k, m in enumerate(document[MENTIONS])}
    rank = ranked(identities)
    out: list[Entity] = []
    for first, last, label, sure in _spans(signals):
        kind, form = SPANS[label]
        k = meant.get(start[_head(document, first, last)]) if kind in ("PER", "ORG") or form == "PRON" else None
        member = identities.link[k] if k is not None and FORMS[document[MENTIONS][k].form] == form else None
        words = document.text[start[first] : end[last]].lower().split()
        cluster = member or (_place(words) if kind != "PER" and form != "PRON" else None) or f"s{len(out)}"
        confidence = round(sure * identities.confidence[k] if member and k is not None else sure, 3)
        character = rank.get(member or "")
        out.append(Entity(f"e{len(out)}", start[first], end[last], kind, form, cluster, character, confidence))
    return tuple(sorted(out, key=lambda e: (e.start, e.end)))


STAGE = Stage("entities", "2", (TOKENS, SYNTAX, SIGNALS, MENTIONS, IDENTITIES), ENTITIES, find_entities)


@cache
def place_nouns() -> dict[str, EntityType]:
    """Common nouns for places and vehicles, in lower case."""
    table = resources.table("places.toml")
    kinds: tuple[EntityType, ...] = ("FAC", "LOC", "GPE", "VEH", "ORG")
    return {word: kind for kind in kinds for word in table[kind.lower()].split()}


def _spans(signals: Signals) -> Iterator[tuple[int, int, int, float]]:
    columns = (signals.span_first, signals.span_last, signals.span_label, signals.span_sure)
    return (row for row in zip(*(c.tolist() for c in columns), strict=True) if row[3] >= SURE)


def _head(document: Document, first: int, last: int) -> int:
    """The word of a span on which the others hang: the first whose own head lies outside."""
    heads = document[SYNTAX].head or ()
    outside = (i for i in range(first, last + 1) if not first <= (heads[i] if heads else -1) <= last)
    return next(outside, last)


def _place(words: list[str]) -> str | None:
    """One name or one definite description is taken to be one place wherever it stands."""
    if words[0] in INDEFINITE:
        return None
    return "p:" + " ".join(words[1:] if words[0] in ("the", "this", "that") and len(words) > 1 else words)
