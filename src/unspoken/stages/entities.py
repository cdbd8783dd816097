"""Entities: mentions of people, places, vehicles and organisations in six types, with the cluster of each."""

from __future__ import annotations

from functools import cache

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.entities import Entity, EntityType
from unspoken.layers.keys import ANTECEDENTS, ENTITIES, IDENTITIES, SIGNALS, TOKENS
from unspoken.models.calibration import calibrated
from unspoken.models.labels import SPANS
from unspoken.pipeline import Stage
from unspoken.stages.cast.memory import Memory
from unspoken.stages.characters import ranked

LEANING = 0.7  # of pronouns and definite nouns: how little likelier than an antecedent it may be that they have none
ANEW = 0.8  # probability of having no antecedent from which "a man" is nobody met before
DEFINITE = frozenset(("the", "this", "that", "his", "her", "my", "your", "their", "its", "our"))
INDEFINITE = frozenset(("a", "an", "some", "any", "every", "each", "no", "another", "such", "many", "several", "few"))


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Spans that the network is sure of; each means whom the mention with the same head word means.

    Any other is of the cluster that its antecedents are of; a place's cluster is made of what it is called.
    """
    tokens, identities, found = document[TOKENS], document[IDENTITIES], document[ANTECEDENTS]
    start, end = tokens.start.tolist(), tokens.end.tolist()
    columns = document[SIGNALS].columns(found.span)
    rank, memory = ranked(identities), Memory(found)
    met: set[str | None] = set()
    out: list[Entity] = []
    for n, (first, last, label, sure) in enumerate(columns):
        kind, form = SPANS[label]
        k = found.mention[n]
        member = identities.link[k] if k is not None else None
        words = document.text[start[first] : end[last]].lower().split()
        place = _place(words) if kind != "PER" and form != "PRON" else None
        before, sure_of = memory.likeliest(n, 1.0 if form == "PROP" or words[0] in INDEFINITE else LEANING)
        if form == "NOM" and member in met and before is None and sure_of >= ANEW and words[0] not in DEFINITE:
            member = None  # "a man", who is nobody met before
        cluster = member or place or before
        met.add(member)
        memory.mean(n, cluster or f"s{n}")
        confidence = round(calibrated("mention", sure), 3)
        character = rank.get(cluster or "")
        out.append(Entity(f"e{n}", start[first], end[last], kind, form, cluster or f"s{n}", character, confidence))
    return tuple(sorted(out, key=lambda e: (e.start, e.end)))


STAGE = Stage("entities", "4", (TOKENS, SIGNALS, ANTECEDENTS, IDENTITIES), ENTITIES, find_entities)


@cache
def place_nouns() -> dict[str, EntityType]:
    """Common nouns for places and vehicles, in lower case."""
    table = resources.table("places.toml")
    kinds: tuple[EntityType, ...] = ("FAC", "LOC", "GPE", "VEH", "ORG")
    return {word: kind for kind in kinds for word in table[kind.lower()].split()}


def _place(words: list[str]) -> str | None:
    """One name or one definite description is taken to be one place wherever it stands."""
    if words[0] in INDEFINITE:
        return None
    return "p:" + " ".join(words[1:] if words[0] in ("the", "this", "that") and len(words) > 1 else words)
