"""The scorer that is trained and the one that is installed agree, and training lowers the loss."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from unspoken.models.coreference import antecedents, vectors, written  # noqa: E402
from unspoken.models.labels import SPANS  # noqa: E402
from unspoken.training.coreference import Example, Scorer, loss, right, save, train  # noqa: E402

WORDS = ["The", "old", "man", "saw", "Anne", ".", "She", "saw", "the", "old", "man", "."]
LABELS = [SPANS.index(("PER", form)) for form in ("NOM", "PROP", "PRON", "NOM")]
LINES = written(WORDS, [0, 4, 6, 8], [2, 4, 6, 10], LABELS, [-1] * len(WORDS))
CLUSTERS = ["man", "anne", "anne", "man"]


def test_numpy_and_torch_agree(tmp_path: Path) -> None:
    torch.manual_seed(1)
    net = Scorer(2 * 8).eval()
    states = torch.rand(4, 16)
    with torch.no_grad():
        expected = torch.softmax(net(states, LINES), 1).numpy()
    save(net, tmp_path / "upper.npz")
    with np.load(tmp_path / "upper.npz") as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
    first, last = np.arange(4, dtype=np.int32), np.arange(4, 8, dtype=np.int32)
    halves = np.concatenate([states[:, :8].numpy(), states[:, 8:].numpy()])
    found = antecedents(weights, vectors(weights, halves, first, last), LINES)
    for n, pairs in enumerate(found):
        for before, sure in pairs:
            assert abs(sure - expected[n, n - before]) < 5e-3
    assert sum(map(len, found)) > 3


def test_training_finds_who_is_the_same() -> None:
    text = Example({"upper": torch.rand(4, 16)}, LINES, CLUSTERS)
    before = _loss(Scorer(16), text)
    net, _ = train("upper", [text], [text], epochs=60)
    assert _loss(net, text) < before


def _loss(net: Scorer, text: Example) -> float:
    with torch.no_grad():
        return float(loss(net.eval()(text.states["upper"], text.spans), right(text.cluster)))
