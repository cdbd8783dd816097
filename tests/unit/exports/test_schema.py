"""The committed schema is the one that the records give, and says of a document what reading it back says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import unspoken
from unspoken.exports.json import encode
from unspoken.exports.schema import encoded, main, schema

COMMITTED = Path(__file__).parents[3] / "schema" / "story-v1.schema.json"


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    story = unspoken.read("“You came,” said Ada.\n\nBram was afraid. He had written to her on Monday.\n")
    document: dict[str, Any] = json.loads(encode(story))
    return document


def test_the_committed_schema_is_current() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == encoded(), "run `just schema` and commit the result"


def test_the_schema_is_itself_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_story_that_was_read_is_valid(written: dict[str, Any]) -> None:
    jsonschema.validate(written, schema())


def test_a_field_more_is_valid(written: dict[str, Any]) -> None:
    jsonschema.validate({**written, "later": 1}, schema())


@pytest.mark.parametrize(("field", "wrong"), [("unspoken", "2"), ("text", None), ("quotes", [{"id": "q1"}])])
def test_what_is_no_story_is_not_valid(written: dict[str, Any], field: str, wrong: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**written, field: wrong}, schema())


def test_the_command_writes_the_schema(tmp_path: Path) -> None:
    main(str(tmp_path / "schema.json"))
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == encoded()
