"""Raw texts keep all their words in whole sentences, hidden words are whole, and pupils come near their teachers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from tests.unit.models.lines import LINES  # noqa: E402
from unspoken.models.pieces import Pieces  # noqa: E402
from unspoken.training.one_pass.__main__ import train  # noqa: E402
from unspoken.training.one_pass.adapt import adapt, hidden  # noqa: E402
from unspoken.training.one_pass.bases import Base, Cased  # noqa: E402
from unspoken.training.one_pass.chains import Chain  # noqa: E402
from unspoken.training.one_pass.config import Config  # noqa: E402
from unspoken.training.one_pass.data import Data  # noqa: E402
from unspoken.training.one_pass.lessons import Lessons  # noqa: E402
from unspoken.training.one_pass.network import Encoder, OnePass, Shape  # noqa: E402
from unspoken.training.one_pass.raw import Raw  # noqa: E402
from unspoken.training.one_pass.run import Run  # noqa: E402
from unspoken.training.one_pass.teach import agree, states_of, told  # noqa: E402

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ada", "wept", "##ing", ".", "went"]
FORMS = ["Ada", "went", "wepting", "."]
WORDS = np.array([0, 1, 3, 0, 2, 3] * 40, np.int32)
STARTS = np.arange(0, 240, 3, dtype=np.int32)
RAW = Raw(FORMS, [("one", WORDS, STARTS, STARTS)])
CHAIN = Chain(FORMS * 3, (0, 4, 8), (0, 2, 4, 8), (0, 2, 4, 8), LINES, ("a", "b", "a", "a"))


def pieces() -> Cased:
    return Cased(VOCABULARY)


def test_windows_hold_every_word_once_in_whole_sentences() -> None:
    sizes = np.array([1, 1, 2, 1])
    found = RAW.windows(sizes, np.random.default_rng(1))
    assert [a for _, a, _ in found[1:]] == [b for _, _, b in found[:-1]]
    assert (found[0][1], found[-1][2]) == (0, 240)
    assert all(a % 3 == b % 3 == 0 for _, a, b in found)


def test_rows_stand_where_their_words_begin() -> None:
    own = pieces()
    rows = RAW.rows([(0, 0, 6), (0, 3, 6)], own(FORMS), own)
    assert rows.first[rows.filled].tolist() == [1, 2, 3, 4, 5, 7, 1, 2, 4]
    assert rows.unit[0].tolist() == [1, 1, 1, 2, 2, 2]
    assert rows.mask.sum(1).tolist() == [9, 6]


def test_ways_of_writing_are_told_apart_where_the_vocabulary_has_no_case() -> None:
    ada, low = pieces()(["Ada", "ada"])
    assert ada[0] == low[0] + len(VOCABULARY)
    assert Pieces(VOCABULARY, lower=True)(["Ada"]) == [low]


def test_whole_words_are_hidden_and_never_the_marks() -> None:
    own = pieces()
    rows = RAW.rows([(0, 0, 240)], own(FORMS), own)
    ids, gone = hidden(rows, 4, len(VOCABULARY), np.random.default_rng(2))
    assert 0.1 < gone.sum() / rows.mask.sum() < 0.35
    second = np.flatnonzero(rows.ids[0] % len(VOCABULARY) == 7)
    assert (gone[0, second] == gone[0, second - 1]).all()
    assert not gone[0, 0]
    assert not gone[~rows.mask].any()
    assert (ids == rows.ids)[~gone].all()


def test_a_pupil_comes_near_to_what_it_is_told() -> None:
    torch.manual_seed(1)
    shape = Shape(vocabulary=len(VOCABULARY), size=16, layers=2, heads=4, inner=32, early=1, cases=4)
    teacher, pupil = (OnePass(shape, 3, 2, 0.0) for _ in range(2))
    own = pieces()
    rows = RAW.rows([(0, 0, 12)], own(FORMS), own)
    said = told([teacher, teacher], [rows, rows])
    torch.testing.assert_close(said.pos.sum(-1), torch.ones(1, 12))
    optimiser = torch.optim.AdamW(pupil.parameters(), 1e-2)
    before: dict[str, float] = {}
    for _step in range(80):
        losses = agree(pupil.upper, states_of(pupil, rows)[1], rows, said)
        before = before or {k: v.item() for k, v in losses.items()}
        optimiser.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        optimiser.step()
    after = {k: v.item() for k, v in agree(pupil.upper, states_of(pupil, rows)[1], rows, said).items()}
    best = agree(teacher.upper, states_of(teacher, rows)[1], rows, said)
    assert {k: after[k] for k in ("pos", "feats", "relations", "events") if after[k] >= before[k]} == {}
    assert {k: (after[k], v.item()) for k, v in best.items() if after[k] < v.item() - 1e-3} == {}


def config(**others: object) -> Config:
    plain = Config(
        name="pupil", base="none", layers=2, early=1, steps=6, warmup=2, every=3, patience=9, rate_encoder=1e-3,
        rate_heads=1e-2, drop=0.0, room=64, most=40, seed=1, sampling={"chains": 1.0}, steps_adapt=4, room_raw=200,
    )  # fmt: skip
    return replace(plain, **others)


def base() -> Base:
    shape = Shape(vocabulary=len(VOCABULARY), size=16, layers=2, heads=4, inner=32, early=1, cases=4)
    torch.manual_seed(1)
    return Base(shape, VOCABULARY, True, Encoder(shape).state_dict())


SHORT = Raw(FORMS, [("one", WORDS, STARTS, STARTS)] * 2)


def test_an_encoder_that_guesses_words_keeps_its_embeddings_and_changes_elsewhere() -> None:
    begun = base()
    done = adapt(config(), begun, SHORT).state_dict()
    assert torch.equal(done["word.weight"], begun.weights["word.weight"])
    assert not torch.equal(done["blocks.0.query.weight"], begun.weights["blocks.0.query.weight"])


def test_a_pupil_has_lessons_and_what_goes_on_from_it_ends_half_way(tmp_path: Path) -> None:
    begun = base()
    data = Data({}, {}, ["_", "a", "b"], ["x", "y"], {"train": [CHAIN], "whole": [CHAIN], "short": [CHAIN]})
    teacher = OnePass(begun.shape, 3, 2, 0.0)
    lessons = Lessons([teacher], [begun.pieces()], begun.pieces(), 16, SHORT, [CHAIN], config())
    train(config(), begun, data, tmp_path, lessons)
    pupil = torch.load(tmp_path / "pupil.pt", weights_only=False)
    assert {"whole", "short"} <= set(pupil["scores"])
    train(config(name="after", begins="pupil", steps=3, every=9), begun, data, tmp_path)
    after = torch.load(tmp_path / "after.pt", weights_only=False)["network"]
    run = Run(config(name="again", begins="pupil"), begun, data, tmp_path)
    assert torch.equal(run.network.state_dict()["upper.event.1.bias"], pupil["network"]["upper.event.1.bias"])
    with torch.no_grad():
        run.network.who[0].out += 1
    run.blend()
    assert torch.allclose(run.network.who[0].out, pupil["network"]["who.0.out"] + 0.5)
    assert not torch.equal(after["who.0.out"], pupil["network"]["who.0.out"])
