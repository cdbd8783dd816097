"""Weights are what their digests say, or they are not used: one line, exit code 2."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from unspoken import resources
from unspoken.cli.app import app
from unspoken.errors import BrokenModel
from unspoken.models import store
from unspoken.models.encoder import encoder
from unspoken.stages.syntax.lemmas import known_words, lemma

CACHES = (store.model, encoder, known_words, lemma)
REAL = Path(store.__file__).parent / "weights"


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    """Nothing is kept from before, nor for later."""
    for cached in CACHES:
        cached.cache_clear()
    yield
    for cached in CACHES:
        cached.cache_clear()


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights that is read in their place."""
    shutil.copytree(REAL, tmp_path / "weights")
    monkeypatch.setattr(store, "files", lambda _: tmp_path)
    return tmp_path / "weights"


def flipped(path: Path) -> None:
    """One bit of a file the other way."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def read(folder: Path) -> tuple[int, str]:
    """The exit code of reading a story, and what stands on standard error."""
    (folder / "late.txt").write_text("“You came,” said Ada.\n\nBram walked in.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(folder / "late.txt"), "--quiet"])
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.exit_code, done.stderr


@pytest.mark.parametrize(
    "file",
    [
        "one_pass/lower.onnx",
        "one_pass/upper.npz",
        "one_pass/vocabulary.txt.gz",
        "one_pass/model.json",
        "coreference/upper.npz",
    ],
)
def test_a_file_with_one_bit_changed_is_refused(weights: Path, tmp_path: Path, file: str) -> None:
    flipped(weights / file)
    code, said = read(tmp_path)
    assert code == 2
    (line,) = said.splitlines()
    assert f"the model {file.partition('/')[0]!r} cannot be used" in line
    assert line.endswith("; install unspoken anew")


def test_a_file_that_is_missing_is_told(weights: Path, tmp_path: Path) -> None:
    (weights / "one_pass" / "upper.onnx").unlink()
    code, said = read(tmp_path)
    assert (code, len(said.splitlines())) == (2, 1)
    assert "upper.onnx is missing" in said


def test_files_that_are_whole_are_read(weights: Path, tmp_path: Path) -> None:
    assert read(tmp_path) == (0, "")


def test_a_card_whose_line_breaks_were_changed_is_the_same_card(weights: Path) -> None:
    card = weights / "coreference" / "model.json"
    card.write_bytes(card.read_bytes().replace(b"\n", b"\r\n"))
    assert store.model("coreference").card["digests"]


@pytest.mark.parametrize(
    "bad", [gzip.compress(b"0\tother words\n", mtime=0), b"", None], ids=["other words", "empty", "missing"]
)
def test_a_list_that_was_learnt_is_held_to_its_digest(
    bad: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def packed(name: str) -> bytes:
        if bad is None:
            raise FileNotFoundError(name)
        return bad

    monkeypatch.setattr(resources, "packed", packed)
    with pytest.raises(BrokenModel, match=r"'word_classes\.tsv\.gz' cannot be used: it is .*; install unspoken anew"):
        store.learnt("word_classes.tsv.gz")
    code, said = read(tmp_path)
    assert (code, len(said.splitlines())) == (2, 1)


def test_a_list_without_a_digest_is_not_taken_for_weights() -> None:
    with pytest.raises(BrokenModel):
        store.learnt("lemmas.tsv")
