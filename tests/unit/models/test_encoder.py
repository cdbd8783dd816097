"""The encoder: windows cover every word once, and what is read does not hang on where they are cut."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.texts import STORY
from unspoken.errors import BrokenModel
from unspoken.models.encoder import GRIDS, Grid, encoder, windows
from unspoken.models.layers import linear
from unspoken.models.store import Model, model

WORDS = STORY.read_text(encoding="utf-8").split()[:900]
GRID = GRIDS["upper"]
BREAKS = [0, *(i + 1 for i, w in enumerate(WORDS[:-1]) if w.endswith((".", "!", "?")))]


def states(words: list[str], breaks: list[int], part: str = "upper") -> np.ndarray:
    return np.concatenate([s[-1] for _, s in encoder("one_pass", part).states(words, breaks)])


def close(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a * b).sum(1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)


@given(st.lists(st.integers(1, 9), max_size=900), st.sets(st.integers(0, 900)))
def test_cores_cover_every_word_once_and_windows_stay_small(sizes: list[int], breaks: set[int]) -> None:
    found = list(windows(sizes, sorted(breaks), GRID))
    assert [i for w in found for i in range(w.low, w.high)] == list(range(len(sizes)))
    for w in found:
        assert 0 <= w.left <= w.low < w.high <= w.right <= len(sizes)
        assert sum(sizes[w.low : w.high]) <= max(GRID.core, *sizes)
        assert sum(sizes[w.left : w.right]) <= max(GRID.core, *sizes) + 2 * GRID.margin


def test_a_core_ends_where_a_sentence_does() -> None:
    ends = [w.high for w in windows([2] * 500, list(range(0, 500, 40)), GRID)]
    assert all(end % 40 == 0 or end == 500 for end in ends)


def test_the_same_vectors_come_at_every_run() -> None:
    assert np.array_equal(states(WORDS, BREAKS), states(WORDS, BREAKS))


def test_vectors_hardly_change_with_the_grid_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = states(WORDS, BREAKS)
    monkeypatch.setattr(encoder("one_pass", "upper"), "grid", Grid(170, 60, 2))
    second = states(WORDS, BREAKS)
    other = close(whole, second)
    assert other.mean() > 0.85
    assert np.quantile(other, 0.02) > 0.6
    heads = model("one_pass").heads("upper")
    tags = linear(heads, "syntax.pos", whole).argmax(1), linear(heads, "syntax.pos", second).argmax(1)
    assert (tags[0] == tags[1]).mean() > 0.97
    monkeypatch.undo()
    breaks = [*range(0, 60, 2), *(b for b in BREAKS if b >= 60)]
    later = close(whole[60:], states(["Then", "."] * 30 + WORDS[60:], breaks)[60:])
    assert later[200:].mean() > 0.85


def test_the_lower_layers_are_loaded_alone_and_say_something_else() -> None:
    assert list(encoder("one_pass", "lower")._sessions) == ["lower"]
    some = WORDS[:60]
    assert close(states(some, [0], "lower"), states(some, [0])).mean() < 0.9


def test_no_words_have_no_vectors() -> None:
    assert [s for _, s in encoder("one_pass", "lower").states([], [])] == []


def test_a_damaged_file_is_refused_in_one_line() -> None:
    good = model("one_pass")
    bad = Model("one_pass", {**good.card, "digests": {"upper.npz": "0" * 64}}, good.folder)
    with pytest.raises(BrokenModel, match=r"upper\.npz is not what its digest says; install unspoken anew"):
        bad.heads("upper")


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(BrokenModel, match="'nowhere'"):
        model("nowhere")
