"""Measures of coreference on partitions whose values are known from the literature."""

from __future__ import annotations

import sys

import pytest

from unspoken.errors import UnspokenError
from unspoken.evaluation.coreference import Cluster, b_cubed, ceaf, coreference, muc


def clusters(*words: str) -> list[Cluster]:
    """A cluster a word, a mention a letter."""
    return [frozenset(word) for word in words]


# Luo (2005), table 1: a key of three clusters, and four responses.
KEY = clusters("12345", "67", "89abc")
ONE_TOO_LARGE = clusters("12345", "6789abc")  # (a)
THE_LARGER_TWO = clusters("1234589abc", "67")  # (b)
ALL_IN_ONE = clusters("123456789abc")  # (c)
EACH_ALONE = clusters(*"123456789abc")  # (d)


@pytest.mark.parametrize(
    ("response", "muc_f1", "b3_f1", "ceafe_f1"),
    [
        (ONE_TOO_LARGE, 0.947, 0.865, 0.733),
        (THE_LARGER_TWO, 0.947, 0.737, 0.667),
        (ALL_IN_ONE, 0.900, 0.545, 0.294),
        (EACH_ALONE, 0.0, 0.400, 0.178),
        (KEY, 1.0, 1.0, 1.0),
    ],
)
def test_the_examples_of_the_literature(response: list[Cluster], muc_f1: float, b3_f1: float, ceafe_f1: float) -> None:
    figures = coreference(KEY, response).figures()
    assert figures["MUC"] == pytest.approx(muc_f1, abs=6e-4)
    assert figures["B3"] == pytest.approx(b3_f1, abs=6e-4)
    assert figures["CEAFe"] == pytest.approx(ceafe_f1, abs=6e-4)
    assert figures["CoNLL"] == pytest.approx((figures["MUC"] + figures["B3"] + figures["CEAFe"]) / 3)


def test_mentions_of_one_side_alone_are_links_and_mentions_lost() -> None:
    key, response = clusters("abc", "d"), clusters("ab", "x")
    assert muc(key, response) == (1, 2)
    assert muc(response, key) == (1, 1)
    assert b_cubed(key, response) == pytest.approx((4 / 3, 4))
    assert b_cubed(response, key) == (2, 3)
    assert ceaf(key, response) == pytest.approx(4 / 5)


def test_a_side_without_clusters_is_no_fault() -> None:
    assert coreference([], clusters("ab")).figures() == dict.fromkeys(("MUC", "B3", "CEAFe", "CoNLL"), 0.0)
    assert coreference(clusters("ab"), []).figures()["CoNLL"] == 0
    assert coreference([], []).figures()["CoNLL"] == 0


def test_documents_are_added_before_they_are_divided() -> None:
    both = coreference(KEY, KEY) + coreference(clusters("ab"), [])
    assert both.figures()["MUC"] == pytest.approx(2 * 0.9 / 1.9)


def test_without_scipy_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(UnspokenError, match=r"unspoken\[evaluation\]") as caught:
        ceaf(KEY, KEY)
    assert "\n" not in str(caught.value)
