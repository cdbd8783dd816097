"""Works in a table: Parquet or JSON Lines with the columns ``id`` and ``text``; all other columns are metadata."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from unspoken.corpus.inputs.names import identifier
from unspoken.corpus.work import Work
from unspoken.errors import BadInput
from unspoken.sources import LARGEST_TEXT

LINES = frozenset({".jsonl", ".ndjson"})
AT_ONCE = 16  # rows of a Parquet table that are held


def is_table(path: Path) -> bool:
    """Is this a Parquet file, by its first bytes, or one of JSON Lines, by its name?"""
    if path.suffix.lower() in LINES:
        return True
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def works_of(path: Path, data: bool) -> Iterator[Work]:
    """The works in a table, in its order.

    Args:
        path: the table.
        data: with their texts, and what else the table says of them.

    Raises:
        BadInput: it is broken, or has no columns ``id`` and ``text``.
    """
    return _lines(path, data) if path.suffix.lower() in LINES else _parquet(path, data)


def _lines(path: Path, data: bool) -> Iterator[Work]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST_TEXT + 1):
            number += 1
            if not line.strip():
                continue
            name = f"{identifier(path.name)}:{number}"
            if len(line) > LARGEST_TEXT:
                _skip_line(file, line)
                yield Work(name, name, len(line), fault="the line is longer than a text can be")
                continue
            yield _line(line, name, data)


def _skip_line(file: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LARGEST_TEXT)


def _line(line: bytes, name: str, data: bool) -> Work:
    try:
        row = msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return Work(name, name, len(line), fault="the line is no object in JSON")
    return _row(row, name, data)


def _parquet(path: Path, data: bool) -> Iterator[Work]:
    import pyarrow
    import pyarrow.parquet as parquet  # type: ignore[import-untyped, unused-ignore]

    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            if not {"id", "text"} <= {*names}:
                what = f"the table has no columns id and text (it has: {', '.join(names)[:200]})"
                raise BadInput(str(path), what, "name the columns so")
            number = 0
            for batch in file.iter_batches(AT_ONCE, columns=None if data else ["id", "text"]):
                for row in batch.to_pylist():
                    number += 1
                    yield _row(row, f"{identifier(path.name)}:{number}", data)
    except (pyarrow.ArrowException, UnicodeDecodeError):
        raise BadInput(str(path), "the table is broken", "make it anew") from None


def _row(row: dict[str, Any], name: str, data: bool) -> Work:
    """A work; where the row has no id, it is called by the name of the table and the number of the row."""
    id, text = row.pop("id", None), row.pop("text", None)
    if not isinstance(id, (str, int)) or isinstance(id, bool) or id == "":
        return Work(name, name, fault="it has no id; give the column id a value")
    called = identifier(str(id))
    if not isinstance(text, (str, bytes)):
        return Work(called, called, fault="it has no text; give the column text a value")
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return Work(called, called, len(content), data=content if data else None, metadata=_metadata(row) if data else None)


def _metadata(row: dict[str, Any]) -> str | None:
    """What else the row says, as one object in JSON; None where it says nothing."""
    if not row:
        return None
    try:
        return msgspec.json.encode(row, enc_hook=str, order="sorted").decode()
    except (TypeError, ValueError, RecursionError):
        return None
