"""Word pieces: the longest that fits first; every word has one at least."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unspoken.models.pieces import Pieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "Ada",
    "wept",
    "un",
    "##kind",
    "##k",
    "ly",
    "##ly",
    "-",
    "'",
    "s",
    "cafe",
]


def cut(word: str, lower: bool = False) -> list[str]:
    return [VOCABULARY[n] for n in Pieces(VOCABULARY, lower)([word])[0]]


def test_the_longest_piece_that_fits_is_taken_first() -> None:
    assert cut("unkindly") == ["un", "##kind", "##ly"]


def test_marks_stand_apart_within_a_word() -> None:
    assert cut("Ada's") == ["Ada", "'", "s"]


def test_what_no_pieces_make_up_is_unknown_as_a_whole() -> None:
    assert cut("unwell") == ["[UNK]"]
    assert cut("un" + "k" * 99) == ["[UNK]"]


def test_a_vocabulary_of_small_letters_folds_case_and_accents() -> None:
    assert cut("Café", lower=True) == ["cafe"]
    assert cut("Café") == ["[UNK]"]


@given(st.lists(st.text(min_size=1), max_size=5))
def test_every_word_has_a_piece(words: list[str]) -> None:
    assert all(Pieces(VOCABULARY)(words)) or not words
    assert len(Pieces(VOCABULARY)(words)) == len(words)
