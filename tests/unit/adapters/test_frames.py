"""Data frames: the tables with the types of each library, the same columns for every story."""

from __future__ import annotations

import sys

import pytest

from tests.stories.wrong_door import bare, story
from unspoken.adapters.frames import frames
from unspoken.errors import MissingLibrary, UnspokenError
from unspoken.views.tables import TABLES, tables


def test_pandas_has_every_table_with_its_types() -> None:
    pandas = pytest.importorskip("pandas")
    made = frames(story())
    assert list(made) == list(TABLES)
    quotes = made["quotes"]
    assert quotes.groupby("speaker_name")["words"].sum()["June"] == 29
    assert quotes["start"].dtype == "Int64"
    assert quotes["text"].dtype == "string"
    assert quotes["confidence"].dtype == "float64"
    assert quotes["addressee_names"][0] == ["Ivo"]
    assert made["feelings"]["negated"].dtype == "boolean"
    assert made["gaps"]["closes_scene"].isna().tolist() == [False, False, True]
    assert all((made[name].dtypes == frame.dtypes).all() for name, frame in frames(bare()).items())
    both = pandas.concat([quotes, frames(bare())["quotes"]])
    assert (both.dtypes == quotes.dtypes).all()


def test_polars_has_every_table_with_its_types() -> None:
    polars = pytest.importorskip("polars")
    made = frames(story(), "polars")
    assert list(made) == list(TABLES)
    assert made["quotes"].schema["addressees"] == polars.List(polars.String)
    assert made["quotes"].schema["start"] == polars.Int64
    assert made["scenes"]["days_after_previous"].to_list() == [None, 4.0, -4.0, None, 14.0]
    assert {name: frame.schema for name, frame in made.items()} == {
        name: frame.schema for name, frame in frames(bare(), "polars").items()
    }


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_values_are_those_of_the_tables(library: str) -> None:
    pytest.importorskip(library)
    for name, frame in frames(story(), library).items():  # type: ignore[call-overload]
        assert frame.shape == (len(tables(story())[name]["work"]), len(TABLES[name].columns))
        assert list(frame["work"]) == list(tables(story())[name]["work"])


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_what_is_not_installed_is_named_with_what_brings_it(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibrary, match=rf"pip install 'unspoken\[{library}\]'"):
        frames(story(), library)  # type: ignore[call-overload]


def test_there_are_frames_of_two_libraries() -> None:
    with pytest.raises(UnspokenError, match="ask for 'pandas' or 'polars'"):
        frames(story(), "excel")  # type: ignore[call-overload]
