"""The one network: numpy and ONNX say what torch says, losses fall, windows keep what is annotated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnxruntime")
pytest.importorskip("onnx")

from unspoken.models import emotions, events, links, spans, syntax  # noqa: E402
from unspoken.models.layers import First  # noqa: E402
from unspoken.models.pieces import Pieces  # noqa: E402
from unspoken.training.one_pass.__main__ import train  # noqa: E402
from unspoken.training.one_pass.bases import Base  # noqa: E402
from unspoken.training.one_pass.batches import batches  # noqa: E402
from unspoken.training.one_pass.config import HERE, Config, read_config  # noqa: E402
from unspoken.training.one_pass.data import Data  # noqa: E402
from unspoken.training.one_pass.examples import Example, middle, side_by_side, windows  # noqa: E402
from unspoken.training.one_pass.export import Exported, export_encoder, export_heads  # noqa: E402
from unspoken.training.one_pass.losses import loss, reach, vectors  # noqa: E402
from unspoken.training.one_pass.network import Encoder, OnePass, Shape  # noqa: E402

SHAPE = Shape(vocabulary=40, size=32, layers=2, heads=4, inner=64, early=1)
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "Ada", "wept", "and", "Bram", "fled", ".", "she", "feared", "him"]
SAD = Example(
    words=("Ada", "wept", ".", "Bram", "fled", "and", "she", "feared", "him", "."),
    starts=(0, 3),
    spans={(0, 0): 0, (3, 3): 0, (6, 6): 2, (8, 8): 2},
    events=frozenset((1, 4)),
    clusters={(0, 0): "a", (3, 3): "b", (6, 6): "a", (8, 8): "b"},
    pos=(11, 15, 12, 11, 15, 4, 10, 15, 10, 12),
    feats=(0,) * 10,
    heads=(1, 1, 1, 4, 4, 7, 7, 4, 7, 4),
    relations=(0, 1, 0, 0, 1, 0, 0, 1, 0, 0),
    cues={3: frozenset(), 7: frozenset((7,))},
    emotions=frozenset((12,)),
)


def network(drop: float = 0.0) -> OnePass:
    torch.manual_seed(1)
    made = OnePass(SHAPE, 3, 2, drop)
    for name, p in made.named_parameters():
        if "pair" in name or "speaks" in name:
            torch.nn.init.normal_(p, std=0.1)
    return made.eval()


def exported(made: OnePass, folder: Path) -> dict[str, np.ndarray]:
    export_heads(made.upper, folder / "upper.npz")
    with np.load(folder / "upper.npz") as arrays:
        return {n: arrays[n].astype(np.float32) for n in arrays.files}


def test_heads_in_numpy_say_what_heads_in_torch_say(tmp_path: Path) -> None:
    made = network()
    weights = exported(made, tmp_path)
    heads = made.upper
    heads.load_state_dict({n: torch.tensor(v) for n, v in weights.items()})
    x = torch.randn(1, 11, 32)
    read = First.of(weights, 32)(x[0].numpy())
    with torch.no_grad():
        near = {"atol": 1e-3, "rtol": 1e-3}
        assert np.allclose(events.events(weights, read), torch.sigmoid(heads.event(x))[0, :, 0], **near)
        inner = heads.emotions.hidden(x)
        felt = emotions.emotions(weights, read)
        assert np.allclose(felt.cue, torch.sigmoid(heads.emotions.cue(inner))[0, :, 0], **near)
        assert np.allclose(felt.family, torch.sigmoid(heads.emotions.family(inner))[0], **near)
        tree = syntax.syntax([(weights, read)], [(0, 11)], 1)
        assert np.array_equal(tree.pos, heads.syntax.pos(x)[0].argmax(-1))
        parents = torch.tensor([[i if h < 0 else h for i, h in enumerate(tree.head.tolist())]])
        hangs = tree.head >= 0
        named = heads.syntax.relations(x, parents)[0]
        named[hangs, 1] = -torch.inf  # which is for roots
        assert np.array_equal(tree.relation[hangs], named.argmax(-1)[hangs])
        assert set(tree.relation[~hangs]) == {1}
        pairs = [(0, 1), (4, 4)]
        first, last = np.array(pairs, np.int32).T
        ours = links.mention_vectors(weights, x[0].numpy(), first, last)
        assert np.allclose(ours, vectors(heads, x[0], pairs), **near)
        scores, left, right = heads.spans(x)
        width = reach(11)
        scores = (scores + heads.spans.width[width.clamp(min=0)]).masked_fill(width < 0, -1e4)[0]
        found = spans.spans(weights, read, np.zeros(11, np.int32))
        for a, b, label, sure in zip(found.first, found.last, found.label, found.sure, strict=True):
            assert sure == pytest.approx(float(torch.sigmoid(scores[a, b])), abs=1e-3)
            assert label == int((left[0, a] + right[0, b]).argmax())


def test_the_exported_encoder_says_nearly_what_torch_says(tmp_path: Path) -> None:
    made = network().encoder
    plain = Encoder(SHAPE).eval()
    plain.load_state_dict(made.state_dict())
    export_encoder(made, tmp_path)
    exported = Exported(tmp_path, SHAPE)
    ids = torch.randint(0, 40, (3, 17), generator=torch.Generator().manual_seed(2))
    mask = torch.ones_like(ids, dtype=torch.bool)
    mask[1, 9:] = False
    with torch.no_grad():
        for ours, theirs in zip(plain(ids, mask), exported(ids, mask), strict=True):
            assert float(torch.cosine_similarity(ours[mask], theirs[mask], dim=-1).min()) > 0.99


def config(steps: int) -> Config:
    return Config(
        name="test", base="none", layers=2, early=1, steps=steps, warmup=2, every=5, patience=30, rate_encoder=1e-3,
        rate_heads=1e-2, drop=0.0, room=64, most=40, seed=1, sampling={"sad": 1.0},
    )  # fmt: skip


def test_losses_of_all_heads_fall_as_it_trains_and_a_stopped_run_goes_on(tmp_path: Path) -> None:
    base = Base(SHAPE, PIECES + ["x"] * 27, False, Encoder(SHAPE).state_dict())
    data = Data({"sad": [SAD]}, {"sad": [SAD]}, ["_", "a", "b"], ["x", "y"])
    only = next(batches([SAD], Pieces(PIECES), 40, 64))
    torch.manual_seed(1)
    train(config(5), base, data, tmp_path)
    early = torch.load(tmp_path / "test.last.pt", weights_only=False)
    train(config(60), base, data, tmp_path)
    late = torch.load(tmp_path / "test.last.pt", weights_only=False)
    assert (early["step"], late["step"]) == (5, 60)

    def losses(made: OnePass) -> dict[str, float]:
        return {n: v.item() for n, v in loss(made, only, {}).items()}

    trained = network()
    trained.load_state_dict(late["network"])
    before, after = losses(network()), losses(trained)
    assert set(before) >= {
        "spans",
        "labels",
        "events",
        "pos",
        "arcs",
        "relations",
        "cues",
        "families",
        "coref",
        "lower",
    }
    assert all(after[n] < before[n] for n in ("spans", "events", "pos", "arcs", "relations", "cues", "coref", "lower"))


def test_windows_are_whole_sentences_and_keep_what_is_annotated() -> None:
    one, two = windows(SAD, [1] * 10, 7)
    assert (one.words, two.words) == (SAD.words[:3], SAD.words[3:])
    assert two.spans == {(0, 0): 0, (3, 3): 2, (5, 5): 2}
    assert (two.events, two.cues, two.heads) == ({1}, {0: frozenset(), 4: {7}}, (1, 1, 4, 4, 1, 4, 1))


def test_windows_cut_by_chance_lose_no_word_either() -> None:
    long = Example(SAD.words * 20, tuple(s + 10 * k for k in range(20) for s in SAD.starts))
    found = [w for e in windows(long, [1] * 200, 30, Random(3)) for w in e.words]
    assert tuple(found) == long.words


def test_of_three_sentences_the_middle_one_says_what_is_no_cue() -> None:
    none = dict.fromkeys(range(9), frozenset[int]())
    words = ("Ada", "wept", ".", "Bram", "fled", ".", "She", "sang", ".")
    assert set(middle(Example(words, (0, 3, 6), cues=none)).cues or {}) == {3, 4, 5}
    early = middle(Example(words, (0, 3, 6), cues=none | {1: frozenset((4,))}))
    assert early.cues == {0: frozenset(), 1: {4}, 2: frozenset()}


def test_what_is_no_annotation_changes_no_loss() -> None:
    made = network()
    bare = Example(SAD.words, SAD.starts, cues={})
    told = Example(SAD.words, SAD.starts, cues={7: frozenset((7,))})

    def cue(*examples: Example) -> float:
        return loss(made, next(batches(examples, Pieces(PIECES), 40, 64)), {})["cues"].item()

    assert cue(bare) == 0
    assert cue(told) == pytest.approx(cue(told, bare), rel=1e-3)


def test_texts_side_by_side_keep_their_cues() -> None:
    short = [Example((str(k), "wept"), (0,), cues={1: frozenset((k,))}) for k in range(5)]
    for long in side_by_side(short, Random(2)):
        for w, families in (long.cues or {}).items():
            assert {long.words[w - 1]} == {str(k) for k in families}


def test_the_configurations_can_be_read_and_name_no_teacher_that_is_not_there() -> None:
    names = {path.stem for path in (HERE / "configs").glob("*.toml")}
    found = {name: read_config(name) for name in names}
    assert found["standard"].base == "distilbert"
    for config in found.values():
        assert {*config.teachers, config.begins or "pupil", config.adapted or "cased"} <= names


def test_a_configuration_that_is_like_another_says_only_what_differs() -> None:
    teacher, second = read_config("teacher"), read_config("second")
    assert replace(second, name="teacher", steps=teacher.steps, seed=teacher.seed) == teacher
    assert second.seed != teacher.seed
