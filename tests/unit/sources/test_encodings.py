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


def test_control_characters_and_lone_surrogates_go() -> None:
    decoded = tidy("a\x00b\ud800c\r\nd\x0ce")
    assert decoded.text == "abc\nd\ne"
    assert len(decoded.warnings) == 1


def test_binary_is_refused() -> None:
    with pytest.raises(BadInput, match="binary"):
        decode(bytes(range(256)) * 20, "x")
