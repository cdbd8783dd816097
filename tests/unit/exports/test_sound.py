"""A story that breaks the format's own rules is refused at the door, by the name of the record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.stories.wrong_door import story
from unspoken import reading
from unspoken.errors import BadStory
from unspoken.exports.json import decode, encode
from unspoken.exports.sound import unsound

WRITTEN = json.loads(encode(story()))
LENGTH = len(WRITTEN["text"])


def changed(path: str, value: Any) -> bytes:
    """The story with one value put in; a path is written as ``quotes.0.parts.0.end``."""
    document = json.loads(json.dumps(WRITTEN))
    *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    record = document
    for step in above:
        record = record[step]
    record[last] = value
    return json.dumps(document).encode()


def paths(value: Any, wanted: frozenset[str], name: str = "") -> Iterator[str]:
    """The paths of all fields with one of the names, but for the columns of tokens."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if key in wanted and isinstance(inner, int | str):
            yield f"{name}{key}"
        elif isinstance(inner, dict | list) and key not in ("source", "tokens"):
            yield from paths(inner, wanted, f"{name}{key}.")


def each_once(*wanted: str) -> list[str]:
    """A path to each field with one of the names, in the last record that has it."""
    return [*{re.sub(r"\d", "", path): path for path in paths(WRITTEN, frozenset(wanted))}.values()]


OFFSETS = each_once("start", "end", "first", "last", "reader_from", "reader_until")
POINTERS = each_once(
    "speaker", "agent", "patient", "experiencer", "target", "from", "to", "holder", "about", "author", "addressee",
    "focal", "place", "chapter", "belief", "actor", "character", "scene", "from_scene", "until_scene", "opens_scene",
    "closes_scene", "subject", "object",
)  # fmt: skip


def test_a_story_that_keeps_the_rules_is_taken() -> None:
    assert unsound(story()) is None
    assert decode(encode(story())) == story()


@pytest.mark.parametrize(
    "text", ["Rain.\n", "“No!”\n", "a", "Она ушла.\n\n— Да, — сказал он.\n", "😀\u202e “x” said 😀.\n"]
)
def test_what_is_read_keeps_the_rules(text: str) -> None:
    assert unsound(reading.read(text)) is None


@pytest.mark.parametrize("path", OFFSETS)
@pytest.mark.parametrize("value", [-1, LENGTH + 1, 10**30])
def test_offsets_lie_in_the_text(path: str, value: int) -> None:
    with pytest.raises(BadStory, match="not a story document") as caught:
        decode(changed(path, value), "page.json")
    message = str(caught.value)
    assert len(message.splitlines()) == 1
    assert len(message) < 300


@pytest.mark.parametrize("path", POINTERS)
def test_what_is_named_is_there(path: str) -> None:
    with pytest.raises(BadStory, match="which is none of its"):
        decode(changed(path, "nobody-42"))


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("quotes.0.speaker", "c99", "quotes 'q1': 'speaker' is 'c99', which is none of its characters"),
        ("quotes.0.addressees", ["c99"], "'addressees' is 'c99'"),
        ("attitudes.0.from", "c99", "'from' is 'c99'"),
        ("scenes.0.present", ["c99"], "'present' is 'c99'"),
        ("feelings.0.source", ["narrator", "c99"], "'source' is 'c99'"),
        ("quotes.0.confidence", 1.5, "'confidence' is not from 0 to 1"),
        ("feelings.0.valence", -2, "'valence' is not from -1 to 1"),
        ("source.words", 10**30, "'words' or 'characters'"),
        ("characters.1.id", WRITTEN["characters"][0]["id"], "two records have one id"),
        ("characters.0.id", "", "an id is empty"),
        ("paragraphs", WRITTEN["paragraphs"][::-1], "paragraphs: they overlap, or are not in the order of the text"),
        ("relationships.0.pair", [WRITTEN["characters"][0]["id"]] * 2, "its pair is one person"),
        ("quotes.0.speaker", "c\n" * 900, "'speaker' is"),
    ],
)
def test_the_record_is_named(path: str, value: Any, told: str) -> None:
    with pytest.raises(BadStory) as caught:
        decode(changed(path, value))
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"start": [0, 3], "end": [2]}, "'end' is 1 long, and 'start' 2"),
        ({"start": [0, 3], "end": [2, 5], "pos": ["X"]}, "'pos' is 1 long"),
        ({"start": [0, 3], "end": [2, LENGTH + 1]}, "not all lie in the text"),
        ({"start": [2], "end": [1]}, "not all lie in the text"),
        ({"start": [3, 0], "end": [5, 2]}, "not in the order of the text"),
        ({"start": [0, 3], "end": [2, 5], "head": [-1, 2]}, "'head' is the number of no token"),
    ],
)
def test_tokens_are_columns_of_one_length_in_the_order_of_the_text(columns: dict[str, Any], told: str) -> None:
    with pytest.raises(BadStory, match="tokens: ") as caught:
        decode(changed("tokens", columns))
    assert told in str(caught.value)


def test_time_grows_with_the_number_of_records_alone() -> None:
    quotes = [{**WRITTEN["quotes"][0], "id": f"q{n}"} for n in range(20_000)]
    assert len(decode(changed("quotes", quotes)).quotes) == 20_000
