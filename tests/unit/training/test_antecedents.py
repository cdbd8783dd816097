"""The scorer of antecedents that is trained and the one that is installed agree, and training lowers the loss."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from tests.unit.models.lines import LINES  # noqa: E402
from unspoken.models.coreference import antecedents, vectors  # noqa: E402
from unspoken.models.pieces import Pieces  # noqa: E402
from unspoken.training.one_pass.antecedents import loss, read, score  # noqa: E402
from unspoken.training.one_pass.chains import Chain, Scorer  # noqa: E402
from unspoken.training.one_pass.export import export_scorer  # noqa: E402
from unspoken.training.one_pass.network import OnePass, Shape  # noqa: E402

WORDS = ("man", "saw", "anne", ".", "anne", "saw", "man", ".")
CHAIN = Chain(WORDS, (0, 4), (0, 2, 4, 6), (0, 2, 4, 6), LINES, ("man", "anne", "anne", "man"))
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "man", "saw", "anne", "."]


def network() -> OnePass:
    torch.manual_seed(1)
    return OnePass(Shape(vocabulary=8, size=16, layers=2, heads=4, inner=32, early=1), 2, 2, 0.0)


def test_numpy_and_torch_agree(tmp_path: Path) -> None:
    torch.manual_seed(1)
    scorer = Scorer(8, 0.0).eval()
    states = torch.rand(8, 8)
    with torch.no_grad():
        expected = torch.softmax(scorer(states, CHAIN), 1).numpy()
    export_scorer(scorer, tmp_path / "upper.npz")
    with np.load(tmp_path / "upper.npz") as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
    first, last = (np.array(column, np.int32) for column in (CHAIN.first, CHAIN.last))
    found = antecedents(weights, vectors(weights, states.numpy(), first, last), LINES)
    for n, pairs in enumerate(found):
        for before, sure in pairs:
            assert abs(sure - expected[n, n - before]) < 5e-3
    assert sum(map(len, found)) > 3


def test_training_finds_who_is_the_same() -> None:
    made, pieces = network(), Pieces(PIECES)
    right = torch.tensor(CHAIN.right)
    optimiser = torch.optim.AdamW(made.parameters(), 1e-2)
    before = score(made, pieces, [CHAIN])
    values = []
    for _ in range(60):
        optimiser.zero_grad()
        both = zip(made.who, read(made, pieces, CHAIN), strict=True)
        value = sum(loss(who(states, CHAIN), right) for who, states in both)
        value.backward()
        optimiser.step()
        values.append(value.item())
    assert values[-1] < values[0] / 2
    assert max(before) < 1
    assert score(made, pieces, [CHAIN]) == (1.0, 1.0)


def test_a_span_goes_back_to_all_of_its_chain_and_the_first_to_none() -> None:
    rows = CHAIN.right
    assert rows[:, 0].tolist() == [True, True, False, False]
    assert (rows[2, 1], rows[3, 3], rows[3, 1]) == (True, True, False)


def test_states_of_all_words_come_in_their_order_whatever_the_windows() -> None:
    made, pieces = network().eval(), Pieces(PIECES)
    words = WORDS * 120
    long = Chain(words, tuple(range(0, len(words), 4)), (0,), (0,), LINES)
    with torch.no_grad():
        upper = read(made, pieces, long)[1]
        alone = read(made, pieces, Chain(WORDS * 20, tuple(range(0, 160, 4)), (0,), (0,), LINES))[1]
    assert len(upper) == len(words)
    assert torch.allclose(upper[:40], alone[:40], atol=0.1)
