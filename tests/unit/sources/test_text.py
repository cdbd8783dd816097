"""Plain text: what is clean stays to the character; what is wrapped is put together by evidence."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken import sources
from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS
from unspoken.sources import document_from_bytes, document_from_text

PROSE = (
    "The ferry was late, and nobody on the pier had thought to bring a lantern.",
    "Maud counted the bags twice. There were seven; there ought to have been eight, and the one that was missing was "
    "the one that mattered, for it held the letters that her aunt had asked her to burn and that she had not burnt.",
    "“You might have left it at the inn,” said Rowan, who had carried most of them, “or in the cart, or on the wall "
    "where we sat to eat; it is not lost until we have looked in all three.”",
    "She did not answer him. The light on the water went from grey to nothing while they stood there and waited.",
)


def words_of(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document[PARAGRAPHS]]


def wrapped(*paragraphs: str, width: int = 66, lead: str = "", between: str = "\n\n") -> str:
    return between.join(textwrap.fill(p, width, initial_indent=lead) for p in paragraphs)


def test_clean_text_is_not_changed() -> None:
    text = "\n" + PROSE[0] + "\n\n\n\n" + PROSE[1] + "  \n\n" + PROSE[2] + "\n"
    assert document_from_text(text).text == text


def test_windows_line_ends_become_newlines() -> None:
    assert document_from_bytes(b"One day.\r\n\r\nTwo days.", "x.txt").text == "One day.\n\nTwo days."


@pytest.mark.parametrize("width", [45, 66, 80])
def test_wrapped_paragraphs_are_put_together(width: int) -> None:
    assert words_of(document_from_text(wrapped(*PROSE, width=width))) == list(PROSE)


def test_verse_in_a_wrapped_text_keeps_its_lines() -> None:
    verse = "    The boat is gone,\n    The boat is gone,\n    And we are left\n    To sing this song."
    document = document_from_text(wrapped(*PROSE) + "\n\n" + verse + "\n\n" + wrapped(*PROSE))
    assert "The boat is gone,\nThe boat is gone,\nAnd we are left\nTo sing this song." in words_of(document)


def test_paragraphs_set_in_without_blank_lines() -> None:
    text = wrapped(*PROSE, lead="    ", between="\n")
    assert words_of(document_from_text(text)) == list(PROSE)


def test_one_paragraph_a_line() -> None:
    document = document_from_text("\n".join(PROSE[:2]) + "\n\n" + "\n".join(PROSE * 2))
    assert words_of(document) == [*PROSE[:2], *PROSE, *PROSE]
    assert [b.kind for b in document[BREAKS]] == ["space"]


def test_an_address_in_clean_text_is_one_paragraph() -> None:
    text = f"{PROSE[0]}\n\nMiss Maud Lisle\nThe Pier House\nAnstey\n\n{PROSE[1]}"
    assert words_of(document_from_text(text))[1] == "Miss Maud Lisle\nThe Pier House\nAnstey"


@pytest.mark.parametrize("mark", ["***", "* * *", "~", "#", "⁂", "---", "• • •", "~*~", "oOo"])
def test_ornaments_are_breaks_and_stay_in_the_text(mark: str) -> None:
    document = document_from_text(f"{PROSE[0]}\n\n{mark}\n\n{PROSE[1]}")
    (found,) = document[BREAKS]
    assert (found.kind, document.text[found.offset :]) == ("ornament", PROSE[1])
    assert mark in document.text


@pytest.mark.parametrize("words", ["“—”", "“...”", "?", "No.", "X", "“!”"])
def test_short_speech_is_no_break(words: str) -> None:
    assert document_from_text(f"{PROSE[0]}\n\n{words}\n\n{PROSE[1]}")[BREAKS] == ()


def test_more_blank_lines_than_usual_are_a_break() -> None:
    document = document_from_text(f"{PROSE[0]}\n\n{PROSE[1]}\n\n\n\n{PROSE[2]}\n\n{PROSE[3]}")
    assert [(b.kind, document.text[b.offset :][:4]) for b in document[BREAKS]] == [("space", PROSE[2][:4])]


def test_chapters_run_to_the_next_heading() -> None:
    text = f"{PROSE[0]}\n\nCHAPTER I\n\n{PROSE[1]}\n\nChapter Two: The Inn\n\n{PROSE[2]}"
    document = document_from_text(text)
    first, second = document[CHAPTERS]
    assert (first.title, second.title) == ("CHAPTER I", "Chapter Two: The Inn")
    assert document.text[first.start : first.end] == f"CHAPTER I\n\n{PROSE[1]}"
    assert document.text[second.start :] == f"Chapter Two: The Inn\n\n{PROSE[2]}"


@pytest.mark.parametrize(
    "pair", [("I", "II"), ("1", "2"), ("I.", "II."), ("I. THE PIER", "II. THE INN"), ("[1]", "[2]")]
)
def test_numbers_that_count_up_are_headings(pair: tuple[str, str]) -> None:
    document = document_from_text(f"{pair[0]}\n\n{PROSE[0]}\n\n{pair[1]}\n\n{PROSE[1]}")
    assert [c.title for c in document[CHAPTERS]] == list(pair)


@pytest.mark.parametrize(
    "words", ["I", "7", "Part of him knew.", "Chapter and verse, she had it.", "Part one of it, he said, was true."]
)
def test_what_only_looks_like_a_heading(words: str) -> None:
    assert document_from_text(f"{PROSE[0]}\n\n{words}\n\n{PROSE[1]}")[CHAPTERS] == ()


def test_a_part_and_its_first_chapter_open_together() -> None:
    text = f"PART ONE\n\nCHAPTER I\n\nTHE PIER\n\n{PROSE[0]}\n\nCHAPTER II\n\n{PROSE[1]}"
    assert [c.title for c in document_from_text(text)[CHAPTERS]] == ["PART ONE: CHAPTER I: THE PIER", "CHAPTER II"]


def test_a_list_of_contents_opens_no_chapters() -> None:
    names = [f"CHAPTER {n}" for n in ("I", "II", "III", "IV", "V")]
    body = "\n\n".join(f"{name}\n\n{PROSE[0]}" for name in names)
    document = document_from_text(f"{PROSE[3]}\n\n" + "\n\n".join(names) + "\n\n" + body)
    assert len(document[CHAPTERS]) == 5


def test_emphasis_is_the_words_between_the_marks() -> None:
    document = document_from_text("It was _his_ bag, and *I mean it*. A snake_case_word, 2 * 3 * 4, _open.")
    assert [document.text[s.start : s.end] for s in document[EMPHASIS]] == ["his", "I mean it"]


def test_project_gutenberg_is_left_out_and_named() -> None:
    text = (
        "The Project Gutenberg eBook of The Pier\n\nTitle: The Pier\n\nAuthor: Ann Other\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE PIER ***\n\n\nProduced by a friend\n\n\n"
        + wrapped(*PROSE)
        + "\n\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE PIER ***\n\nLicence.\n"
    )
    document = document_from_text(text)
    assert words_of(document) == list(PROSE)
    assert (document.source.title, document.source.author) == ("The Pier", "Ann Other")
    assert [part.kind for part in document.source.left_out] == ["header", "footer"]


@given(st.text(alphabet="aB.,\n\t _*#-“”1I\u2028\x00\ud800😀é", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = document_from_text(text)
    except BadInput:
        return
    spans = document[PARAGRAPHS]
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all(words == words.strip() != "" for words in words_of(document))


@given(st.lists(st.sampled_from(PROSE), min_size=6, max_size=20), st.integers(50, 90))
def test_no_word_is_lost_by_unwrapping(paragraphs: list[str], width: int) -> None:
    document = document_from_text(wrapped(*paragraphs, width=width))
    assert document.text.split() == " ".join(paragraphs).split()


def test_more_lines_than_a_book_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_LINES", 100)
    assert document_from_bytes(b"a day\n" * 100, "x").source.words == 200
    with pytest.raises(BadInput, match="more lines"):
        document_from_bytes(b"a day\n" * 101, "x")
