"""Entities and events: spans that are found where people found them, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Measure, compared
from unspoken.layers.spans import Span

Record = Mapping[str, Any]


def score_entities(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Nested entities by exact span and type (Bamman, Popat and Shen 2019), and those of people alone.

    Names and common nouns count, pronouns do not. What people marked without a form (a bare "Mr.") is neither asked
    for nor a fault.
    """
    if gold.entities is None:
        return {}
    marked = [(_typed(gold.text, e["start"], e["end"], e["type"]), e.get("form")) for e in gold.entities]
    true = {entity for entity, form in marked if form in ("PROP", "NOM")}
    found = {_typed(gold.text, e.start, e.end, e.type) for e in answers.entities if e.form != "PRON"}
    found -= {entity for entity, form in marked if form is None}
    people = [{entity for entity in side if entity[1] == "PER"} for side in (true, found)]
    return {"entities": compared(true, found), "entities PER": compared(*people)}


def score_events(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Triggers of events told as having happened, by exact span (Sims, Park and Bamman 2019)."""
    if gold.events is None:
        return {}
    found = {(e.start, e.end) for e in answers.events if e.realis}
    return {"events": compared({(e["start"], e["end"]) for e in gold.events}, found)}


def tightened(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    inner = text[start:end]
    if not inner.strip():
        return Span(end, end)
    return Span(end - len(inner.lstrip()), start + len(inner.rstrip()))


def _typed(text: str, start: int, end: int, kind: str) -> tuple[Span, str]:
    return tightened(text, start, end), kind
