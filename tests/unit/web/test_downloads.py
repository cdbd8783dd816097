"""Files to be kept: their names, whatever is in them, and archives that are the same each time."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from unspoken.web.downloads import archive, attached, disposition

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(names)
def test_any_name_makes_one_header_that_gives_it_back(name: str) -> None:
    header = disposition(name)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert unquote(header.partition("UTF-8''")[2]) == name


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}\.csv", fullmatch=True), st.binary(max_size=50)))
def test_an_archive_gives_the_files_back_whatever_their_order(files: dict[str, bytes]) -> None:
    made = archive(files)
    assert made == archive(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert {name: read.read(name) for name in read.namelist()} == files


def test_one_file_comes_as_it_is() -> None:
    answer = attached({"night.md": b"Night"}, "night.markdown.zip")
    assert answer.body == b"Night"
    assert 'filename="night.md"' in answer.headers["content-disposition"]


def test_two_files_come_in_an_archive() -> None:
    answer = attached({"a.csv": b"1", "b.csv": b"2"}, "night.csv.zip")
    assert answer.media_type == "application/zip"
    assert 'filename="night.csv.zip"' in answer.headers["content-disposition"]
