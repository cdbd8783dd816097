"""The table of stages: all there are. A stage that is not here does not exist."""

from __future__ import annotations

from unspoken.pipeline import Stage
from unspoken.stages import (
    attitudes,
    beliefs,
    cast,
    characters,
    clauses,
    documents,
    entities,
    events,
    feelings,
    gaps,
    letters,
    mentions,
    places,
    quotations,
    quotes,
    relationships,
    scene_spans,
    scenes,
    sentences,
    syntax,
    tokens,
)

STAGES: tuple[Stage, ...] = (
    tokens.STAGE,
    sentences.STAGE,
    quotations.STAGE,
    syntax.STAGE,
    clauses.STAGE,
    letters.STAGE,
    scene_spans.STAGE,
    mentions.STAGE,
    cast.STAGE,
    quotes.STAGE,
    characters.STAGE,
    entities.STAGE,
    places.STAGE,
    events.STAGE,
    scenes.STAGE,
    documents.STAGE,
    feelings.STAGE,
    attitudes.STAGE,
    relationships.STAGE,
    beliefs.STAGE,
    gaps.STAGE,
)
