"""Whatever a story holds, its JSON gives back; whatever is no story is refused in one line."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

import unspoken
from tests.stories.wrong_door import story
from unspoken.errors import BadOutput, BadStory
from unspoken.exports.json import decode, encode, is_document
from unspoken.layers.feelings import Attitude
from unspoken.layers.spans import Span
from unspoken.story import Story


def any_value(of: inspect.Type) -> st.SearchStrategy[Any]:
    """Any value of a type, as msgspec describes it."""
    match of:
        case inspect.StrType():
            return st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
        case inspect.IntType():
            return st.integers(-(2**31), 2**31)
        case inspect.FloatType():
            return st.floats(allow_nan=False, allow_infinity=False)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.UnionType(types=types):
            return st.one_of([any_value(t) for t in types])
        case inspect.VarTupleType(item_type=item):
            return st.lists(any_value(item), max_size=2).map(tuple)
        case inspect.TupleType(item_types=items):
            return st.tuples(*[any_value(t) for t in items])
        case inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{f.name: any_value(f.type) for f in fields})
    raise TypeError(of)


stories: st.SearchStrategy[Story] = any_value(inspect.type_info(Story))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(stories)
def test_any_story_survives_the_way_to_json_and_back(story: Story) -> None:
    read = msgspec.json.decode(
        encode(story), type=Story
    )  # what has every value breaks the rules that `decode` asks for
    assert read == story
    assert encode(read) == encode(story)


def test_a_story_survives_a_file(tmp_path: Path) -> None:
    story = unspoken.read("“You came,” said Ada.\n\nBram smiled, and was not afraid any more.\n")
    unspoken.dump(story, tmp_path / "out.json")
    assert unspoken.load(tmp_path / "out.json") == story
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_attitudes_are_written_as_from_and_to() -> None:
    attitude = Attitude("a1", "c1", "c2", "positive", "love", "s1", None, (Span(0, 4),), 0.5)
    story = msgspec.structs.replace(unspoken.read("Rain.\n"), attitudes=(attitude,))
    written = json.loads(encode(story))["attitudes"][0]
    assert (written["from"], written["to"]) == ("c1", "c2")


def test_fields_that_are_not_known_are_passed_over() -> None:
    document = json.loads(encode(unspoken.read("Rain.\n")))
    assert decode(json.dumps({**document, "later": [1]}).encode()).text == "Rain.\n"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"unspoken": "1"}', b"\xff\xfe", b'{"unspoken": "1", "text": 3}', b"Call me Ishmael."]
)
def test_what_is_no_story_document_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(BadStory, match=r"^page\.json: not a story document .*unspoken read") as caught:
        decode(data, "page.json")
    assert "\n" not in str(caught.value)


def test_a_refusal_is_short_however_long_what_it_quotes() -> None:
    with pytest.raises(BadStory, match="Invalid enum value") as told:
        decode(b'{"unspoken": "%s"}' % (b"9" * 100_000))
    assert len(str(told.value)) < 500


def test_a_later_version_of_the_format_is_refused() -> None:
    document = json.loads(encode(unspoken.read("Rain.\n")))
    with pytest.raises(BadStory, match="unspoken"):
        decode(json.dumps({**document, "unspoken": "2"}).encode())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadStory, match="No such file"):
        unspoken.load(tmp_path / "nowhere.json")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    broken = msgspec.structs.replace(unspoken.read("Rain.\n"), text="\ud800")
    with pytest.raises(UnicodeEncodeError):
        unspoken.dump(broken, target)
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("data", "document"),
    [
        (encode(story()), True),
        (encode(story())[:100], True),
        (b'\n {"name": "x"}', True),
        (b"{Ada} went home.", False),
        (b"\xef\xbb\xbf" + encode(story()), True),
        (encode(story()).decode().encode("utf-16"), True),
        (b'{"unspoken":"1","x":' + b"[" * 200_000, True),
        (b'{"a":' * 100_000, False),
        (b"Ada went home.", False),
        (b"", False),
    ],
)
def test_an_object_is_told_from_a_story(data: bytes, document: bool) -> None:
    assert is_document(data) is document


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_document_may_have_gone_through_an_editor_or_a_shell(encoding: str) -> None:
    assert decode(encode(story()).decode().encode(encoding)) == story()


def test_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadOutput, match="cannot be written"):
        unspoken.dump(story(), tmp_path / "file" / "out.json")
