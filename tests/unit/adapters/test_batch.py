"""The batch reader: what a transformer of scikit-learn has to keep to, and many stories at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import unspoken
from tests.stories.wrong_door import story
from unspoken.adapters.batch import Reader
from unspoken.errors import BadInput, UnspokenError
from unspoken.exports.json import encode

ADA, BRAM = "Ada wept.\n", "“Stay,” said Bram.\n"


def words(stories: list[unspoken.Story | None]) -> list[str | None]:
    return [read.text if read else None for read in stories]


def test_paths_texts_and_stories_become_stories_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "bram.txt").write_text(BRAM, encoding="utf-8")
    made = Reader().fit_transform([ADA, tmp_path / "bram.txt", str(tmp_path / "bram.txt"), story()])
    assert words(made) == [ADA, BRAM, BRAM, story().text]
    assert made[3] is story()


def test_what_cannot_be_read_stops_the_work_or_leaves_a_place_empty() -> None:
    with pytest.raises(BadInput, match="there are no words"):
        Reader().transform([ADA, " \n"])
    assert words(Reader(errors="skip").transform([" \n", ADA])) == [None, ADA]


@pytest.mark.parametrize("missing", [None, float("nan"), b"Ada sang."])
def test_what_is_neither_a_path_nor_words_cannot_be_read(missing: Any) -> None:
    given: Any = [missing, ADA]
    assert words(Reader(errors="skip").transform(given)) == [None, ADA]
    with pytest.raises(UnspokenError, match="not a path, a text or a story"):
        Reader().transform(given)


def test_several_processes_read_the_same_and_tell_the_same_errors() -> None:
    texts: list[Any] = [ADA, story(), " \n", BRAM]
    several = Reader(errors="skip", n_jobs=2).transform(texts)
    assert words(several) == [ADA, story().text, None, BRAM]
    alone = Reader().transform([ADA])[0]
    assert several[0] is not None
    assert alone is not None
    assert encode(several[0]).partition(b'"provenance"')[0] == encode(alone).partition(b'"provenance"')[0]


def test_an_error_of_another_process_keeps_its_class_and_its_words() -> None:
    with pytest.raises(BadInput, match="there are no words in it; give a file with a story"):
        Reader(n_jobs=2).transform([" \n", ADA])


def test_parameters_are_kept_as_they_are_given() -> None:
    threshold = float("0.9")
    reader = Reader(recipe="no such", speaker_threshold=threshold, errors="skip", n_jobs=-1)
    params = reader.get_params()
    assert params == {"recipe": "no such", "speaker_threshold": 0.9, "errors": "skip", "n_jobs": -1}
    assert params["speaker_threshold"] is threshold
    assert reader.set_params(n_jobs=3) is reader
    assert reader.n_jobs == 3
    assert reader.fit([ADA]) is reader
    with pytest.raises(ValueError, match="no parameter 'jobs'; there are: recipe"):
        reader.set_params(jobs=1)


def test_the_parameters_are_followed() -> None:
    (strict,) = Reader(speaker_threshold=1.0).transform(["“Go.”\n\nAda wept.\n"])
    assert strict is not None
    assert strict.quotes[0].speaker is None
    with pytest.raises(UnspokenError, match="no such"):
        Reader(recipe="no such").transform([ADA])


@pytest.mark.parametrize(
    ("reader", "given", "what"),
    [
        (Reader(), ADA, "a list"),
        (Reader(errors="ignore"), [ADA], "'raise' or 'skip'"),  # type: ignore[arg-type]
        (Reader(n_jobs=0), [ADA], "n_jobs=0"),
    ],
)
def test_what_makes_no_sense_is_told(reader: Reader, given: list[str], what: str) -> None:
    with pytest.raises(UnspokenError, match=what):
        reader.transform(given)
    assert Reader().transform([]) == []
