"""Raw texts keep all their words in whole sentences, hidden words are whole, and pupils come near their teachers."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from unspoken.models.pieces import Pieces  # noqa: E402
from unspoken.training.one_pass.adapt import hidden  # noqa: E402
from unspoken.training.one_pass.bases import Cased  # noqa: E402
from unspoken.training.one_pass.network import OnePass, Shape  # noqa: E402
from unspoken.training.one_pass.raw import Raw  # noqa: E402
from unspoken.training.one_pass.teach import agree, states_of, told  # noqa: E402

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ada", "wept", "##ing", ".", "went"]
FORMS = ["Ada", "went", "wepting", "."]
WORDS = np.array([0, 1, 3, 0, 2, 3] * 40, np.int32)
STARTS = np.arange(0, 240, 3, dtype=np.int32)
RAW = Raw(FORMS, [("one", WORDS, STARTS, STARTS)])


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
    for step in range(80):
        losses = agree(pupil.upper, states_of(pupil, rows)[1], rows, said)
        before = before or {k: v.item() for k, v in losses.items()}
        optimiser.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        optimiser.step()
    after = {k: v.item() for k, v in agree(pupil.upper, states_of(pupil, rows)[1], rows, said).items()}
    best = agree(teacher.upper, states_of(teacher, rows)[1], rows, said)
    assert {k: after[k] for k in ("pos", "feats", "relations", "events") if after[k] >= before[k]} == {}
    assert {k: (after[k], v.item()) for k, v in best.items() if after[k] < v.item() - 1e-3} == {}
