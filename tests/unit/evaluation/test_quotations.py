"""Which quotation is which."""

from __future__ import annotations

from typing import Any

from tests.unit.evaluation.made import quote
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Counts
from unspoken.evaluation.quotations import matched, pieces, score_quotations
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span


def score(quotes: list[dict[str, Any]], *found: Quote, corpus: str | None = None) -> Counts:
    matches = matched(Gold("x", " " * 200, quotes=quotes, corpus=corpus), Answers(quotes=found))
    counts = score_quotations(matches)["quotes"]
    assert isinstance(counts, Counts)
    return counts


def test_more_than_half_of_both_is_shared() -> None:
    assert score([{"start": 0, "end": 10}], quote(4, 14)) == Counts(1, 0, 0)
    assert score([{"start": 0, "end": 10}], quote(5, 15)) == Counts(0, 1, 1)
    assert score([{"start": 0, "end": 10}], quote(0, 20)) == Counts(0, 1, 1)
    assert score([{"start": 0, "end": 20}], quote(0, 10)) == Counts(0, 1, 1)


def test_narration_between_the_parts_is_not_shared() -> None:
    split = {"start": 0, "end": 100, "parts": [[0, 10], [90, 100]]}
    assert score([split], quote(0, 100)) == Counts(0, 1, 1)
    assert score([split], quote(0, 100, parts=((0, 10), (90, 100)))) == Counts(1, 0, 0)


def test_one_corpus_counts_pieces() -> None:
    parts = [{"start": 0, "end": 20}, {"start": 90, "end": 100}]
    found = quote(0, 100, parts=((0, 20), (90, 100)))
    assert score(parts, found) == Counts(1, 0, 1)
    assert score(parts, found, corpus="litbank") == Counts(2, 0, 0)


def test_a_quotation_is_found_once_and_by_the_one_that_shares_most() -> None:
    assert score([{"start": 0, "end": 10}], quote(0, 10), quote(1, 10)) == Counts(1, 1, 0)
    near, exact = quote(0, 9, "near"), quote(0, 10, "exact")
    ((_, best),) = matched(Gold("x", " " * 20, quotes=[{"start": 0, "end": 10}]), Answers(quotes=(near, exact))).pairs
    assert best == exact


def test_a_thought_may_be_what_is_marked_and_is_no_fault_elsewhere() -> None:
    thought = quote(0, 10, kind="thought")
    assert score([{"start": 0, "end": 10}], thought) == Counts(1, 0, 0)
    assert score([], thought) == Counts(0, 0, 0)
    assert score([], quote(0, 10)) == Counts(0, 1, 0)


def test_a_long_quotation_that_begins_far_before_is_seen() -> None:
    assert score([{"start": 60, "end": 160}], quote(0, 5), quote(55, 170)) == Counts(1, 1, 0)


def test_parts_are_records_or_pairs() -> None:
    assert pieces({"start": 0, "end": 9, "parts": [{"start": 1, "end": 2}, [3, 4]]}) == (Span(1, 2), Span(3, 4))
    assert pieces({"start": 0, "end": 9, "parts": []}) == (Span(0, 9),)
