"""Mentions and clusters of both sides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.evaluation.made import entity
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.clusters import score_clusters
from unspoken.evaluation.measures import Counts

TEXT = "abcdefgh"


def gold(*mentions: tuple[int, str | None, str], **changes: Any) -> Gold:
    """A mention a letter: its place, cluster and type."""
    records = [{"start": k, "end": k + 1, "cluster": who, "type": kind, "form": "PROP"} for k, who, kind in mentions]
    return Gold("letters", TEXT, mentions=records, **changes)


def test_who_means_nobody_in_particular_does_not_count() -> None:
    true = gold((0, "x", "PER"), (1, "x", "PER"), (2, None, "PER"))
    found = Answers((entity(0, 1, who="p"), entity(1, 2, who="p"), entity(3, 4, who=None)))
    assert score_clusters(true, found)["mentions"] == Counts(2, 0, 0)


def test_singletons_count_where_the_corpus_has_some() -> None:
    true = gold((0, "x", "PER"), (1, "x", "PER"), (2, "y", "PER"))
    found = Answers((entity(0, 1, who="p"), entity(1, 2, who="p"), entity(2, 3, who="q"), entity(3, 4, who="r")))
    assert score_clusters(true, found)["mentions"] == Counts(3, 1, 0)


def test_where_the_corpus_has_no_singletons_neither_side_has() -> None:
    true = gold((0, "x", "PER"), (1, "x", "PER"))
    found = Answers((entity(0, 1, who="p"), entity(1, 2, who="p"), entity(2, 3, who="q")))
    scores = score_clusters(true, found)
    assert scores["mentions"] == Counts(2, 0, 0)
    assert scores["coreference"].figures()["CoNLL"] == 1


def test_people_are_scored_by_themselves() -> None:
    true = gold((0, "x", "PER"), (1, "x", "PER"), (2, "town", "GPE"), (3, "town", "GPE"))
    found = Answers((entity(0, 1, who="p"), entity(1, 2, who="p"), entity(2, 3, "GPE", who="t")))
    scores = score_clusters(true, found)
    assert scores["coreference of people"].figures()["MUC"] == 1
    assert scores["coreference"].figures()["MUC"] == pytest.approx(2 / 3)


def test_a_span_of_two_clusters_is_in_the_larger() -> None:
    true = gold((0, "x", "PER"), (1, "y", "PER"), (0, "y", "PER"))
    found = Answers((entity(0, 1, who="p"), entity(1, 2, who="p")))
    assert score_clusters(true, found)["coreference"].figures()["MUC"] == 1


def test_what_is_not_annotated_is_not_scored() -> None:
    assert score_clusters(Gold("x", TEXT), Answers()) == {}
    assert score_clusters(Gold("x", TEXT, mentions=[{"start": 0, "end": 1}]), Answers()) == {}
    assert score_clusters(gold((0, "x", "PER"), corpus="pdnc"), Answers()) == {}
