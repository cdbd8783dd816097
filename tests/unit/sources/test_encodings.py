"""Bytes to text: the encoding is found, what is mended is said."""

from __future__ import annotations

import pytest

from unspoken.errors import BadInput
from unspoken.sources.encodings import decode, tidy

WORDS = "“Café?” she said – it’s the naïve one… " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_encodings_need_no_mending(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding), "x")
    assert (decoded.text, decoded.warnings) == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("length", range(40, 44))
def test_wide_encodings_without_a_mark_are_told_at_any_length(encoding: str, length: int) -> None:
    text = WORDS[:length]
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_an_alphabet_that_is_not_latin_is_not_read_as_if_it_were(encoding: str) -> None:
    text = "Он не был дома, и она его не видела. Было темно, и шёл дождь. " * 4
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize(
    ("head", "encoding", "words"),
    [
        ('<meta charset="windows-1251">', "cp1251", "Он не видел её."),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso8859-2", "Žluťoučký kůň."),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r", "Он не видел её."),
        ("<meta charset=iso-8859-1>", "cp1252", "“Yes,” she said."),  # as browsers do
    ],
)
def test_a_page_is_in_the_encoding_that_it_says(head: str, encoding: str, words: str) -> None:
    decoded = decode(f"{head}<p>{words}".encode("cp1252" if encoding == "cp1252" else encoding), "x")
    assert (decoded.text, decoded.encoding) == (f"{head}<p>{words}", encoding)
    assert encoding in decoded.warnings[0]


@pytest.mark.parametrize(
    "impossible", ["utf-8", "utf-16", "utf-7", "cp037", "hz", "punycode", "idna", "unicode_escape", "rot13", "no-such"]
)
def test_a_page_that_says_what_cannot_be_is_read_by_what_its_bytes_mean(impossible: str) -> None:
    text = f'<meta charset="{impossible}"><p>The café \\q was closed.'
    decoded = decode(text.encode("cp1252"), "x")
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_western_encodings_are_told_apart_and_said(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding), "x")
    assert (decoded.text, decoded.encoding) == (WORDS, encoding)
    assert decoded.warnings


def test_a_few_broken_bytes_in_utf8() -> None:
    decoded = decode(WORDS.encode() + b"it\x92s", "x")
    assert decoded.text == WORDS + "it’s"
    assert decoded.encoding == "utf-8"
    assert decoded.warnings


def test_utf8_read_as_windows_is_put_right() -> None:
    decoded = tidy("It’s here".encode().decode("cp1252"))
    assert decoded.text == "It’s here"
    assert decoded.warnings


@pytest.mark.parametrize("word", ["Ãśle", "Łódź Æť", "Ãŕ", "ô\u0178\u0160", "Ťàž"])
def test_letters_of_other_languages_beside_such_words_stay(word: str) -> None:
    broken = "It’s".encode().decode("cp1252")
    assert tidy(f"{broken} {word}").text == f"It’s {word}"


def test_control_characters_and_lone_surrogates_go() -> None:
    decoded = tidy("a\x00b\ud800c\r\nd\x0ce")
    assert decoded.text == "abc\nd\ne"
    assert len(decoded.warnings) == 1


def test_binary_is_refused() -> None:
    with pytest.raises(BadInput, match="binary"):
        decode(bytes(range(256)) * 20, "x")
