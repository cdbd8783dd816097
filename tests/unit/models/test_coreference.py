"""The scorer of antecedents: only earlier spans are asked, and all features have a place in its tables."""

from __future__ import annotations

import numpy as np

from tests.unit.models.lines import LINES
from unspoken.models.coreference import TOGETHER, antecedents
from unspoken.models.pairs import KINDS
from unspoken.models.store import model


def test_antecedents_lie_before_and_leave_room_for_a_new_one() -> None:
    vector = np.random.default_rng(3).random((4, 128), dtype=np.float32)
    found = antecedents(model("coreference").heads("upper"), vector, LINES)
    assert len(found) == 4
    assert found[0] == []
    for entry, pairs in enumerate(found):
        assert all(before < entry for before, _ in pairs)
        assert sum(sure for _, sure in pairs) <= 1.001


def test_each_feature_is_in_one_table() -> None:
    assert sorted(kind for kinds in TOGETHER for kind in kinds) == sorted(KINDS)
