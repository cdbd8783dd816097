"""Feelings that a helper proposes, where the rules found nothing of the kind in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from unspoken.corrections import folded
from unspoken.layers.feelings import Feeling
from unspoken.layers.index import SpanIndex
from unspoken.layers.proposals import Felt, Proposals
from unspoken.layers.spans import Span
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.episodes import feeling
from unspoken.stages.feelings.lexicon import families
from unspoken.stages.feelings.modality import Modality
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.sureness import Sureness
from unspoken.stages.proposed import SUREST, people

MIDDLING = 0.5  # the intensity of a feeling of which no word tells how strong it is


def with_proposed(page: Page, found: Sequence[Feeling], proposals: Proposals) -> tuple[Feeling, ...]:
    """The feelings found, and those proposed that are none of them, in text order and numbered anew."""
    if not proposals.records:
        return tuple(found)
    added = _proposed(page, SpanIndex(found), proposals)
    both = sorted((*found, *added), key=lambda f: (f.start, f.end))
    return tuple(structs.replace(f, id=f"f{number}") for number, f in enumerate(both))


def _proposed(page: Page, found: SpanIndex[Feeling], proposals: Proposals) -> Iterator[Feeling]:
    named, who_is = people(page.characters), Sureness(page)
    for felt in proposals.records:
        if not isinstance(felt, Felt):
            continue
        who, towards = named.get(folded(felt.who)), named.get(folded(felt.towards or ""))
        if who is None or (felt.towards and towards in (None, who)) or _told(found, felt, who):
            continue
        tokens = page.tokens(Span(felt.start, felt.end))
        cue = Cue(
            tokens[0], tokens[-1], tokens[0], "inferred", (felt.emotion,), MIDDLING, who, towards,
            Modality(negated=felt.denied), SUREST,
        )  # fmt: skip
        made = feeling(page, cue, "", who_is)
        if made.experiencer == who:
            yield structs.replace(made, target=towards, confidence=min(made.confidence, SUREST))


def _told(found: SpanIndex[Feeling], felt: Felt, who: str) -> bool:
    """Whether these words already tell of such a feeling of that person."""
    family = families()[felt.emotion]
    return any(
        other.experiencer == who and families()[other.emotion] == family
        for other in found.touching(felt.start, felt.end)
    )
