"""What holds for every story that was read: offsets lie in the text, ids mean somebody, no claim without its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contract.texts import DEGENERATE, FRAGMENTS, STORY, document
from unspoken.layers.relationships import Mutual
from unspoken.layers.spans import Span
from unspoken.reading import read_document
from unspoken.story import Story

STORIES = {"story": STORY.read_text(encoding="utf-8"), **DEGENERATE}
WITH_ID = (
    "chapters", "characters", "entities", "places", "scenes", "documents", "quotes", "feelings", "attitudes",
    "relationships", "beliefs", "gaps",
)  # fmt: skip
HEADING = re.compile(r"(?:chapter|part|book)\b|[ivxlc\d]+\.?$", re.IGNORECASE)
IN_ORDER = ("paragraphs", "chapters", "emphasis", "sentences", "entities", "events", "scenes", "documents", "quotes")


@cache
def story(name: str) -> Story:
    return read_document(document(STORIES[name]))


def records(value: Any) -> Iterator[msgspec.Struct]:
    """Every record in a story, however deep, but for where it came from and what made it."""
    if isinstance(value, msgspec.Struct):
        yield value
        for field in value.__struct_fields__:
            if field not in ("source", "provenance"):
                yield from records(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from records(item)


def ids(things: Iterable[Any]) -> set[str]:
    return {thing.id for thing in things}


# The promises. Each takes a story and asserts; all are checked on fixed texts and on generated ones.


def spans_lie_within_the_text(read: Story) -> None:
    for record in records(read):
        if hasattr(record, "start") and hasattr(record, "end") and not isinstance(record.start, tuple):
            assert 0 <= record.start < record.end <= len(read.text), record
        elif hasattr(record, "start") and not hasattr(record, "end"):
            assert 0 <= record.start < len(read.text), record


def offsets_that_stand_alone_lie_within_the_text(read: Story) -> None:
    for character in read.characters:
        assert character.mentions, f"{character.id} is never mentioned"
        assert character.first == min(m.start for m in character.mentions)
        assert character.last == max(m.end for m in character.mentions)
    for gap in read.gaps:
        assert 0 <= gap.reader_from <= len(read.text)
        assert gap.reader_until is None or gap.reader_from <= gap.reader_until <= len(read.text)


def numbers_stay_in_their_range(read: Story) -> None:
    for record in records(read):
        for field, low in (
            ("confidence", 0.0),
            ("intensity", 0.0),
            ("severity", 0.0),
            ("valence", -1.0),
            ("trust", -1.0),
        ):
            value = getattr(record, field, None)
            for number in (value.a, value.b) if isinstance(value, Mutual) else (value,):
                assert number is None or low <= number <= 1.0, (field, record)


def ids_are_used_once(read: Story) -> None:
    found = [thing.id for layer in WITH_ID for thing in getattr(read, layer)]
    assert len(found) == len(set(found))


def layers_are_in_text_order(read: Story) -> None:
    for layer in IN_ORDER:
        starts = [thing.start for thing in getattr(read, layer)]
        assert starts == sorted(starts), layer
    for character in read.characters:
        assert list(character.mentions) == sorted(character.mentions, key=lambda m: (m.start, m.end))


def tokens_do_not_overlap_and_hold_no_white_space(read: Story) -> None:
    offsets = list(zip(read.tokens.start, read.tokens.end, strict=True))
    assert all(before[1] <= after[0] for before, after in pairwise(offsets))
    assert all(start < end and not any(c.isspace() for c in read.text[start:end]) for start, end in offsets)
    for name in ("lemma", "pos", "feats", "head", "deprel"):
        column = getattr(read.tokens, name)
        assert column is None or len(column) == len(offsets), name


def every_word_is_in_a_token(read: Story) -> None:
    covered = bytearray(len(read.text))
    for start, end in zip(read.tokens.start, read.tokens.end, strict=True):
        covered[start:end] = b"\1" * (end - start)
    lost = {read.text[i] for i, c in enumerate(covered) if not c and read.text[i].isalnum()}
    assert not lost


def every_token_is_in_exactly_one_sentence(read: Story) -> None:
    assert all(before.end <= after.start for before, after in pairwise(read.sentences))
    sentences = iter((*read.sentences, Span(len(read.text), len(read.text))))
    sentence = next(sentences)
    for start, end in zip(read.tokens.start, read.tokens.end, strict=True):
        while sentence.end <= start and sentence.start < len(read.text):
            sentence = next(sentences)
        assert sentence.start <= start < end <= sentence.end, read.text[start:end]


def scenes_tile_the_text(read: Story) -> None:
    """Between scenes there is nothing but headings and ornaments."""
    assert all(before.end <= after.start for before, after in pairwise(read.scenes))
    bounds = [0, *(bound for scene in read.scenes for bound in (scene.start, scene.end)), len(read.text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        lines = [line.strip() for line in read.text[start:end].split("\n") if any(c.isalnum() for c in line)]
        assert not [line for line in lines if not HEADING.match(line)]


def parts_of_a_quotation_are_in_order_and_fill_it(read: Story) -> None:
    for quote in read.quotes:
        assert quote.parts, quote
        assert all(before.end <= after.start for before, after in pairwise(quote.parts)), quote
        assert (quote.parts[0].start, quote.parts[-1].end) == (quote.start, quote.end), quote


def quotations_do_not_overlap(read: Story) -> None:
    parts = sorted(part for quote in read.quotes for part in quote.parts)
    assert all(before.end <= after.start for before, after in pairwise(parts))


def references_mean_somebody(read: Story) -> None:
    people, scenes, documents = ids(read.characters), ids(read.scenes), ids(read.documents)
    assert {e.character for e in read.entities} <= people | {None}
    assert {who for e in read.events for who in (e.agent, e.patient)} <= people | {None}
    for scene in read.scenes:
        assert {*scene.present, scene.focal} <= people | {None}
        assert scene.chapter in ids(read.chapters) | {None}
        assert scene.place in ids(read.places) | {None}
    for written in read.documents:
        assert {written.author, written.addressee, *(r.character for r in written.read_by)} <= people | {None}
        assert {r.scene for r in written.read_by} <= scenes | {None}
    for quote in read.quotes:
        assert {quote.speaker, *quote.addressees} <= people | {None}
    for feeling in read.feelings:
        assert {feeling.experiencer, feeling.target} <= people | {None}
        assert feeling.scene in scenes | {None}
        assert set(feeling.source) <= people | documents | {"narrator"}
    for attitude in read.attitudes:
        assert {attitude.holder, attitude.target} <= people
        assert {attitude.from_scene, attitude.until_scene} <= scenes | {None}
    for relationship in read.relationships:
        assert set(relationship.pair) <= people
        assert {moment.scene for moment in relationship.timeline} <= scenes
        assert {event.scene for event in relationship.events} <= scenes
        assert {event.actor for event in relationship.events} <= {*relationship.pair, None}
    for belief in read.beliefs:
        assert belief.holder in people
        assert {belief.proposition.subject, belief.proposition.object} <= people | {None}
        assert {belief.from_scene, belief.until_scene} <= scenes | {None}
    for gap in read.gaps:
        assert {gap.holder, gap.about} <= people
        assert gap.belief in ids(read.beliefs) | {None}
        assert {gap.opens_scene, gap.closes_scene} <= scenes | {None}


def no_claim_stands_without_its_words(read: Story) -> None:
    events = [event for relationship in read.relationships for event in relationship.events]
    claims: list[Any] = [*read.feelings, *read.beliefs, *events]
    for claim in claims:
        assert read.text[claim.start : claim.end].strip(), claim
    for attitude in read.attitudes:
        assert attitude.evidence, attitude
    for gap in read.gaps:
        assert read.text[gap.truth.start : gap.truth.end].strip(), gap
    for relationship in read.relationships:
        assert relationship.kinds or relationship.timeline or relationship.events, relationship


def nobody_is_related_to_themselves_and_no_pair_stands_twice(read: Story) -> None:
    pairs = [frozenset(relationship.pair) for relationship in read.relationships]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(pairs) == len(set(pairs))


def what_ends_a_belief_or_closes_a_gap_comes_with_its_scene(read: Story) -> None:
    for belief in read.beliefs:
        assert (belief.ended_by is None) or belief.until_scene is not None, belief
    for gap in read.gaps:
        assert (gap.closes_scene is None) == (gap.closed_by is None), gap
        assert gap.type == "ignorance" or gap.belief is not None, gap


PROMISES = [
    spans_lie_within_the_text,
    offsets_that_stand_alone_lie_within_the_text,
    numbers_stay_in_their_range,
    ids_are_used_once,
    layers_are_in_text_order,
    tokens_do_not_overlap_and_hold_no_white_space,
    every_word_is_in_a_token,
    every_token_is_in_exactly_one_sentence,
    scenes_tile_the_text,
    parts_of_a_quotation_are_in_order_and_fill_it,
    quotations_do_not_overlap,
    references_mean_somebody,
    no_claim_stands_without_its_words,
    nobody_is_related_to_themselves_and_no_pair_stands_twice,
    what_ends_a_belief_or_closes_a_gap_comes_with_its_scene,
]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: p.__name__)
@pytest.mark.parametrize("name", STORIES)
def test_a_promise_is_kept(promise: Any, name: str) -> None:
    promise(story(name))


@pytest.mark.parametrize("name", STORIES)
def test_the_text_is_unchanged(name: str) -> None:
    assert story(name).text == STORIES[name]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("\n\n".join))
def test_every_promise_is_kept_on_texts_put_together_at_random(text: str) -> None:
    read = read_document(document(text))
    for promise in PROMISES:
        promise(read)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("Ada Bram.“”‘’'\"\n\n —*_?!🙂ʼ\u00a0"), max_size=120))
def test_every_promise_is_kept_on_noise(text: str) -> None:
    read = read_document(document(text))
    for promise in PROMISES:
        promise(read)
