"""Entities: mentions of people, places, vehicles and organisations in six types, with the cluster of each."""

from __future__ import annotations

from functools import cache

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.entities import Entity, EntityType
from unspoken.layers.keys import ANTECEDENTS, ENTITIES, IDENTITIES, SIGNALS, SYNTAX, TOKENS, TURNS
from unspoken.models.calibration import calibrated
from unspoken.models.labels import SPANS
from unspoken.models.pairs import head_of
from unspoken.pipeline import Stage
from unspoken.stages.addressed import Addressed
from unspoken.stages.called import Called, Phrase
from unspoken.stages.cast.memory import Memory
from unspoken.stages.characters import ranked

LEANING = 0.7  # how little likelier an antecedent may be than that there is none
NEWLY = 3.0  # the same of "a man", which mostly is somebody new
ANEW = 0.9  # probability of having no antecedent from which "the man" is nobody met before


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Spans that the network is sure of, each with the cluster of whom or what it means."""
    tokens, found = document[TOKENS], document[ANTECEDENTS]
    start, end, head = tokens.start.tolist(), tokens.end.tolist(), document[SYNTAX].head or [-1] * len(tokens)
    rank, clusters, addressed = ranked(document[IDENTITIES]), _Clusters(document), Addressed(document)
    out: list[Entity] = []
    for n, (first, last, label, sure) in enumerate(document[SIGNALS].columns(found.span)):
        kind, form = SPANS[label]
        words, top = document.text[start[first] : end[last]], head_of(head, first, last)
        phrase = Phrase(kind, form, tuple(words.lower().split()), document.text[start[top] : end[top]].lower())
        cluster = clusters.of(n, phrase, addressed.member(phrase, first, last))
        confidence = round(calibrated("mention", sure), 3)
        out.append(Entity(f"e{n}", start[first], end[last], kind, form, cluster, rank.get(cluster), confidence))
    return tuple(sorted(out, key=lambda e: (e.start, e.end)))


STAGE = Stage("entities", "5", (TOKENS, SIGNALS, SYNTAX, ANTECEDENTS, TURNS, IDENTITIES), ENTITIES, find_entities)


class _Clusters:
    """Clusters of spans, one after the other in text order."""

    def __init__(self, document: Document) -> None:
        self._mention, self._link = document[ANTECEDENTS].mention, document[IDENTITIES].link
        self._memory, self._called = Memory(document[ANTECEDENTS]), Called()
        self._met: set[str] = set()

    def of(self, entry: int, phrase: Phrase, called: str | None) -> str:
        """The member that the mention with the same head word means, or that is called; else the cluster of what was
        written so; else, for anything but a place by its name or noun, that of its antecedents; else a new one."""
        before, sure = self._memory.likeliest(entry, NEWLY if phrase.indefinite else LEANING)
        member = self._member(entry, phrase, before is None and sure >= ANEW)
        placed = phrase.tells and phrase.kind != "PER"
        cluster = member or called or self._called.cluster(phrase) or (None if placed else before) or f"s{entry}"
        self._called.settle(phrase, cluster)
        self._memory.mean(entry, cluster)
        return cluster

    def _member(self, entry: int, phrase: Phrase, new: bool) -> str | None:
        """Whom a span means, but by a common noun that seems new nobody who was met before."""
        mention = self._mention[entry]
        member = self._link[mention] if mention is not None else None
        if member is None or (phrase.form == "NOM" and new and member in self._met):
            return None
        self._met.add(member)
        return member


@cache
def place_nouns() -> dict[str, EntityType]:
    """Common nouns for places and vehicles, in lower case."""
    table = resources.table("places.toml")
    kinds: tuple[EntityType, ...] = ("FAC", "LOC", "GPE", "VEH", "ORG")
    return {word: kind for kind in kinds for word in table[kind.lower()].split()}
