"""The JSON Schema of the public format, generated from the records so that the two cannot differ.

``python -m unspoken.exports.schema FILE`` writes it.
"""

from __future__ import annotations

import inspect
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from unspoken.story import Story

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of a story document, version 1 (JSON Schema 2020-12). Further fields are allowed everywhere."""
    made = _told_alike(msgspec.json.schema(Story))
    return {"$schema": DIALECT, "title": "A story document, version 1", **made}


def _told_alike(part: Any) -> Any:
    """The same with no indentation in docstrings, which Python leaves in them before 3.13 and takes away since."""
    if isinstance(part, list):
        return [_told_alike(item) for item in part]
    if not isinstance(part, dict):
        return part
    told = part.get("description")
    tidy = {"description": inspect.cleandoc(told)} if isinstance(told, str) else {}
    return {name: tidy.get(name, _told_alike(item)) for name, item in part.items()}


def encoded() -> str:
    """The schema as text, the same at every run: what the file in ``schema/`` holds."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def main(path: str) -> None:
    """Write the schema to a file."""
    Path(path).write_text(encoded(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
