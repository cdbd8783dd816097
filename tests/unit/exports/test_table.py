"""The table of formats: each makes the files that it says it makes, and a name that is none is helped."""

from __future__ import annotations

import importlib.util

import pytest

from tests.stories.wrong_door import bare, story
from unspoken.errors import BadOutput
from unspoken.exports.json import decode
from unspoken.exports.table import FORMATS, format_named


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_makes_the_files_that_it_names_whatever_the_story(name: str) -> None:
    format = FORMATS[name]
    for told in (story(), bare()):
        made = format.export(told, "door.v2")
        assert tuple(made) == format.files("door.v2")
        assert all(isinstance(data, bytes) for data in made.values())
        assert made == format.export(told, "door.v2")


def test_every_format_has_a_module_and_no_two_have_a_file_in_common() -> None:
    assert all(importlib.util.find_spec(format.module) for format in FORMATS.values())
    endings = [ending for format in FORMATS.values() for ending in format.endings]
    assert len(set(endings)) == len(endings)


def test_json_is_the_whole_model() -> None:
    (data,) = FORMATS["json"].export(story(), "door").values()
    assert decode(data) == story()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("htlm", "did you mean 'html'"), ("MD", "did you mean 'markdown'"), ("bonkers", "there are html, csv")],
)
def test_a_name_that_is_none_is_helped(name: str, hint: str) -> None:
    with pytest.raises(BadOutput, match=hint):
        format_named(name)
    assert format_named(" TEI ").name == "tei"
