"""Mentions and who they mean: the clusters of people beside those of the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.coreference import Cluster, coreference
from unspoken.evaluation.measures import Measure, compared
from unspoken.evaluation.spans import tightened
from unspoken.layers.spans import Span

FEW = 0.02  # of the clusters: a corpus with fewer singletons leaves them out on principle
WITHOUT_CLUSTERS = ("pdnc",)  # corpora that mark mentions inside quotations alone


@dataclass(frozen=True)
class Clusters:
    """Spans by cluster, and which of the clusters are people."""

    spans: Mapping[str, set[Span]]
    people: set[str]

    def partition(self, *, people: bool, singletons: bool) -> list[Cluster]:
        """Clusters of spans, each span in the largest that has it."""
        chosen = (spans for name, spans in self.spans.items() if name in self.people or not people)
        out, taken = list[Cluster](), set[Span]()
        for spans in sorted(chosen, key=len, reverse=True):
            cluster = frozenset(spans - taken)
            taken |= cluster
            if len(cluster) > (not singletons):
                out.append(cluster)
        return out


def score_clusters(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Mentions by exact span, and coreference over all clusters and over those of people (Bamman and others 2020).

    What means nobody in particular is in no cluster and does not count; singletons do, unless the corpus has none.
    """
    if gold.corpus in WITHOUT_CLUSTERS or not any("cluster" in m for m in gold.mentions or ()):
        return {}
    true, found = _gold(gold), _found(gold.text, answers)
    singletons = sum(len(c) == 1 for c in true.spans.values()) >= FEW * len(true.spans)
    key, response = (side.partition(people=False, singletons=singletons) for side in (true, found))
    people = (side.partition(people=True, singletons=singletons) for side in (true, found))
    return {
        "mentions": compared(_all(key), _all(response)),
        "coreference": coreference(key, response),
        "coreference of people": coreference(*people),
    }


def _gold(gold: Gold) -> Clusters:
    spans, people = defaultdict[str, set[Span]](set), set[str]()
    for m in gold.mentions or ():
        if m.get("cluster") is not None:
            spans[m["cluster"]].add(tightened(gold.text, m["start"], m["end"]))
            if m.get("type") in (None, "PER") and m.get("gum_type", "person") == "person":
                people.add(m["cluster"])
    return Clusters(spans, people)


def _found(text: str, answers: Answers) -> Clusters:
    spans, people = defaultdict[str, set[Span]](set), set[str]()
    for e in answers.entities:
        if e.cluster is not None:
            spans[e.cluster].add(tightened(text, e.start, e.end))
            if e.type == "PER":
                people.add(e.cluster)
    return Clusters(spans, people)


def _all(partition: Iterable[Cluster]) -> Cluster:
    return frozenset().union(*partition)
