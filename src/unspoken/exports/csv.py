"""The tables as CSV, a file each: UTF-8, commas, lines that end in CR LF (RFC 4180), names of columns in the first.

What is unknown is an empty cell, truth is ``true`` or ``false``. Several values in one cell stand with `` | `` between
them; a bar or a backslash inside a value has a backslash before it.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it, and the words of a
story come from anywhere. Words that begin like that get an apostrophe before them, and are words again; so do words
that begin with apostrophes and then one of these, so that nothing is lost: `unguarded` gives back what was there.
Numbers are left as they are.
"""

from __future__ import annotations

import csv
import io
import re

from unspoken.story import Story
from unspoken.views.tables import TABLES, Cells, Table, Value, tables

BETWEEN = " | "
_RISKY = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")  # the wide forms too: some locales run them
_INNER = re.compile(r"[\\|]")


def export(story: Story, stem: str) -> dict[str, bytes]:
    """All tables of a story as CSV.

    Args:
        story: the story.
        stem: what the names of the files begin with.

    Returns:
        From ``STEM.TABLE.csv`` to the content, a file for each table, empty ones too.
    """
    return {f"{stem}.{name}.csv": encode(TABLES[name], cells) for name, cells in tables(story).items()}


def encode(table: Table, cells: Cells) -> bytes:
    """One table as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    columns = [[cell(value) for value in cells[column.name]] for column in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode("utf-8", "replace")


def cell(value: Value) -> str:
    """A value as the words of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return guarded(value)
        case _:
            return guarded(BETWEEN.join(_INNER.sub(r"\\\g<0>", str("" if v is None else v)) for v in value))


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if _RISKY.match(words) else words


def unguarded(words: str) -> str:
    """What `guarded` was given."""
    return words[1:] if words.startswith("'") and _RISKY.match(words[1:]) else words
