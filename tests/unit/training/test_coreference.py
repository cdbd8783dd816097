"""Training the scorer on the states of an encoder that stays as it is lowers its loss; short texts are cut whole."""

from __future__ import annotations

from random import Random

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from tests.unit.models.lines import LINES  # noqa: E402
from unspoken.corpora.gold import Gold  # noqa: E402
from unspoken.training.coreference import Example, train  # noqa: E402
from unspoken.training.one_pass.antecedents import loss  # noqa: E402
from unspoken.training.one_pass.chains import Chain, Scorer  # noqa: E402
from unspoken.training.one_pass.prepare import cut  # noqa: E402

CLUSTERS = ["man", "anne", "anne", "man"]


def test_training_finds_who_is_the_same() -> None:
    text = Example({"upper": torch.rand(8, 16)}, Chain((), (), range(4), range(4, 8), LINES, CLUSTERS))
    before = _loss(Scorer(16, 0.0), text)
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
        return float(loss(net.eval()(text.states["upper"], text.chain), torch.tensor(text.chain.right)))
