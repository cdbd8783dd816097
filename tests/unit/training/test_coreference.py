"""The scorer that is trained and the one that is installed agree, and training lowers the loss."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from tests.unit.models.lines import LINES  # noqa: E402
from unspoken.corpora.gold import Gold  # noqa: E402
from unspoken.models.coreference import antecedents, vectors  # noqa: E402
from unspoken.training.coreference import Example, Scorer, cut, loss, right, save, train  # noqa: E402

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
    net, _ = train("upper", {"whole": [text]}, {"whole": [text]}, epochs=60)
    assert _loss(net, text) < before


def test_a_cut_holds_whole_paragraphs_and_the_mentions_in_them() -> None:
    paragraph = "Anne saw him, and said nothing of it to anybody for a year."
    text = "\n\n".join([paragraph] * 40)
    at = [k * (len(paragraph) + 2) for k in range(40)]
    gold = Gold("a", text, mentions=[{"start": a, "end": a + 4, "cluster": "anne"} for a in at])
    short = cut(gold, Random(3))
    assert short.text.startswith(paragraph)
    assert len(short.text) < len(text)
    assert short.mentions
    assert all(short.text[m["start"] : m["end"]] == "Anne" for m in short.mentions)


def _loss(net: Scorer, text: Example) -> float:
    with torch.no_grad():
        return float(loss(net.eval()(text.states["upper"], text.spans), right(text.cluster)))
