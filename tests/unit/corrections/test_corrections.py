"""Corrections: what is written is read again, what is not understood is told, names are found whatever their dress."""

from __future__ import annotations

import string
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.corrections import beside, described, folded, folded_words, parsed, read_corrections, written
from unspoken.corrections.places import Words
from unspoken.errors import BadCorrections
from unspoken.layers.corrections import Apart, Correction, Meant, Nobody, Renamed, Same, Speaker, Wrong

words = st.text(min_size=1).filter(lambda s: bool(folded(s)) and not any("\ud800" <= c <= "\udfff" for c in s))
people = st.lists(words, min_size=2, max_size=4, unique_by=folded).map(tuple)
corrections = st.one_of(
    st.builds(Same, people), st.builds(Apart, people), st.builds(Nobody, words),
    st.builds(Speaker, words, words, st.just("") | words), st.builds(Meant, words, words, words, st.just("") | words),
    st.builds(Renamed, words, words),
    st.builds(Wrong, st.just("feelings") | st.just("gaps"), words, st.just("") | words, after=st.just("") | words),
    st.builds(Wrong, st.just("relationships"), st.just(""), words, words, kind=st.just("") | words),
)  # fmt: skip


@given(st.lists(corrections, max_size=6))
def test_what_is_written_is_read_again(made: list[Correction]) -> None:
    found = parsed(written(made), "a file")
    assert sorted(found, key=repr) == sorted(made, key=repr)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[same]\n", "it is no TOML"),
        ("[[merge]]\npeople = ['a', 'b']\n", "there is no correction 'merge'; there are same, apart, nobody"),
        ("same = 3\n", "'same' is no list; begin each correction with"),
        ("[[same]]\npeople = ['Ada']\n", r"a file: \[\[same\]\] number 1: it needs two different names"),
        ("[[same]]\npeople = ['Ada', 'ADA']\n", "two different names"),
        ("[[nobody]]\nname = '...'\n", "has no words"),
        ("[[nobody]]\nnames = 'Ada'\n", "unknown field `names`"),
        ("[[speaker]]\nquotation = 'No'\n", "missing required field `who`"),
        ("[[nobody]]\nname = 3\n", "Expected `str`"),
        ('[[nobody]]\n"a\\nb" = 3\n', "unknown field `a b`"),
        (f"{'x' * 100_000} = 3\n", "there is no correction 'xxx"),
        (f"[[nobody]]\n{'x' * 100_000} = 3\n", "unknown field `xxx"),
    ],
)
def test_what_is_not_understood_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(BadCorrections, match=message) as error:
        parsed(text, "a file")
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 500


def test_a_file_that_is_not_there_holds_none_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert read_corrections(beside(tmp_path / "night.epub")) == ()
    path = tmp_path / "night.unspoken.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadCorrections, match="it is not UTF-8"):
        read_corrections(path)


@pytest.mark.parametrize("key", [".a", ' . "b"', ".'c'"])
def test_keys_of_keys_without_end_are_refused_at_once(key: str) -> None:
    began = time.process_time()
    with pytest.raises(BadCorrections, match="a hundred words with points"):
        parsed(f"a{key * 20_000} = 1", "a file")
    for text in ("x" * 1_000_000, "x." * 90 + "x" * 100_000, '"' * 100_000, f"'{'. ' * 100_000}"):
        with pytest.raises(BadCorrections):
            parsed(text, "a file")
    assert time.process_time() - began < 1


def test_words_with_points_between_them_may_be_said() -> None:
    assert parsed(f'[[nobody]]\nname = "{"...No. Yes. " * 60}"', "a file")


def test_names_are_one_whatever_their_case_marks_and_article() -> None:
    assert folded("The Grey  Lady,") == folded("grey lady") == folded("_the_ GREY\nLADY") == "grey lady"
    assert folded("O’Hara") == folded("O'Hara") != folded("Ohara")
    assert folded("the") == "the"


@given(st.lists(st.text(string.ascii_letters, min_size=1, max_size=5), min_size=1, max_size=30), st.data())
def test_every_passage_of_a_text_is_found_where_it_stands(parts: list[str], data: st.DataObject) -> None:
    text = "“" + "—\n".join(parts) + ".”"
    low = data.draw(st.integers(0, len(parts) - 1))
    high = data.draw(st.integers(low, len(parts) - 1))
    passage = " ".join(parts[low : high + 1]).upper()
    found = [" ".join(folded_words(text[s.start : s.end])) for s in Words(text).places(passage, "")]
    assert found
    assert all(passage.casefold() in words for words in found)


def test_words_that_come_twice_are_told_apart_by_what_stands_before() -> None:
    text = "Ada came in. “Yes,” she said. Bram laughed at her. “Yes,” he said."
    places = Words(text).places
    assert len(places("yes", "")) == 2
    assert [s.start for s in places("Yes!", "laughed at her")] == [text.rindex("“")]
    assert places("yes", "Carla") == []
    assert places("...", "") == []


def test_a_correction_is_told_in_a_few_words() -> None:
    assert described(Same(("Ada", "Mum"))) == "same: Ada | Mum"
    assert described(Speaker("No.", "Ada")) == "speaker: quotation 'No.', who 'Ada'"
